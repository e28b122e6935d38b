// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/users.h"
#include "core/systems/authdesk/routes/rows.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

namespace {

QByteArray encodeMe(const model::User &user)
{
    return QJsonDocument(messages::encode(user)).toJson(QJsonDocument::Compact);
}

Answer me(Services &services, const Request &request)
{
    const qint64 userId = request.principal->userId;
    QByteArray known =
        services.tokens().recallMe(userId, request.bearer.view(), systemName, &encodeMe);
    if (!known.isEmpty())
        return Response::encodedJson(200, std::move(known));
    // Forgotten between the check and here: rare, and one short read.
    auto body = services.tokens().meBody(userId, systemName, &encodeMe);
    if (!body)
        return std::unexpected(body.error());
    return Response::encodedJson(200, std::move(*body));
}

Answer updateMe(Services &services, const Request &request)
{
    const auto change = messages::decodeProfileChange(request.body);
    if (!change)
        return std::unexpected(change.error());
    const auto user = services.account().updateMe(bridge::actorOf(request),
                                                  {.username = change->username,
                                                   .email = change->email,
                                                   .firstName = change->firstName,
                                                   .lastName = change->lastName},
                                                  callerOf(request));
    if (!user)
        return std::unexpected(user.error());
    return Response::json(200, messages::encode(*user));
}

Answer changePassword(Services &services, const Request &request)
{
    using server::service::OtherSessions;
    const auto change = messages::decodePasswordChange(request.body);
    if (!change)
        return std::unexpected(change.error());
    const auto done = services.account().changePassword(
        bridge::actorOf(request), change->currentPassword, change->newPassword,
        change->endOtherSessions ? OtherSessions::End : OtherSessions::Keep, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

Answer ownSessions(Services &services, const Request &request)
{
    auto sessions = services.account().sessions(bridge::actorOf(request));
    if (!sessions)
        return std::unexpected(sessions.error());
    const model::Page<model::Session> page{.items = std::move(*sessions), .nextCursor = {}};
    return Response::json(200, messages::encodeSessions(page));
}

Answer endOwnSession(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto done =
        services.account().endSession(bridge::actorOf(request), *id, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

Answer endOtherSessions(Services &services, const Request &request)
{
    const auto done =
        services.account().endOtherSessions(bridge::actorOf(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

} // namespace

void appendAccountRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/me", Right::signedInOrEnrolling(),
         Handler::inLoop(bound(services, &me))},
        {Method::Patch, "/admin/v1/me", Right::signedIn(),
         Handler::onPool(bound(services, &updateMe))},
        {Method::Post, "/admin/v1/me/password", Right::signedIn(),
         Handler::onSignInPool(bound(services, &changePassword))},
        {Method::Get, "/admin/v1/me/sessions", Right::signedIn(),
         Handler::onPool(bound(services, &ownSessions))},
        {Method::Delete, "/admin/v1/me/sessions", Right::signedIn(),
         Handler::onPool(bound(services, &endOtherSessions))},
        {Method::Delete, "/admin/v1/me/sessions/{id}", Right::signedIn(),
         Handler::onPool(bound(services, &endOwnSession))},
    };
}

} // namespace authdesk::systems::own::routes
