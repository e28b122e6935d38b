// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/totppicture.h"
#include "core/systems/bloqd/messages/auth.h"
#include "core/systems/bloqd/messages/errors.h"
#include "core/systems/bloqd/routes/rows.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::bloqd::routes {

using namespace Qt::StringLiterals;
using messages::SignInStep;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

Answer tokenAnswer(Services &services, const server::service::SignedIn &in, SignInStep step)
{
    const auto rank = services.ranks().rankOfPerson(in.user);
    if (!rank)
        return std::unexpected(rank.error());
    const messages::SignedIn answer{.accessToken = in.accessToken,
                                    .refreshToken = in.refreshToken,
                                    .expiresIn = in.expiresIn,
                                    .user = shown(in.user, *rank),
                                    .mfaEnrollmentRequired = in.mfaEnrollmentRequired};
    return Response::json(200, messages::encode(answer, step)).carriesSecret();
}

Answer toResponse(Services &services, const server::service::SignInOutcome &outcome,
                  SignInStep step)
{
    if (const auto *in = std::get_if<server::service::SignedIn>(&outcome))
        return tokenAnswer(services, *in, step);
    if (const auto *second = std::get_if<server::service::SecondFactorRequired>(&outcome))
        return Response::json(200, messages::encodeMfaRequired(second->mfaToken, second->methods))
            .carriesSecret();
    const auto &change = std::get<server::service::PasswordChangeRequired>(outcome);
    return Response::json(401, messages::encodePasswordChange(change.changeToken))
        .carriesSecret()
        .withHeader("WWW-Authenticate", "Bearer");
}

Answer login(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCredentials(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto outcome =
        services.signIn().signIn(wanted->username, wanted->password, callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return toResponse(services, *outcome, SignInStep::Password);
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
    return toResponse(services, *outcome, SignInStep::SecondFactor);
}

Answer refresh(Services &services, const Request &request)
{
    const auto wanted = messages::decodeRefreshRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in = services.signIn().refresh(*wanted, callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return Response::json(200, messages::encodeRefreshed(in->accessToken, in->expiresIn))
        .carriesSecret();
}

Answer logout(Services &services, const Request &request)
{
    const auto done = services.signIn().signOut(bridge::actorOf(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeMessage(u"Logged out successfully"_s));
}

Answer me(Services &services, const Request &request)
{
    const auto encode = [&request](const model::User &user) {
        const auto rank = server::service::rankOf(request.principal->statements);
        return QJsonDocument(messages::encodeMe(shown(user, rank))).toJson(QJsonDocument::Compact);
    };
    // What is kept is the person's; a key with limits may do less, and its rank says so.
    if (request.principal->keyLevel != model::KeyLevel::Admin) {
        if (const auto user = services.tokens().recallUser(request.bearer.view()))
            return Response::encodedJson(200, encode(*user));
        const auto user = services.account().me(bridge::actorOf(request));
        if (!user)
            return std::unexpected(user.error());
        return Response::encodedJson(200, encode(*user));
    }
    const qint64 userId = request.principal->userId;
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

Answer mfaEnable(Services &services, const Request &request)
{
    const auto started =
        services.mfa().beginTotpWithCodes(bridge::actorOf(request), callerOf(request));
    if (!started)
        return std::unexpected(started.error());
    const auto picture = server::service::totpPicture(started->provisioningUri);
    if (!picture)
        return std::unexpected(picture.error());
    return Response::json(
               200, messages::encode(messages::MfaStarted{.secret = started->key,
                                                          .qrPng = *picture,
                                                          .backupCodes = started->recoveryCodes}))
        .carriesSecret();
}

Answer mfaConfirm(Services &services, const Request &request)
{
    const auto code = messages::decodeCodeRequest(request.body);
    if (!code)
        return std::unexpected(code.error());
    const auto done =
        services.mfa().confirmTotp(bridge::actorOf(request), code->toString(), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeMfaChanged(done->mfaEnabled));
}

Answer mfaDisable(Services &services, const Request &request)
{
    const auto password = messages::decodePasswordRequest(request.body);
    if (!password)
        return std::unexpected(password.error());
    const auto done = services.mfa().removeAllFactorsByPassword(bridge::actorOf(request), *password,
                                                                callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeMfaChanged(false));
}

/// Ends the other sign-ins: its body has no field to ask.
Answer changePassword(Services &services, const Request &request)
{
    const auto wanted = messages::decodePasswordChange(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto changed =
        services.account().changePassword(bridge::actorOf(request), wanted->current, wanted->wanted,
                                          server::service::OtherSessions::End, callerOf(request));
    if (!changed)
        return std::unexpected(changed.error());
    return Response::json(200, messages::encodeMessage(u"Password changed successfully"_s));
}

} // namespace

void addAuthRows(QList<Route> &rows, Services &services)
{
    // Whoever must set up a second factor may do just that; taking one away answers such a person
    // that there is none.
    const Right known = Right::signedInOrEnrolling();
    rows << Route{Method::Post, "/api/v1/auth/mfa/enable", known,
                  Handler::onSignInPool(bound(services, &mfaEnable))}
         << Route{Method::Post, "/api/v1/auth/mfa/confirm", known,
                  Handler::onSignInPool(bound(services, &mfaConfirm))}
         << Route{Method::Post, "/api/v1/auth/mfa/disable", known,
                  Handler::onSignInPool(bound(services, &mfaDisable))}
         << Route{Method::Post, "/api/v1/auth/password", Right::signedIn(),
                  Handler::onSignInPool(bound(services, &changePassword))};
}

void addSharedRows(QList<Route> &rows, Services &services)
{
    const Right known = Right::signedInOrEnrolling();
    rows << Route{Method::Post, "/api/v1/auth/login", Right::anyone(),
                  Handler::onSignInPool(bound(services, &login))}
         << Route{Method::Post, "/api/v1/auth/mfa/verify", Right::anyone(),
                  Handler::onSignInPool(bound(services, &mfaVerify))}
         << Route{Method::Post, "/api/v1/auth/refresh", Right::anyone(),
                  Handler::onPool(bound(services, &refresh))}
         << Route{Method::Post, "/api/v1/auth/logout", known,
                  Handler::onPool(bound(services, &logout))}
         << Route{Method::Get, "/api/v1/auth/me", known, Handler::inLoop(bound(services, &me))};
}

} // namespace authdesk::systems::bloqd::routes
