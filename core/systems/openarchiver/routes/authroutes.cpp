// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/admission.h"
#include "core/systems/openarchiver/messages/auth.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using server::http::BodyType;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

constexpr qint64 secondsOfPending = 5 * 60;
/// A factor to set up first.
constexpr qint64 secondsOfEnrolling = 10 * 60;

/// JSON or a form, as its framework takes both.
base::Result<QJsonObject> readEither(const Request &request)
{
    const QByteArray type = request.header("Content-Type");
    if (request.body.isEmpty() || server::http::isJsonType(type))
        return messages::readBody(request.body);
    if (type.split(';').first().trimmed().toLower() == "application/x-www-form-urlencoded")
        return messages::readForm(request.body);
    return base::fail(base::ErrorCode::UnsupportedMediaType,
                      QStringLiteral("Send the body as application/json."));
}

QByteArray cookie(const Request &request, QByteArrayView token, qint64 seconds)
{
    return pendingCookie.toByteArray() + '=' + token.toByteArray()
           + "; Path=/; Max-Age=" + QByteArray::number(seconds) + "; HttpOnly; SameSite=Strict"
           + (request.secure ? "; Secure" : "");
}

Answer tokenAnswer(Services &services, const server::service::SignedIn &in, int status,
                   const QList<base::Secret> &backupCodes = {})
{
    const auto person = services.peopleWithRoles().withRole(in.user);
    if (!person)
        return std::unexpected(person.error());
    return Response::json(status, messages::encode(messages::SignedIn{.accessToken = in.accessToken,
                                                                      .person = shown(*person),
                                                                      .mfaEnrollmentRequired =
                                                                          in.mfaEnrollmentRequired,
                                                                      .backupCodes = backupCodes}))
        .carriesSecret();
}

Response challengeAnswer(const server::service::SecondFactorRequired &second,
                         const Request &request)
{
    const qint64 seconds = second.mustSetUp ? secondsOfEnrolling : secondsOfPending;
    return Response::json(200, messages::encodeMfaRequired(second.mustSetUp))
        .carriesSecret()
        .withHeader("Set-Cookie", cookie(request, second.mfaToken.view(), seconds));
}

} // namespace

Answer signInAnswer(Services &services, const server::service::SignInOutcome &outcome,
                    const Request &request, const QList<base::Secret> &backupCodes)
{
    if (const auto *in = std::get_if<server::service::SignedIn>(&outcome))
        return tokenAnswer(services, *in, 200, backupCodes);
    if (const auto *second = std::get_if<server::service::SecondFactorRequired>(&outcome))
        return challengeAnswer(*second, request);
    const auto &change = std::get<server::service::PasswordChangeRequired>(outcome);
    return Response::json(401, messages::encodePasswordChange(change.changeToken))
        .carriesSecret()
        .withHeader("WWW-Authenticate", "Bearer");
}

Answer withoutPendingCookie(Answer answer, const Request &request)
{
    if (!answer)
        return answer;
    return (*std::move(answer)).withHeader("Set-Cookie", cookie(request, {}, 0));
}

base::Secret pendingChallenge(const Request &request)
{
    return base::Secret(messages::cookieOf(request.header("Cookie"), pendingCookie));
}

namespace {

Answer setUp(Services &services, const Request &request)
{
    const auto body = readEither(request);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeSetup(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto in =
        services.setup().setUp({.username = {},
                                .email = wanted->email,
                                .firstName = wanted->firstName,
                                .lastName = wanted->lastName,
                                .password = wanted->password,
                                .serverName = {},
                                .setupCode = QString::fromUtf8(request.header("X-Setup-Code"))},
                               callerOf(request));
    if (!in)
        return std::unexpected(in.error());
    return tokenAnswer(services, *in, 201);
}

Answer login(Services &services, const Request &request)
{
    const auto body = readEither(request);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeCredentials(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    auto caller = callerOf(request);
    caller.setsUpFactorFirst = true;
    const auto outcome = services.signIn().signIn(wanted->email, wanted->password, caller);
    if (!outcome)
        return std::unexpected(outcome.error());
    return signInAnswer(services, *outcome, request, {});
}

Answer status(Services &services, const Request &)
{
    return Response::json(200, messages::encodeSetupState(services.setup().needsSetup()));
}

Answer verify(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeVerify(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    base::Secret challenge = wanted->mfaToken;
    if (challenge.isEmpty())
        challenge = pendingChallenge(request);
    if (challenge.isEmpty())
        return base::fail(base::ErrorCode::ChallengeEnded,
                          QStringLiteral("Sign in with your password first."));
    const auto outcome = services.signIn().verify(challenge, wanted->code, callerOf(request));
    if (!outcome)
        return std::unexpected(outcome.error());
    return withoutPendingCookie(signInAnswer(services, *outcome, request, {}), request);
}

} // namespace

void addSignInRows(Rows &rows, Services &services)
{
    rows << Route{Method::Post, "/auth/setup", Right::anyone(),
                  Handler::onSignInPool(bound(services, &setUp)), BodyType::Any}
         << Route{Method::Post, "/auth/login", Right::anyone(),
                  Handler::onSignInPool(bound(services, &login)), BodyType::Any}
         << Route{Method::Get, "/auth/status", Right::anyone(),
                  Handler::onPool(bound(services, &status))}
         << Route{Method::Post, "/auth/mfa/verify", Right::anyone(),
                  Handler::onSignInPool(bound(services, &verify))};
    addForcedRows(rows, services);
}

} // namespace authdesk::systems::openarchiver::routes
