// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paths and query strings as clients could send them, and the parameters that handlers read.
#include "core/server/http/requesttarget.h"
#include "core/systems/authdesk/routes/query.h"

#include <cstdlib>

using namespace authdesk;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray target(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    server::http::RequestHead head;
    if (server::http::readTarget(target, head))
        return 0;
    if (head.path.contains('\0') || !head.path.startsWith('/'))
        std::abort();

    server::http::Request request;
    request.path = head.path;
    request.query = head.query;
    systems::own::routes::QueryFields fields(
        request, {"search"_L1, "limit"_L1, "mfa"_L1, "from"_L1, "cursor"_L1});
    const auto search = fields.text("search"_L1);
    const auto limit = fields.integer("limit"_L1, 1, 200);
    const auto flag = fields.flag("mfa"_L1);
    const auto time = fields.time("from"_L1);
    // What is handed on keeps to its limits, and what is wrong is always named.
    if ((search && search->size() > 255) || (limit && (*limit < 1 || *limit > 200))
        || (time && !time->isValid()))
        std::abort();
    const bool allRead = (search || !fields.has("search"_L1)) && (limit || !fields.has("limit"_L1))
                         && (flag || !fields.has("mfa"_L1)) && (time || !fields.has("from"_L1));
    if (!allRead && !fields.hasErrors())
        std::abort();
    if (fields.hasErrors() && fields.failure().error().code != base::ErrorCode::InvalidFields)
        std::abort();
    return 0;
}
