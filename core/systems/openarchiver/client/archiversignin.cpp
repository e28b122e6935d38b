// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiversignin.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/client/archivermodel.h"
#include "core/systems/openarchiver/messages/requests.h"

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using gateway::SignedIn;
using gateway::SignInOutcome;
using Outcome = base::Result<SignInOutcome>;
using Done = base::Result<SignedIn>;
using Sent = base::Result<net::Answer>;
using Standing = std::weak_ptr<ArchiverStanding>;

namespace {

base::Error passwordChangeError()
{
    return {.code = ErrorCode::PasswordChangeRequired,
            .message = Sentences::tr(
                "This account must choose a new password first, and OpenArchiver's API has no way "
                "to do that. If the server is Authdesk, connect to it as Authdesk.")};
}

base::Error signInError(int status, const QByteArray &body, int retryAfterSeconds)
{
    const base::Error error = errorOf(status, body, retryAfterSeconds);
    if (error.code == ErrorCode::PasswordChangeRequired)
        return passwordChangeError();
    if (error.code == ErrorCode::Unauthenticated)
        return {.code = ErrorCode::InvalidCredentials,
                .message = error.message,
                .detail = error.detail,
                .retryAfterSeconds = error.retryAfterSeconds};
    return error;
}

SignedIn signedInOf(const messages::SignInAnswer &answer)
{
    return {.tokens = {.access = answer.accessToken, .refresh = {}},
            .user = std::nullopt,
            .mfaEnrollmentRequired = answer.mfaEnrollmentRequired};
}

/// The second step goes by a cookie, which the window's HTTP does not keep by itself.
Outcome secondStep(const messages::SignInAnswer &answer, const base::Secret &pending,
                   const QString &login, const Standing &standing)
{
    if (pending.isEmpty())
        return base::fail(ErrorCode::UnexpectedAnswer,
                          Sentences::tr("The server asks for a second factor but gave nothing to "
                                        "go on with."));
    const auto known = standing.lock();
    if (!answer.enrollmentRequired || !known)
        return gateway::SecondFactorNeeded{
            .challenge = pending, .login = login, .methods = {u"totp"_s, u"backup_code"_s}};
    known->pending = pending;
    known->hasSecondFactors = true;
    return SignedIn{.tokens = {.access = pending, .refresh = {}},
                    .user = std::nullopt,
                    .mfaEnrollmentRequired = true};
}

Outcome outcomeOf(const Sent &answer, net::ErrorDecoder errors, const QString &login,
                  const Standing &standing)
{
    if (const auto success = net::checked(answer, errors, true); !success)
        return std::unexpected(success.error());
    const auto said = messages::decodeSignIn(answer->body);
    if (!said)
        return std::unexpected(said.error());
    if (said->requiresMfa)
        return secondStep(*said, messages::pendingOf(answer->header("set-cookie")), login,
                          standing);
    return signedInOf(*said);
}

messages::NameAndAddress firstPerson(const gateway::SetupRequest &request)
{
    const QString address = request.email.isEmpty() ? request.username : request.email;
    const QString name = request.username.isEmpty() ? address : request.username;
    return {.email = address, .firstName = name.section(u'@', 0, 0), .lastName = u"Admin"_s};
}

} // namespace

ArchiverSignIn::Answer<gateway::SetupState> ArchiverSignIn::setupState()
{
    return net::decoded<gateway::SetupState>(
        m_calls.call({.path = u"/auth/status"_s, .as = net::CallAs::Nobody}), errorOf,
        [](const QByteArray &body) -> base::Result<gateway::SetupState> {
            const auto needed = messages::decodeNeedsSetup(body);
            if (!needed)
                return std::unexpected(needed.error());
            return gateway::SetupState{.needsSetup = *needed, .codeRequired = false};
        });
}

ArchiverSignIn::Answer<SignedIn> ArchiverSignIn::setUp(const gateway::SetupRequest &request)
{
    const messages::NameAndAddress person = firstPerson(request);
    if (!person.email.contains(u'@')) {
        const QString why =
            Sentences::tr("OpenArchiver's people sign in by their e-mail address: type one.");
        return net::readyFuture<Done>(
            base::fail(base::Error{.code = ErrorCode::InvalidFields,
                                   .message = why,
                                   .fields = {{u"email"_s, u"required"_s, why}}}));
    }
    net::ApiCall call{.method = "POST",
                      .path = u"/auth/setup"_s,
                      .body = messages::encodeSetup(person, request.password),
                      .as = net::CallAs::Nobody};
    // Only servers of ours ask for it; others never see one.
    if (!request.setupCode.isEmpty())
        call.headers.append({QByteArray("X-Setup-Code"), request.setupCode.toUtf8()});
    const auto made =
        net::decoded<SignedIn>(m_calls.call(call), errorOf, [](const QByteArray &body) -> Done {
            const auto said = messages::decodeSignIn(body);
            if (!said)
                return std::unexpected(said.error());
            return signedInOf(*said);
        });
    return net::chain<Done>(
        made, [this, alive = Standing(m_calls.standing())](const Done &in) -> Answer<SignedIn> {
            return in && !alive.expired() ? completed(*in) : net::readyFuture<Done>(in);
        });
}

ArchiverSignIn::Answer<SignInOutcome> ArchiverSignIn::signIn(const QString &login,
                                                             const base::Secret &password)
{
    m_calls.standing()->pending = {};
    return completed(net::relay<Outcome>(
        m_calls.post(u"/auth/login"_s, messages::encodeLogin(login, password), net::CallAs::Nobody),
        [login, standing = Standing(m_calls.standing())](const Sent &answer) -> Outcome {
            return outcomeOf(answer, signInError, login, standing);
        }));
}

ArchiverSignIn::Answer<SignInOutcome>
ArchiverSignIn::verify(const gateway::SecondFactorNeeded &step, const QString &code)
{
    return completed(net::relay<Outcome>(
        m_calls.postPending(u"/auth/mfa/verify"_s,
                            messages::encodeCode(base::Secret::fromString(code)), step.challenge),
        [login = step.login, standing = Standing(m_calls.standing())](const Sent &answer)
            -> Outcome { return outcomeOf(answer, codeErrorOf, login, standing); }));
}

ArchiverSignIn::Answer<SignInOutcome>
ArchiverSignIn::changePassword(const gateway::PasswordChangeNeeded &, const base::Secret &)
{
    return net::readyFuture<Outcome>(std::unexpected(passwordChangeError()));
}

ArchiverSignIn::Answer<SignedIn> ArchiverSignIn::refresh(const base::Secret &)
{
    return net::readyFuture<Done>(
        base::fail(ErrorCode::NotSupported,
                   Sentences::tr("OpenArchiver's sign-ins are not renewed. Sign in again.")));
}

ArchiverSignIn::Answer<void> ArchiverSignIn::signOut()
{
    return net::readyFuture<base::Result<void>>({});
}

ArchiverSignIn::Answer<SignInOutcome> ArchiverSignIn::completed(Answer<SignInOutcome> step)
{
    return net::chain<Outcome>(
        std::move(step),
        [this,
         alive = Standing(m_calls.standing())](const Outcome &outcome) -> Answer<SignInOutcome> {
            const auto *in = outcome ? std::get_if<SignedIn>(&*outcome) : nullptr;
            const auto known = alive.lock();
            if (!in || !known || !known->pending.isEmpty())
                return net::readyFuture<Outcome>(outcome);
            return net::relay<Outcome>(completed(*in), [](const Done &done) -> Outcome {
                if (!done)
                    return std::unexpected(done.error());
                return SignInOutcome(*done);
            });
        });
}

ArchiverSignIn::Answer<SignedIn> ArchiverSignIn::completed(const SignedIn &signedIn)
{
    const Standing standing = m_calls.standing();
    const auto who = net::decoded<model::User>(
        m_calls.getWith(signedIn.tokens.access, profilePath), errorOf,
        [standing](const QByteArray &body) { return decodeMe(body, standing); });
    return net::chain<Done>(
        who, [this, standing, signedIn](const base::Result<model::User> &me) -> Answer<SignedIn> {
            SignedIn done = signedIn;
            if (me)
                done.user = *me;
            if (standing.expired())
                return net::readyFuture<Done>(done);
            return net::relay<Done>(
                m_calls.getWith(signedIn.tokens.access, QString(mfaPath) + "/status"_L1),
                [standing, done](const Sent &answer) -> Done {
                    if (const auto known = standing.lock(); known && answer)
                        known->hasSecondFactors = answer->status == 200 && answer->isJson();
                    return done;
                });
        });
}

} // namespace authdesk::systems::openarchiver::client
