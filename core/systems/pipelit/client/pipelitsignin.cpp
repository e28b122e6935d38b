// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitsignin.h"

#include "core/base/sentences.h"
#include "core/systems/pipelit/client/pipelitmodel.h"
#include "core/systems/pipelit/messages/auth.h"

#include <QtCore/QSysInfo>

#include <utility>

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

/// Long enough for a week of work; what a console that was killed leaves behind ends by itself.
constexpr int ownKeyDays = 7;
constexpr qsizetype longestKeyName = 100;

QString ownKeyName()
{
    return (u"Authdesk on "_s + QSysInfo::machineHostName()).left(longestKeyName);
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
        m_calls.get(u"/auth/setup-status/"_s, net::CallAs::Nobody),
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
                      .path = u"/auth/setup/"_s,
                      .body = messages::encode(messages::CredentialsRequest{
                          .username = request.username, .password = request.password}),
                      .as = net::CallAs::Nobody};
    // Only servers of ours ask for it; others never see one.
    if (!request.setupCode.isEmpty())
        call.headers.append({"X-Setup-Code", request.setupCode.toUtf8()});
    return net::chain<base::Result<gateway::SignedIn>>(
        net::decoded<gateway::SignedIn>(m_calls.api().call(call), errorOf, decodeSetup),
        [this, alive = std::weak_ptr(m_calls.standing())](
            const base::Result<gateway::SignedIn> &signedIn) {
            return signedIn && !alive.expired()
                       ? completed(*signedIn)
                       : net::readyFuture<base::Result<gateway::SignedIn>>(signedIn);
        });
}

PipelitSignIn::Answer<gateway::SignInOutcome> PipelitSignIn::signIn(const QString &login,
                                                                    const base::Secret &password)
{
    return completed(net::decoded<gateway::SignInOutcome>(
        m_calls.post(
            u"/auth/token/"_s,
            messages::encode(messages::CredentialsRequest{.username = login, .password = password}),
            net::CallAs::Nobody),
        signInError, outcomeDecoder(login)));
}

PipelitSignIn::Answer<gateway::SignInOutcome>
PipelitSignIn::verify(const gateway::SecondFactorNeeded &step, const QString &code)
{
    return completed(net::decoded<gateway::SignInOutcome>(
        m_calls.postCode(u"/auth/mfa/login-verify/"_s,
                         messages::encode(messages::LoginVerifyRequest{
                             .username = step.login, .code = base::Secret::fromString(code)}),
                         code, net::CallAs::Nobody),
        signInError, outcomeDecoder(step.login)));
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
    const qint64 key = std::exchange(m_calls.standing()->mintedKey, 0);
    if (key == 0)
        return net::readyFuture<base::Result<void>>({});
    return net::succeeded(
        m_calls.api().call({.method = "DELETE", .path = u"/users/me/keys/%1"_s.arg(key)}), errorOf);
}

PipelitSignIn::Answer<gateway::SignInOutcome>
PipelitSignIn::completed(Answer<gateway::SignInOutcome> step)
{
    using Outcome = base::Result<gateway::SignInOutcome>;
    return net::chain<Outcome>(
        std::move(step), [this, alive = std::weak_ptr(m_calls.standing())](const Outcome &outcome) {
            const auto *in = outcome ? std::get_if<gateway::SignedIn>(&*outcome) : nullptr;
            if (!in || alive.expired())
                return net::readyFuture<Outcome>(outcome);
            return net::relay<Outcome>(
                completed(*in),
                [](const base::Result<gateway::SignedIn> &done) -> Outcome { return *done; });
        });
}

PipelitSignIn::Answer<gateway::SignedIn> PipelitSignIn::completed(const gateway::SignedIn &signedIn)
{
    using Done = base::Result<gateway::SignedIn>;
    m_calls.standing()->mintedKey = 0;
    return net::chain<Done>(net::decoded<model::User>(
                                m_calls.callWith(signedIn.tokens.access, {.path = u"/users/me"_s}),
                                errorOf, decodeUser),
                            [this, signedIn, standing = std::weak_ptr(m_calls.standing())](
                                const base::Result<model::User> &who) {
                                const auto known = standing.lock();
                                // Whoever may not ask is signed in all the same.
                                if (!who || !known) {
                                    if (known)
                                        known->managesPeople = false;
                                    return net::readyFuture<Done>(signedIn);
                                }
                                known->managesPeople = true;
                                gateway::SignedIn whoSignedIn = signedIn;
                                whoSignedIn.user = *who;
                                return withOwnKey(whoSignedIn);
                            });
}

PipelitSignIn::Answer<gateway::SignedIn>
PipelitSignIn::withOwnKey(const gateway::SignedIn &signedIn)
{
    using Done = base::Result<gateway::SignedIn>;
    const messages::NewKey wanted{.name = ownKeyName(),
                                  .expiresAt = m_calls.clock().now().addDays(ownKeyDays)};
    return net::relay<Done>(
        net::decoded<messages::Key>(
            m_calls.callWith(
                signedIn.tokens.access,
                {.method = "POST", .path = u"/users/me/keys"_s, .body = messages::encode(wanted)}),
            errorOf, messages::decodeCreatedKey),
        [signedIn, standing = std::weak_ptr(m_calls.standing())](
            const base::Result<messages::Key> &made) -> Done {
            gateway::SignedIn done = signedIn;
            const auto known = standing.lock();
            if (!made || !known)
                return done; // the key of the sign-in is good as well
            known->mintedKey = made->id;
            done.tokens.access = made->key;
            return done;
        });
}

} // namespace authdesk::systems::pipelit::client
