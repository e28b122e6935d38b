// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/signin.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

namespace {

messages::SignedIn toMessage(const server::service::SignedIn &in)
{
    return {.accessToken = in.accessToken,
            .refreshToken = in.refreshToken,
            .expiresIn = in.expiresIn,
            .user = in.user,
            .mfaEnrollmentRequired = in.mfaEnrollmentRequired};
}

Response toResponse(const server::service::SignInOutcome &outcome)
{
    messages::SignInAnswer answer;
    if (const auto *in = std::get_if<server::service::SignedIn>(&outcome))
        answer = toMessage(*in);
    else if (const auto *second = std::get_if<server::service::SecondFactorRequired>(&outcome))
        answer = messages::MfaRequired{.mfaToken = second->mfaToken, .methods = second->methods};
    else
        answer = messages::PasswordChangeRequired{
            .changeToken = std::get<server::service::PasswordChangeRequired>(outcome).changeToken};
    return Response::json(200, messages::encode(answer)).carriesSecret();
}

Answer setupState(Services &services, const Request &request)
{
    return Response::json(200,
                          messages::encode(messages::SetupState{
                              .needsSetup = services.setup().needsSetup(),
                              .codeRequired = services.setup().codeRequired(callerOf(request))}));
}

Answer setUp(Services &services, const Request &request)
{
    const auto wanted = messages::decodeSetupRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in =
        services.setup().setUp({.username = wanted->username,
                                .email = wanted->email,
                                .firstName = wanted->firstName,
                                .lastName = wanted->lastName,
                                .password = wanted->password,
                                .serverName = wanted->serverName,
                                .setupCode = QString::fromUtf8(request.header("X-Setup-Code"))},
                               callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return Response::json(201, messages::encode(messages::SignInAnswer(toMessage(*in))))
        .carriesSecret();
}

Answer signIn(Services &services, const Request &request)
{
    const auto wanted = messages::decodeSignInRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome =
        services.signIn().signIn(wanted->login, wanted->password, callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome);
}

Answer verify(Services &services, const Request &request)
{
    const auto wanted = messages::decodeVerifyRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome =
        services.signIn().verify(wanted->mfaToken, wanted->code.toString(), callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome);
}

Answer refresh(Services &services, const Request &request)
{
    const auto wanted = messages::decodeRefreshRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in = services.signIn().refresh(wanted->refreshToken, callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return toResponse(server::service::SignInOutcome(*in));
}

Answer changeForcedPassword(Services &services, const Request &request)
{
    const auto wanted = messages::decodeForcedPasswordRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome = services.signIn().changePassword(wanted->changeToken, wanted->newPassword,
                                                          callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome);
}

Answer signOut(Services &services, const Request &request)
{
    const auto done = services.signIn().signOut(bridge::actorOf(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

} // namespace

void appendSignInRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/setup", Right::anyone(),
         Handler::onPool(bound(services, &setupState))},
        {Method::Post, "/admin/v1/setup", Right::anyone(),
         Handler::onSignInPool(bound(services, &setUp))},
        {Method::Post, "/admin/v1/sign-in", Right::anyone(),
         Handler::onSignInPool(bound(services, &signIn))},
        {Method::Post, "/admin/v1/sign-in/verify", Right::anyone(),
         Handler::onSignInPool(bound(services, &verify))},
        {Method::Post, "/admin/v1/sign-in/refresh", Right::anyone(),
         Handler::onPool(bound(services, &refresh))},
        {Method::Post, "/admin/v1/sign-in/change-password", Right::anyone(),
         Handler::onSignInPool(bound(services, &changeForcedPassword))},
        // Also for someone who is held back by a missing second factor: it only takes away.
        {Method::Post, "/admin/v1/sign-out", Right::signedInOrEnrolling(),
         Handler::onPool(bound(services, &signOut))},
    };
}

} // namespace authdesk::systems::own::routes
