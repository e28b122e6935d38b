// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/signincheck.h"
#include "core/systems/authdesk/messages/users.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::Actor;
using server::service::Caller;
using server::service::OneTimeSecret;
using server::service::UserService;

namespace {

using UserAction = base::Result<model::User> (UserService::*)(const Actor &, qint64,
                                                              const Caller &);

Answer handedOut(const base::Result<OneTimeSecret> &made, messages::OneTimeKind kind)
{
    if (!made)
        return std::unexpected(made.error());
    const messages::OneTimeSecret answer{.secret = made->secret, .expiresAt = made->expiresAt};
    return Response::json(200, messages::encode(answer, kind)).carriesSecret();
}

Answer resetPassword(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    return handedOut(
        services.users().resetPassword(bridge::actorOf(request), *id, callerOf(request)),
        messages::OneTimeKind::Password);
}

Answer resetSecondFactor(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto wanted = messages::decodeResetMfaRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    return handedOut(services.users().resetSecondFactor(bridge::actorOf(request), *id,
                                                        callerOf(request), wanted->recognisedBy),
                     messages::OneTimeKind::Code);
}

Answer checkSignIn(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    return answered<model::SignInCheck>(services.users().checkSignIn(bridge::actorOf(request), *id),
                                        &messages::encode);
}

/// POST /users/{id}/…: what answers with the person as it is afterwards.
Handler::Call userAction(Services &services, UserAction action)
{
    return [&services, action](const Request &request) -> Answer {
        if (const auto fine = refuseQuery(request); !fine)
            return std::unexpected(fine.error());
        const auto id = idOf(request);
        if (!id)
            return std::unexpected(id.error());
        const auto user =
            (services.users().*action)(bridge::actorOf(request), *id, callerOf(request));
        if (!user)
            return std::unexpected(user.error());
        return Response::json(200, messages::encode(*user))
            .withHeader("ETag", etagOf(user->version));
    };
}

} // namespace

void appendUserActionRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Post, "/admin/v1/users/{id}/reset-password",
         Right::to(Action::Update, Subject::Users),
         Handler::onSignInPool(bound(services, &resetPassword))},
        {Method::Post, "/admin/v1/users/{id}/reset-mfa", Right::to(Action::Update, Subject::Users),
         Handler::onSignInPool(bound(services, &resetSecondFactor))},
        {Method::Get, "/admin/v1/users/{id}/sign-in-check", Right::to(Action::Read, Subject::Users),
         Handler::onPool(bound(services, &checkSignIn))},
        {Method::Post, "/admin/v1/users/{id}/unlock", Right::to(Action::Update, Subject::Users),
         Handler::onPool(userAction(services, &UserService::unlock))},
        {Method::Post, "/admin/v1/users/{id}/revoke-sessions",
         Right::to(Action::Update, Subject::Users),
         Handler::onPool(userAction(services, &UserService::revokeSessions))},
    };
}

} // namespace authdesk::systems::own::routes
