// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies as clients could send them, and the fields that handlers read from them.
#include "core/base/json.h"

#include <cstdlib>

using namespace authdesk::base;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto object = parseJsonObject(body);
    if (!object) {
        if (object.error().code != ErrorCode::Malformed)
            std::abort();
        return 0;
    }
    JsonFields fields(*object);
    const QString text = fields.text(QLatin1StringView("username"), {.atLeast = 1, .atMost = 8});
    const auto email = fields.optionalText(QLatin1StringView("email"), {});
    const Secret secret = fields.secret(QLatin1StringView("password"));
    const auto optional = fields.optionalSecret(QLatin1StringView("code"));
    const auto flag = fields.optionalFlag(QLatin1StringView("flag"));
    // Without an error everything that was asked for is there.
    if (!fields.hasErrors()
        && (text.isEmpty() || text.toUcs4().size() > 8
            || !object->contains(QLatin1StringView("password")) || secret.view().size() > 4096))
        std::abort();
    if (fields.hasErrors() && fields.failure().error().code != ErrorCode::InvalidFields)
        std::abort();
    static_cast<void>(email);
    static_cast<void>(optional);
    static_cast<void>(flag);
    return 0;
}
