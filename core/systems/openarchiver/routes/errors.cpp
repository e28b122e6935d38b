// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/auth.h"
#include "core/systems/openarchiver/routes/routes.h"

#include <algorithm>

namespace authdesk::systems::openarchiver::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Method;
using server::http::Request;
using server::http::Response;

namespace {

Response message(int status, const QString &text)
{
    return Response::json(status, messages::encodeMessage(text));
}

/// The path from the version on: "/users/…".
QByteArrayView topicOf(const Request &request)
{
    QByteArrayView path = request.path;
    if (path.startsWith(request.prefix))
        path = path.sliced(request.prefix.size());
    if (path.startsWith("/api/"))
        path = path.sliced(4);
    return path.startsWith("/v1/") ? path.sliced(3) : path;
}

QLatin1StringView unauthenticated(const Request &request)
{
    if (!request.header("X-API-KEY").isEmpty())
        return messages::invalidKey;
    if (request.bearer.isEmpty())
        return messages::noToken;
    return messages::saysPending(request.bearer.view()) ? messages::mfaRequired
                                                        : messages::invalidToken;
}

/// Its own words for a right that is missing.
QLatin1StringView withoutRight(const Request &request)
{
    const QByteArrayView topic = topicOf(request);
    const bool isRead = request.method == Method::Get || request.method == Method::Head;
    if (topic.startsWith("/users") && !isRead)
        return messages::mayNotManageUsers;
    if (topic.startsWith("/iam/") && !isRead)
        return messages::mayNotManageRoles;
    if (topic.startsWith("/dashboard/"))
        return messages::mayNotSeeDashboard;
    if (topic.startsWith("/settings/"))
        return messages::mayNotChangeSettings;
    return messages::mayNot;
}

/// What every place says that refuses a right; where there is more to say, it is said.
bool isPlainRefusal(const QString &text)
{
    return text == "You may not do that."_L1 || text == "You may not do this."_L1;
}

Response invalid(const Error &error, const Request &request)
{
    if (topicOf(request).startsWith("/api-keys"))
        return Response::json(400, messages::encodeInvalidBody(error.fields));
    const auto isTaken = [](const base::FieldError &field) { return field.code == "taken"_L1; };
    const bool taken = std::ranges::any_of(error.fields, isTaken);
    const QString text = server::http::forClients(error).message;
    return message(taken ? 409 : 400, text.isEmpty() ? QString(messages::invalidBody) : text);
}

} // namespace

Response encodeError(const Error &error, const Request &request)
{
    const int status = server::http::statusOf(error.code);
    switch (error.code) {
    case ErrorCode::InvalidFields:
        return invalid(error, request);
    case ErrorCode::Unauthenticated:
    case ErrorCode::RefreshReused:
        return message(status, unauthenticated(request));
    case ErrorCode::InvalidCredentials:
        return message(status, messages::invalidCredentials);
    case ErrorCode::InvalidCode:
        // On the way in it is the sign-in that fails.
        return message(topicOf(request).startsWith("/auth/") ? 401 : status, error.message);
    case ErrorCode::SetupAlreadyDone:
        return message(403, messages::setupDone);
    case ErrorCode::WrongCurrentPassword:
        return message(400, messages::invalidCurrentPassword);
    case ErrorCode::Forbidden:
        return message(status, isPlainRefusal(error.message) ? QString(withoutRight(request))
                                                             : error.message);
    default: // what it has no words for
        break;
    }
    const QString text = server::http::forClients(error).message;
    const bool isOurMistake = status == 500 || text.isEmpty();
    return message(status, isOurMistake ? u"Something went wrong in the server."_s : text);
}

} // namespace authdesk::systems::openarchiver::routes
