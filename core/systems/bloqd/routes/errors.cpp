// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/errors.h"
#include "core/systems/bloqd/routes/routes.h"

namespace authdesk::systems::bloqd::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Request;
using server::http::Response;

namespace {

/// Its documentation says how bodies are answered that cannot be taken, and what a wrong password
/// or code is; the rest is as everywhere.
int statusFor(ErrorCode code)
{
    if (code == ErrorCode::InvalidFields)
        return 400;
    if (code == ErrorCode::InvalidCode || code == ErrorCode::WrongCurrentPassword)
        return 401;
    return server::http::statusOf(code);
}

} // namespace

Response encodeError(const Error &error, const Request &)
{
    const int status = statusFor(error.code);
    QString text = error.code == ErrorCode::InvalidFields && !error.fields.isEmpty()
                       ? messages::fieldsText(error.fields)
                       : server::http::forClients(error).message;
    if (status == 500 || text.isEmpty())
        text = u"Something went wrong in the server."_s;
    return Response::json(status, messages::encodeError(text));
}

} // namespace authdesk::systems::bloqd::routes
