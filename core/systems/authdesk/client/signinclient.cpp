// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/signinclient.h"

#include "core/base/sentences.h"
#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/signin.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

gateway::SignedIn toGateway(const messages::SignedIn &step)
{
    return {.tokens = {.access = step.accessToken,
                       .refresh = step.refreshToken,
                       .expiresInSeconds = step.expiresIn},
            .user = step.user,
            .mfaEnrollmentRequired = step.mfaEnrollmentRequired};
}

/// `login` goes along, for servers that ask for it again.
auto outcomeDecoder(const QString &login)
{
    return [login](const QByteArray &body) -> base::Result<gateway::SignInOutcome> {
        const auto answer = messages::decodeSignInAnswer(body);
        if (!answer)
            return std::unexpected(answer.error());
        if (const auto *factor = std::get_if<messages::MfaRequired>(&*answer))
            return gateway::SecondFactorNeeded{
                .challenge = factor->mfaToken, .login = login, .methods = factor->methods};
        if (const auto *change = std::get_if<messages::PasswordChangeRequired>(&*answer))
            return gateway::PasswordChangeNeeded{.changeToken = change->changeToken,
                                                 .login = login};
        return toGateway(std::get<messages::SignedIn>(*answer));
    };
}

base::Result<gateway::SignedIn> decodeSignedIn(const QByteArray &body)
{
    const auto answer = messages::decodeSignInAnswer(body);
    if (!answer)
        return std::unexpected(answer.error());
    if (const auto *step = std::get_if<messages::SignedIn>(&*answer))
        return toGateway(*step);
    return base::fail(base::ErrorCode::UnexpectedAnswer,
                      Sentences::tr("The server asks for one more step where there is none."));
}

} // namespace

SignInClient::Answer<gateway::SetupState> SignInClient::setupState()
{
    return net::decoded<gateway::SetupState>(
        m_api.call({.path = u"/setup"_s, .as = net::CallAs::Nobody}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<gateway::SetupState> {
            const auto state = messages::decodeSetupState(body);
            if (!state)
                return std::unexpected(state.error());
            return gateway::SetupState{.needsSetup = state->needsSetup,
                                       .codeRequired = state->codeRequired};
        });
}

SignInClient::Answer<gateway::SignedIn> SignInClient::setUp(const gateway::SetupRequest &request)
{
    const messages::SetupRequest body{
        .username = request.username,
        .email = request.email.isEmpty() ? std::nullopt : std::optional(request.email),
        .firstName = {},
        .lastName = {},
        .password = request.password,
        .serverName = request.serverName};
    net::ApiCall call{.method = "POST",
                      .path = u"/setup"_s,
                      .body = messages::encode(body),
                      .as = net::CallAs::Nobody};
    if (!request.setupCode.isEmpty())
        call.headers.append({"X-Setup-Code", request.setupCode.toUtf8()});
    return net::decoded<gateway::SignedIn>(m_api.call(call), messages::decodeError, decodeSignedIn);
}

SignInClient::Answer<gateway::SignInOutcome> SignInClient::signIn(const QString &login,
                                                                  const base::Secret &password)
{
    return net::decoded<gateway::SignInOutcome>(
        post(u"/sign-in"_s,
             messages::encode(messages::SignInRequest{.login = login, .password = password})),
        messages::decodeError, outcomeDecoder(login));
}

SignInClient::Answer<gateway::SignInOutcome>
SignInClient::verify(const gateway::SecondFactorNeeded &step, const QString &code)
{
    return net::decoded<gateway::SignInOutcome>(
        post(u"/sign-in/verify"_s,
             messages::encode(messages::VerifyRequest{.mfaToken = step.challenge,
                                                      .code = base::Secret::fromString(code)})),
        messages::decodeError, outcomeDecoder(step.login));
}

SignInClient::Answer<gateway::SignInOutcome>
SignInClient::changePassword(const gateway::PasswordChangeNeeded &step,
                             const base::Secret &newPassword)
{
    return net::decoded<gateway::SignInOutcome>(
        post(u"/sign-in/change-password"_s,
             messages::encode(messages::ForcedPasswordRequest{.changeToken = step.changeToken,
                                                              .newPassword = newPassword})),
        messages::decodeError, outcomeDecoder(step.login));
}

SignInClient::Answer<gateway::SignedIn> SignInClient::refresh(const base::Secret &refreshToken)
{
    return net::decoded<gateway::SignedIn>(
        post(u"/sign-in/refresh"_s,
             messages::encode(messages::RefreshRequest{.refreshToken = refreshToken})),
        messages::decodeError, decodeSignedIn);
}

SignInClient::Answer<void> SignInClient::signOut()
{
    if (!m_api.hasAccessToken())
        return net::readyFuture<base::Result<void>>({});
    return net::succeeded(m_api.call({.method = "POST", .path = u"/sign-out"_s}),
                          messages::decodeError);
}

QFuture<base::Result<net::Answer>> SignInClient::post(const QString &path, const QJsonObject &body)
{
    return m_api.call({.method = "POST", .path = path, .body = body, .as = net::CallAs::Nobody});
}

} // namespace authdesk::systems::own::client
