// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/routes/routes.h"

#include "core/systems/pipelit/messages/errors.h"

namespace authdesk::systems::pipelit::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Request;
using server::http::Response;

namespace {

/// Texts where Pipelit has none of its own are our own sentences.
QString textOf(const Error &error)
{
    return error.message.isEmpty() ? u"The request was refused."_s : error.message;
}

Response detail(int status, const QString &text)
{
    return Response::json(status, messages::encodeDetail(text));
}

Response unauthenticated(const Request &request)
{
    const bool broughtKey =
        request.header("Authorization").left(7).compare("Bearer ", Qt::CaseInsensitive) == 0;
    return detail(401, broughtKey ? messages::invalidKey : messages::notAuthenticated);
}

/// Pipelit tells apart what a key was.
Response unauthenticated(const Request &request, const Error &error)
{
    if (error.message == messages::revokedKey || error.message == messages::expiredKey)
        return detail(401, error.message);
    return unauthenticated(request);
}

Response notFound(const Error &error)
{
    for (const QLatin1StringView known :
         {messages::userNotFound, messages::keyNotFound, messages::agentNotFound}) {
        if (error.message == known)
            return detail(404, known);
    }
    return detail(404, u"Not Found"_s);
}

/// Whoever lacks the right is told as Pipelit does; what stands in the way of one who has it, in
/// our own words.
Response forbidden(const Error &error)
{
    const bool lacksRight =
        error.message == "You may not do that."_L1 || error.message == "You may not do this."_L1;
    return detail(403, lacksRight ? QString(messages::adminRequired) : textOf(error));
}

} // namespace

Response encodeError(const Error &error, const Request &request)
{
    using enum ErrorCode;
    switch (error.code) {
    case InvalidFields:
        return Response::json(422, messages::encodeFieldErrors(error.fields));
    case Unauthenticated:
    case ChallengeEnded:
    case RefreshReused:
        return unauthenticated(request, error);
    case InvalidCredentials:
        return detail(401, messages::invalidCredentials);
    case InvalidCode:
        // Its front end takes every 401 as the end of the sign-in.
        return detail(request.principal ? 400 : 401, messages::invalidCode);
    case MfaAlreadyEnabled:
        return detail(400, messages::mfaAlreadyEnabled);
    case MfaNotEnabled:
        return detail(400, messages::mfaNotEnabled);
    case MfaNotStarted:
        return detail(400, messages::mfaNotStarted);
    case SetupAlreadyDone:
        return detail(409, messages::setupCompleted);
    case NotLoopback:
        return detail(403, messages::resetOnlyLocal);
    case NotFound:
        return notFound(error);
    case Forbidden:
        return forbidden(error);
    case UsernameTaken:
    case EmailTaken:
        return detail(409, messages::usernameTaken);
    case LastAdmin:
        return detail(409, request.method == server::http::Method::Delete
                               ? messages::lastAdminDeleted
                               : messages::lastAdminDemoted);
    case MethodNotAllowed:
        return detail(405, u"Method Not Allowed"_s);
    case Malformed:
    case UnsupportedMediaType:
    case TooLarge:
    case Misdirected:
    case WrongCurrentPassword:
    case RecentSignInRequired:
    case EnrollmentRequired:
    case PasswordChangeRequired:
    case SetupCodeRequired:
    case SettingGiven:
    case VersionConflict:
    case TooManyRequests:
    case Busy:
    case DatabaseFailed:
    case DiskFull:
    case FolderNotWritable:
        return detail(server::http::statusOf(error.code), textOf(server::http::forClients(error)));
    case PortTaken:
    case FolderInUse:
    case DatabaseNewer:
    case DatabaseDamaged:
    case MasterKeyMissing:
    case MasterKeyWrong:
    case Unreachable:
    case TlsFailed:
    case TimedOut:
    case Cancelled:
    case UnexpectedAnswer:
    case NotSupported:
    case KeychainUnavailable:
    case KeychainLocked:
    case FileFailed:
    case Internal:
        return detail(500, u"Internal Server Error"_s);
    }
    return detail(500, u"Internal Server Error"_s);
}

} // namespace authdesk::systems::pipelit::routes
