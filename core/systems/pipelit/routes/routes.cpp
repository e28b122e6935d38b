// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/routes/routes.h"

#include "core/systems/pipelit/messages/auth.h"
#include "core/systems/pipelit/messages/errors.h"
#include "core/systems/pipelit/routes/rows.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::pipelit::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Mount;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::Services;

namespace {

Response keyAnswer(const server::service::SignedIn &in)
{
    return Response::json(200, messages::encode(messages::KeyAnswer{.key = in.accessToken,
                                                                    .requiresMfa = false,
                                                                    .mfaEnrollmentRequired =
                                                                        in.mfaEnrollmentRequired}))
        .carriesSecret();
}

Response toResponse(const server::service::SignInOutcome &outcome)
{
    if (const auto *in = std::get_if<server::service::SignedIn>(&outcome))
        return keyAnswer(*in);
    if (std::holds_alternative<server::service::SecondFactorRequired>(outcome))
        return Response::json(
            200, messages::encode(messages::KeyAnswer{.key = {}, .requiresMfa = true}));
    const auto &change = std::get<server::service::PasswordChangeRequired>(outcome);
    return Response::json(401, messages::encodePasswordChange(change.changeToken))
        .carriesSecret()
        .withHeader("WWW-Authenticate", "Bearer");
}

Response mfaStatus(bool enabled)
{
    return Response::json(200, messages::encode(messages::MfaStatus{.mfaEnabled = enabled}));
}

QByteArray encodeMe(const model::User &user)
{
    const messages::Me me{.username = user.username, .mfaEnabled = user.mfaEnabled};
    return QJsonDocument(messages::encode(me)).toJson(QJsonDocument::Compact);
}

Answer token(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCredentialsRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome =
        services.signIn().signIn(wanted->username, wanted->password, callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome);
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

Answer setupStatus(Services &services, const Request &)
{
    return Response::json(
        200, messages::encode(messages::SetupState{.needsSetup = services.setup().needsSetup()}));
}

Answer setUp(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCredentialsRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in =
        services.setup().setUp({.username = wanted->username,
                                .email = std::nullopt,
                                .firstName = {},
                                .lastName = {},
                                .password = wanted->password,
                                .serverName = {},
                                .setupCode = QString::fromUtf8(request.header("X-Setup-Code"))},
                               callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return keyAnswer(*in);
}

Answer mfaSetup(Services &services, const Request &request)
{
    const auto started = services.mfa().beginTotp(bridge::actorOf(request), callerOf(request));
    if (!started)
        return std::unexpected(started.error());
    return Response::json(200,
                          messages::encode(messages::TotpSetup{
                              .secret = started->key, .provisioningUri = started->provisioningUri}))
        .carriesSecret();
}

Answer mfaVerify(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCodeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto done = services.mfa().confirmTotp(bridge::actorOf(request), wanted->code.toString(),
                                                 callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return mfaStatus(done->mfaEnabled);
}

Answer mfaDisable(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCodeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto done = services.mfa().removeAllFactors(bridge::actorOf(request),
                                                      wanted->code.toString(), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return mfaStatus(false);
}

Answer mfaState(Services &services, const Request &request)
{
    const auto state = services.mfa().mfaState(bridge::actorOf(request));
    if (!state)
        return std::unexpected(state.error());
    return mfaStatus(state->enabled);
}

Answer mfaLoginVerify(Services &services, const Request &request)
{
    const auto wanted = messages::decodeLoginVerifyRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome = services.signIn().verifyByName(wanted->username, wanted->code.toString(),
                                                        callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome);
}

Answer mfaReset(Services &services, const Request &request)
{
    const auto done =
        services.mfa().resetFactorsFromLoopback(bridge::actorOf(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return mfaStatus(false);
}

/// There is no redis here. What it does for Pipelit, handing work to whoever waits for it, happens
/// in this process: it is up whenever this answers.
Answer health(Services &services, const Request &)
{
    return Response::json(
        200, messages::encode(messages::Health{.version = QStringLiteral(AUTHDESK_VERSION),
                                               .redis = true,
                                               .database = services.isReady()}));
}

} // namespace

Mount rootMount(Services &services)
{
    // Whoever must set up a second factor may see itself and do just that; taking a factor away
    // answers such a person that there is none.
    const Right anyone = Right::anyone();
    const Right known = Right::signedInOrEnrolling();
    return {.prefix = {},
            .system = systemName,
            .routes =
                {
                    {Method::Post, "/api/v1/auth/token/", anyone,
                     Handler::onSignInPool(bound(services, &token))},
                    {Method::Get, "/api/v1/auth/me/", known, Handler::inLoop(bound(services, &me))},
                    {Method::Get, "/api/v1/auth/setup-status/", anyone,
                     Handler::onPool(bound(services, &setupStatus))},
                    {Method::Post, "/api/v1/auth/setup/", anyone,
                     Handler::onSignInPool(bound(services, &setUp))},
                    {Method::Post, "/api/v1/auth/mfa/setup/", known,
                     Handler::onPool(bound(services, &mfaSetup))},
                    {Method::Post, "/api/v1/auth/mfa/verify/", known,
                     Handler::onSignInPool(bound(services, &mfaVerify))},
                    {Method::Post, "/api/v1/auth/mfa/disable/", known,
                     Handler::onSignInPool(bound(services, &mfaDisable))},
                    {Method::Get, "/api/v1/auth/mfa/status/", known,
                     Handler::onPool(bound(services, &mfaState))},
                    {Method::Post, "/api/v1/auth/mfa/login-verify/", anyone,
                     Handler::onSignInPool(bound(services, &mfaLoginVerify))},
                    {Method::Post, "/api/v1/auth/mfa/reset/", known,
                     Handler::onPool(bound(services, &mfaReset))},
                },
            .encodeError = &encodeError};
}

Mount mount(QByteArray prefix, Services &services)
{
    Mount whole = rootMount(services);
    whole.prefix = std::move(prefix);
    addUserRows(whole.routes, services);
    addKeyRows(whole.routes, services);
    addAgentRows(whole.routes, services);
    return whole;
}

Mount listenerMount(Services &services)
{
    Mount own = mount({}, services);
    own.routes.append(
        {Method::Get, "/health", Right::anyone(), Handler::onPool(bound(services, &health))});
    return own;
}

} // namespace authdesk::systems::pipelit::routes
