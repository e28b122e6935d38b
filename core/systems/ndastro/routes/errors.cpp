// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/routes/routes.h"

#include "core/systems/ndastro/messages/errors.h"

namespace authdesk::systems::ndastro::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Request;
using server::http::Response;

namespace {

Response detail(int status, const QString &text)
{
    return Response::json(status, messages::encodeDetail(text));
}

Response unauthenticated(const Request &request)
{
    if (request.bearer.isEmpty())
        return detail(401, messages::notAuthenticated);
    return detail(401, request.path.endsWith("/refresh") ? messages::invalidRefreshToken
                                                         : messages::noPermission);
}

} // namespace

Response encodeError(const Error &error, const Request &request)
{
    // Its framework says so, not with a 409.
    constexpr int duplicateStatus = 422;
    const int status =
        error.code == ErrorCode::InvalidCode ? 401 : server::http::statusOf(error.code);
    switch (error.code) {
    case ErrorCode::InvalidFields:
        return Response::json(status, messages::encodeFieldErrors(error.fields));
    case ErrorCode::Unauthenticated:
    case ErrorCode::RefreshReused:
        return unauthenticated(request);
    case ErrorCode::InvalidCredentials:
        return detail(status, messages::invalidCredentials);
    case ErrorCode::Forbidden:
        return detail(status, messages::forbidden);
    case ErrorCode::NotFound:
        return detail(status, messages::notFound);
    case ErrorCode::UsernameTaken:
        return detail(duplicateStatus, messages::usernameTaken);
    case ErrorCode::EmailTaken:
        return detail(duplicateStatus, messages::emailTaken);
    default: // what ndastro has no words for
        break;
    }
    const QString text = server::http::forClients(error).message;
    const bool isOurMistake = status == 500 || text.isEmpty();
    return detail(status, isOurMistake ? u"Something went wrong in the server."_s : text);
}

} // namespace authdesk::systems::ndastro::routes
