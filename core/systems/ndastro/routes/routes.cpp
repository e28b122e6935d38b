// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/routes/routes.h"

#include "core/server/service/rights.h"
#include "core/systems/ndastro/messages/auth.h"
#include "core/systems/ndastro/messages/errors.h"
#include "core/systems/ndastro/messages/form.h"
#include "core/systems/ndastro/routes/rows.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::ndastro::routes {

using namespace Qt::StringLiterals;
using server::http::BodyType;
using server::http::Handler;
using server::http::Method;
using server::http::Mount;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::Services;

namespace {

/// Its own clients send the refresh token back in this cookie at logout. Nothing here is ever
/// opened by it.
QByteArray refreshCookie(const Request &request, QByteArrayView token, qint64 seconds)
{
    return "refresh_token=" + token.toByteArray()
           + "; Path=/; Max-Age=" + QByteArray::number(seconds) + "; HttpOnly; SameSite=Lax"
           + (request.secure ? "; Secure" : "");
}

Response tokenAnswer(const server::service::SignedIn &in, const Request &request)
{
    const messages::SignedIn answer{
        .username = in.user.username,
        .access = {.token = in.accessToken, .expiresIn = in.expiresIn},
        .refresh = {.token = in.refreshToken, .expiresIn = in.refreshExpiresIn},
        .mfaEnrollmentRequired = in.mfaEnrollmentRequired};
    if (in.refreshToken.isEmpty())
        return Response::json(200, messages::encodeOAuth(answer)).carriesSecret();
    return Response::json(200, messages::encode(answer))
        .carriesSecret()
        .withHeader("Set-Cookie",
                    refreshCookie(request, in.refreshToken.view(), in.refreshExpiresIn));
}

Response toResponse(const server::service::SignInOutcome &outcome, const Request &request)
{
    if (const auto *in = std::get_if<server::service::SignedIn>(&outcome))
        return tokenAnswer(*in, request);
    const auto *const second = std::get_if<server::service::SecondFactorRequired>(&outcome);
    const QJsonObject body =
        second ? messages::encodeMfaRequired(second->mfaToken, second->methods)
               : messages::encodePasswordChange(
                     std::get<server::service::PasswordChangeRequired>(outcome).changeToken);
    return Response::json(401, body).carriesSecret().withHeader("WWW-Authenticate", "Bearer");
}

Answer signIn(Services &services, const Request &request, const server::service::Caller &caller)
{
    const auto form = messages::readForm(request.header("Content-Type"), request.body);
    if (!form)
        return std::unexpected(form.error());
    const auto wanted = messages::decodeCredentials(*form);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome = services.signIn().signIn(wanted->username, wanted->password, caller);
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome, request);
}

Answer login(Services &services, const Request &request)
{
    return signIn(services, request, callerOf(request));
}

Answer token(Services &services, const Request &request)
{
    server::service::Caller caller = callerOf(request);
    caller.takesAccessOnly = true;
    return signIn(services, request, caller);
}

Answer refresh(Services &services, const Request &request)
{
    if (request.bearer.isEmpty())
        return base::fail(base::ErrorCode::Unauthenticated, u"Sign in first."_s);
    const auto wanted = messages::decodeRefreshRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in = services.signIn().refresh(*wanted, request.bearer, callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return tokenAnswer(*in, request);
}

Answer me(Services &services, const Request &request)
{
    const auto encode = [&request](const model::User &user) {
        const bool mayManage = server::service::mayManageUsers(request.principal->statements);
        const messages::Me me{.id = user.id,
                              .username = user.username,
                              .email = user.email,
                              .name = nameOf(user),
                              .isSuperuser = mayManage};
        return QJsonDocument(messages::encode(me)).toJson(QJsonDocument::Compact);
    };
    const qint64 userId = request.principal->userId;
    // What is kept is the person's; a key with limits may do less.
    if (request.principal->keyLevel != model::KeyLevel::Admin) {
        if (const auto user = services.tokens().recallUser(request.bearer.view()))
            return Response::encodedJson(200, encode(*user));
        const auto user = services.account().me(bridge::actorOf(request));
        if (!user)
            return std::unexpected(user.error());
        return Response::encodedJson(200, encode(*user));
    }
    QByteArray known =
        services.tokens().recallMe(userId, request.bearer.view(), systemName, encode);
    if (!known.isEmpty())
        return Response::encodedJson(200, std::move(known));
    // Forgotten between the check and here: rare, and one short read.
    auto body = services.tokens().meBody(userId, systemName, encode);
    if (!body)
        return std::unexpected(body.error());
    return Response::encodedJson(200, std::move(*body));
}

Answer logout(Services &services, const Request &request)
{
    const auto done = services.signIn().signOut(bridge::actorOf(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeMessage(messages::loggedOut))
        .withHeader("Set-Cookie", refreshCookie(request, {}, 0));
}

Answer mfaVerify(Services &services, const Request &request)
{
    const auto wanted = messages::decodeVerifyRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome =
        services.signIn().verify(wanted->mfaToken, wanted->code.toString(), callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(*outcome, request);
}

Answer health(Services &services, const Request &)
{
    const bool isReady = services.isReady();
    return Response::json(isReady ? 200 : 503,
                          QJsonObject{{u"status"_s, isReady ? u"ok"_s : u"unavailable"_s}});
}

} // namespace

Mount rootMount(Services &services)
{
    return {.prefix = {},
            .system = systemName,
            .routes = {{Method::Post, "/api/v1/auth/token", Right::anyone(),
                        Handler::onSignInPool(bound(services, &token)), BodyType::Any}},
            .encodeError = &encodeError};
}

Mount mount(QByteArray prefix, Services &services)
{
    Mount whole = rootMount(services);
    whole.prefix = std::move(prefix);
    // Whoever must set up a second factor may see itself, and leave.
    const Right known = Right::signedInOrEnrolling();
    whole.routes << server::http::Route{Method::Post, "/api/v1/auth/login", Right::anyone(),
                                        Handler::onSignInPool(bound(services, &login)),
                                        BodyType::Any}
                 << server::http::Route{Method::Post, "/api/v1/auth/refresh", Right::anyone(),
                                        Handler::onPool(bound(services, &refresh))}
                 << server::http::Route{Method::Get, "/api/v1/auth/me", known,
                                        Handler::inLoop(bound(services, &me))}
                 << server::http::Route{Method::Post, "/api/v1/auth/logout", known,
                                        Handler::onPool(bound(services, &logout))}
                 << server::http::Route{Method::Post, "/api/v1/auth/mfa/verify", Right::anyone(),
                                        Handler::onSignInPool(bound(services, &mfaVerify))};
    addUserRows(whole.routes, services);
    addTierRows(whole.routes, services);
    return whole;
}

Mount listenerMount(Services &services)
{
    Mount own = mount({}, services);
    own.routes.append({Method::Get, "/api/v1/health-check", Right::anyone(),
                       Handler::onPool(bound(services, &health))});
    return own;
}

} // namespace authdesk::systems::ndastro::routes
