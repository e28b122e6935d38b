// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitaccount.h"

#include "core/base/sentences.h"
#include "core/systems/pipelit/client/pipelitmodel.h"
#include "core/systems/pipelit/messages/auth.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

template <typename T>
QFuture<base::Result<T>> notSupported()
{
    return net::readyFuture<base::Result<T>>(base::fail(
        base::ErrorCode::NotSupported, Sentences::tr("Pipelit's documented API cannot do that.")));
}

/// Nobody answered, or it was not the person's turn to ask.
bool saysNothingOfTheGeneration(base::ErrorCode code)
{
    using enum base::ErrorCode;
    return code == Unauthenticated || code == Unreachable || code == TlsFailed || code == TimedOut
           || code == Cancelled || code == Busy || code == TooManyRequests;
}

/// A server of ours refuses a wrong current password with 403.
base::Error passwordError(int status, const QByteArray &body, int retryAfterSeconds)
{
    base::Error error = errorOf(status, body, retryAfterSeconds);
    if (error.code == base::ErrorCode::Forbidden)
        error.code = base::ErrorCode::WrongCurrentPassword;
    for (base::FieldError &field : error.fields) {
        if (field.field == "password"_L1)
            field.field = u"new_password"_s;
    }
    return error;
}

base::Result<bool> decodeEnabled(const QByteArray &body)
{
    const auto status = messages::decodeMfaStatus(body);
    if (!status)
        return std::unexpected(status.error());
    return status->mfaEnabled;
}

/// Whether the server now is in the state that was asked for.
base::Result<void> expectState(const base::Result<bool> &enabled, bool wanted)
{
    if (!enabled)
        return std::unexpected(enabled.error());
    if (*enabled != wanted)
        return base::fail(
            base::ErrorCode::UnexpectedAnswer,
            Sentences::tr("The server took the code but left the second factor as it was."));
    return {};
}

} // namespace

PipelitAccount::Answer<model::User> PipelitAccount::me()
{
    using Me = base::Result<model::User>;
    return net::chain<Me>(
        net::decoded<model::User>(m_calls.get(u"/users/me"_s, net::CallAs::SignedIn), errorOf,
                                  decodeUser),
        [this, standing = std::weak_ptr(m_calls.standing())](const Me &me) {
            const auto known = standing.lock();
            if (!known)
                return net::readyFuture<Me>(me);
            if (me) {
                known->managesPeople = true;
                return net::readyFuture<Me>(me);
            }
            // Older generations answer 404, a web page or anything else but a person.
            if (saysNothingOfTheGeneration(me.error().code))
                return net::readyFuture<Me>(me);
            known->managesPeople = false;
            return nameOfMe();
        });
}

PipelitAccount::Answer<model::User> PipelitAccount::nameOfMe()
{
    return net::decoded<model::User>(m_calls.get(u"/auth/me/"_s, net::CallAs::SignedIn), errorOf,
                                     [](const QByteArray &body) -> base::Result<model::User> {
                                         const auto me = messages::decodeMe(body);
                                         if (!me)
                                             return std::unexpected(me.error());
                                         model::User user;
                                         user.username = me->username;
                                         user.mfaEnabled = me->mfaEnabled;
                                         if (me->mfaEnabled)
                                             user.mfaMethods = {model::MfaKind::Totp};
                                         return user;
                                     });
}

PipelitAccount::Answer<gateway::MfaState> PipelitAccount::mfaState()
{
    return net::decoded<gateway::MfaState>(
        m_calls.get(u"/auth/mfa/status/"_s, net::CallAs::SignedIn), errorOf,
        [](const QByteArray &body) -> base::Result<gateway::MfaState> {
            const auto enabled = decodeEnabled(body);
            if (!enabled)
                return std::unexpected(enabled.error());
            return gateway::MfaState{.enabled = *enabled, .methods = {}};
        });
}

PipelitAccount::Answer<gateway::TotpEnrollment> PipelitAccount::beginTotp()
{
    return net::decoded<gateway::TotpEnrollment>(
        m_calls.post(u"/auth/mfa/setup/"_s, std::nullopt, net::CallAs::SignedIn), errorOf,
        [](const QByteArray &body) -> base::Result<gateway::TotpEnrollment> {
            const auto setup = messages::decodeTotpSetup(body);
            if (!setup)
                return std::unexpected(setup.error());
            return gateway::TotpEnrollment{.key = setup->secret,
                                           .setupLink = setup->provisioningUri};
        });
}

PipelitAccount::Answer<gateway::RecoveryCodes> PipelitAccount::confirmTotp(const QString &code)
{
    using Told = base::Result<gateway::RecoveryCodes>;
    return net::relay<Told>(sendCode(u"/auth/mfa/verify/"_s, code),
                            [](const base::Result<bool> &enabled) -> Told {
                                if (const auto state = expectState(enabled, true); !state)
                                    return std::unexpected(state.error());
                                return gateway::RecoveryCodes{};
                            });
}

PipelitAccount::Answer<void> PipelitAccount::disableTotp(const QString &code)
{
    return net::relay<base::Result<void>>(
        sendCode(u"/auth/mfa/disable/"_s, code),
        [](const base::Result<bool> &enabled) { return expectState(enabled, false); });
}

PipelitAccount::Answer<bool> PipelitAccount::sendCode(const QString &path, const QString &code)
{
    return net::decoded<bool>(
        m_calls.postCode(
            path, messages::encode(messages::CodeRequest{.code = base::Secret::fromString(code)}),
            code, net::CallAs::SignedIn),
        errorOf, decodeEnabled);
}

PipelitAccount::Answer<model::User> PipelitAccount::updateMe(const gateway::ProfileChange &)
{
    return notSupported<model::User>();
}

PipelitAccount::Answer<void> PipelitAccount::changePassword(const base::Secret &current,
                                                            const base::Secret &wanted, bool)
{
    if (!m_calls.standing()->managesPeople)
        return notSupported<void>();
    return net::succeeded(
        m_calls.api().call({.method = "PATCH",
                            .path = u"/users/me"_s,
                            .body = messages::encode(messages::PersonChange{
                                .password = wanted, .currentPassword = current})}),
        passwordError);
}

PipelitAccount::Answer<gateway::RecoveryCodes>
PipelitAccount::regenerateRecoveryCodes(const QString &)
{
    return notSupported<gateway::RecoveryCodes>();
}

PipelitAccount::Answer<QList<model::Session>> PipelitAccount::sessions()
{
    return notSupported<QList<model::Session>>();
}

PipelitAccount::Answer<void> PipelitAccount::endSession(qint64)
{
    return notSupported<void>();
}

PipelitAccount::Answer<void> PipelitAccount::endOtherSessions()
{
    return notSupported<void>();
}

} // namespace authdesk::systems::pipelit::client
