// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitsignin.h"

#include "core/base/sentences.h"
#include "core/systems/pipelit/messages/auth.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;

namespace {

base::Result<gateway::SignedIn> toSignedIn(const messages::KeyAnswer &answer)
{
    if (answer.key.isEmpty())
        return base::fail(ErrorCode::UnexpectedAnswer,
                          Sentences::tr("The server accepted the sign-in but gave no key."));
    return gateway::SignedIn{.tokens = {.access = answer.key, .refresh = {}},
                             .user = std::nullopt,
                             .mfaEnrollmentRequired = answer.mfaEnrollmentRequired};
}

auto outcomeDecoder(const QString &login)
{
    return [login](const QByteArray &body) -> base::Result<gateway::SignInOutcome> {
        const auto answer = messages::decodeKeyAnswer(body);
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->requiresMfa)
            return gateway::SecondFactorNeeded{
                .challenge = {}, .login = login, .methods = {u"totp"_s}};
        auto signedIn = toSignedIn(*answer);
        if (!signedIn)
            return std::unexpected(signedIn.error());
        return std::move(*signedIn);
    };
}

base::Result<gateway::SignedIn> decodeSetup(const QByteArray &body)
{
    const auto answer = messages::decodeKeyAnswer(body);
    if (!answer)
        return std::unexpected(answer.error());
    return toSignedIn(*answer);
}

base::Error passwordChangeError()
{
    return {.code = ErrorCode::PasswordChangeRequired,
            .message = Sentences::tr(
                "This account must choose a new password first, and Pipelit's API has no "
                "way to do that. If the server is Authdesk, connect to it as Authdesk.")};
}

base::Error signInError(int status, const QByteArray &body, int retryAfterSeconds)
{
    const base::Error error = errorOf(status, body, retryAfterSeconds);
    if (error.code == ErrorCode::PasswordChangeRequired)
        return passwordChangeError();
    // Older frameworks word the 401 of a wrong password in ways of their own.
    if (error.code == ErrorCode::Unauthenticated)
        return {.code = ErrorCode::InvalidCredentials,
                .message = error.message,
                .detail = error.detail,
                .retryAfterSeconds = error.retryAfterSeconds};
    return error;
}

} // namespace

PipelitSignIn::Answer<gateway::SetupState> PipelitSignIn::setupState()
{
    using Told = base::Result<gateway::SetupState>;
    return net::relay<Told>(
        m_calls.get(u"/setup-status/"_s, net::CallAs::Nobody),
        [](const base::Result<net::Answer> &answer) -> Told {
            if (!answer)
                return std::unexpected(answer.error());
            // The newest generation has no such path: a 404, or its web page with 200.
            if (answer->status == 404 || (answer->status == 200 && !answer->isJson()))
                return base::fail(ErrorCode::NotSupported, commandLineSetupHint());
            if (answer->status != 200)
                return std::unexpected(
                    errorOf(answer->status, answer->body, net::retryAfterOf(*answer)));
            const auto state = messages::decodeSetupState(answer->body);
            if (!state)
                return std::unexpected(state.error());
            return gateway::SetupState{.needsSetup = state->needsSetup, .codeRequired = false};
        });
}

PipelitSignIn::Answer<gateway::SignedIn> PipelitSignIn::setUp(const gateway::SetupRequest &request)
{
    net::ApiCall call{.method = "POST",
                      .path = u"/setup/"_s,
                      .body = messages::encode(messages::CredentialsRequest{
                          .username = request.username, .password = request.password}),
                      .as = net::CallAs::Nobody};
    // Only servers of ours ask for it; others never see one.
    if (!request.setupCode.isEmpty())
        call.headers.append({"X-Setup-Code", request.setupCode.toUtf8()});
    return net::decoded<gateway::SignedIn>(m_calls.api().call(call), errorOf, decodeSetup);
}

PipelitSignIn::Answer<gateway::SignInOutcome> PipelitSignIn::signIn(const QString &login,
                                                                    const base::Secret &password)
{
    return net::decoded<gateway::SignInOutcome>(
        m_calls.post(
            u"/token/"_s,
            messages::encode(messages::CredentialsRequest{.username = login, .password = password}),
            net::CallAs::Nobody),
        signInError, outcomeDecoder(login));
}

PipelitSignIn::Answer<gateway::SignInOutcome>
PipelitSignIn::verify(const gateway::SecondFactorNeeded &step, const QString &code)
{
    return net::decoded<gateway::SignInOutcome>(
        m_calls.postCode(u"/mfa/login-verify/"_s,
                         messages::encode(messages::LoginVerifyRequest{
                             .username = step.login, .code = base::Secret::fromString(code)}),
                         code, net::CallAs::Nobody),
        signInError, outcomeDecoder(step.login));
}

PipelitSignIn::Answer<gateway::SignInOutcome>
PipelitSignIn::changePassword(const gateway::PasswordChangeNeeded &, const base::Secret &)
{
    return net::readyFuture<base::Result<gateway::SignInOutcome>>(
        std::unexpected(passwordChangeError()));
}

PipelitSignIn::Answer<gateway::SignedIn> PipelitSignIn::refresh(const base::Secret &)
{
    return net::readyFuture<base::Result<gateway::SignedIn>>(base::fail(
        ErrorCode::NotSupported, Sentences::tr("Pipelit's keys are not renewed. Sign in again.")));
}

PipelitSignIn::Answer<void> PipelitSignIn::signOut()
{
    return net::readyFuture<base::Result<void>>({});
}

} // namespace authdesk::systems::pipelit::client
