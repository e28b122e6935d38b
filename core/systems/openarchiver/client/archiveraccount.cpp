// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiveraccount.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/client/archivermodel.h"
#include "core/systems/openarchiver/messages/requests.h"

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using Me = base::Result<model::User>;
using Sent = base::Result<net::Answer>;
using Standing = std::weak_ptr<ArchiverStanding>;

namespace {

template <typename T>
QFuture<base::Result<T>> noSessions()
{
    return net::readyFuture<base::Result<T>>(
        base::fail(ErrorCode::NotSupported, Sentences::tr("OpenArchiver knows no sessions.")));
}

/// Whoever was deleted still has a good token there.
base::Error meError(int status, const QByteArray &body, int retryAfterSeconds)
{
    base::Error error = errorOf(status, body, retryAfterSeconds);
    if (error.code == ErrorCode::NotFound) {
        error.code = ErrorCode::Unauthenticated;
        error.message = Sentences::tr("The server does not know this account any longer.");
    }
    return error;
}

base::Error passwordError(int status, const QByteArray &body, int retryAfterSeconds)
{
    base::Error error = errorOf(status, body, retryAfterSeconds);
    if (error.code == ErrorCode::InvalidFields)
        error.fields = {{u"new_password"_s, u"invalid"_s, error.message}};
    return error;
}

QString mfaPathOf(QLatin1StringView step)
{
    return QString(mfaPath) + step;
}

base::Result<gateway::RecoveryCodes> decodeCodes(const QByteArray &body)
{
    const auto codes = messages::decodeBackupCodes(body);
    if (!codes)
        return std::unexpected(codes.error());
    return gateway::RecoveryCodes{.codes = *codes};
}

base::Result<gateway::TotpEnrollment> decodeEnrollment(const QByteArray &body)
{
    const auto setup = messages::decodeTotpSetup(body);
    if (!setup)
        return std::unexpected(setup.error());
    return gateway::TotpEnrollment{.key = setup->key, .setupLink = setup->uri};
}

base::Result<gateway::MfaState> decodeState(const QByteArray &body)
{
    const auto status = messages::decodeMfaStatus(body);
    if (!status)
        return std::unexpected(status.error());
    gateway::MfaState state{.enabled = status->totpEnabled, .methods = {}};
    if (status->totpEnabled) {
        model::MfaMethod method;
        method.id = u"totp"_s;
        method.createdAt = status->enrolledAt.value_or(QDateTime());
        state.methods.append(method);
    }
    return state;
}

QJsonObject codeBody(const QString &code)
{
    return messages::encodeCode(base::Secret::fromString(code));
}

} // namespace

ArchiverAccount::Answer<model::User> ArchiverAccount::profile()
{
    return net::decoded<model::User>(
        m_calls.get(profilePath), meError,
        [standing = Standing(m_calls.standing())](const QByteArray &body) {
            return decodeMe(body, standing);
        });
}

ArchiverAccount::Answer<model::User> ArchiverAccount::me()
{
    const Standing standing = m_calls.standing();
    return net::chain<Me>(profile(), [this, standing](const Me &me) -> Answer<model::User> {
        const auto known = standing.lock();
        if (!me || !known || known->hasSecondFactors)
            return net::readyFuture<Me>(me);
        return net::relay<Me>(
            m_calls.get(mfaPathOf("/status"_L1)), [standing, me](const Sent &answer) -> Me {
                const auto still = standing.lock();
                if (still && answer)
                    still->hasSecondFactors = answer->status == 200 && answer->isJson();
                return me;
            });
    });
}

ArchiverAccount::Answer<model::User> ArchiverAccount::updateMe(const gateway::ProfileChange &change)
{
    const auto address = change.email ? change.email : change.username;
    if (address && !address->contains(u'@')) {
        const QString why =
            Sentences::tr("OpenArchiver's people sign in by their e-mail address: type one.");
        return net::readyFuture<Me>(
            base::fail(base::Error{.code = ErrorCode::InvalidFields,
                                   .message = why,
                                   .fields = {{u"email"_s, u"required"_s, why}}}));
    }
    const Standing standing = m_calls.standing();
    const auto written = net::chain<base::Result<void>>(
        profile(), [this, standing, change, address](const Me &before) -> Answer<void> {
            if (!before)
                return net::readyFuture<base::Result<void>>(std::unexpected(before.error()));
            if (standing.expired())
                return net::readyFuture<base::Result<void>>(base::fail(ErrorCode::Cancelled));
            const messages::NameAndAddress wanted{
                .email = address.value_or(before->email.value_or(QString())),
                .firstName = change.firstName.value_or(before->firstName),
                .lastName = change.lastName.value_or(before->lastName)};
            return net::succeeded(m_calls.call({.method = "PATCH",
                                                .path = profilePath,
                                                .body = messages::encodeProfile(wanted)}),
                                  errorOf);
        });
    // What it answers is its own row of the person; the profile is what others see.
    return net::chain<Me>(written,
                          [this, standing](const base::Result<void> &done) -> Answer<model::User> {
                              if (!done)
                                  return net::readyFuture<Me>(std::unexpected(done.error()));
                              if (standing.expired())
                                  return net::readyFuture<Me>(base::fail(ErrorCode::Cancelled));
                              return profile();
                          });
}

ArchiverAccount::Answer<void> ArchiverAccount::changePassword(const base::Secret &current,
                                                              const base::Secret &wanted, bool)
{
    return net::succeeded(m_calls.post(u"/users/profile/password"_s,
                                       messages::encodePasswordChange(current, wanted),
                                       net::CallAs::SignedIn),
                          passwordError);
}

ArchiverAccount::Answer<gateway::MfaState> ArchiverAccount::mfaState()
{
    if (!m_calls.standing()->pending.isEmpty())
        return net::readyFuture<base::Result<gateway::MfaState>>(gateway::MfaState{});
    return net::decoded<gateway::MfaState>(m_calls.get(mfaPathOf("/status"_L1)), codeErrorOf,
                                           decodeState);
}

ArchiverAccount::Answer<gateway::TotpEnrollment> ArchiverAccount::beginTotp()
{
    const base::Secret pending = m_calls.standing()->pending;
    const auto asked =
        pending.isEmpty()
            ? m_calls.post(mfaPathOf("/setup"_L1), std::nullopt, net::CallAs::SignedIn)
            : m_calls.postPending(u"/auth/mfa/enroll-forced"_s, std::nullopt, pending);
    return net::decoded<gateway::TotpEnrollment>(asked, codeErrorOf, decodeEnrollment);
}

ArchiverAccount::Answer<gateway::RecoveryCodes> ArchiverAccount::confirmTotp(const QString &code)
{
    if (!m_calls.standing()->pending.isEmpty())
        return confirmPending(code);
    return net::decoded<gateway::RecoveryCodes>(
        m_calls.post(mfaPathOf("/enroll"_L1), codeBody(code), net::CallAs::SignedIn), codeErrorOf,
        decodeCodes);
}

ArchiverAccount::Answer<gateway::RecoveryCodes> ArchiverAccount::confirmPending(const QString &code)
{
    using Told = base::Result<gateway::RecoveryCodes>;
    const Standing standing = m_calls.standing();
    return net::relay<Told>(
        net::decoded<messages::SignInAnswer>(
            m_calls.postPending(u"/auth/mfa/enroll-forced/confirm"_s, codeBody(code),
                                m_calls.standing()->pending),
            codeErrorOf, messages::decodeSignIn),
        [this, standing](const base::Result<messages::SignInAnswer> &answer) -> Told {
            if (!answer)
                return std::unexpected(answer.error());
            if (standing.expired())
                return base::fail(ErrorCode::Cancelled);
            m_calls.setAccessToken(answer->accessToken);
            return gateway::RecoveryCodes{.codes = answer->backupCodes};
        });
}

ArchiverAccount::Answer<void> ArchiverAccount::disableTotp(const QString &code)
{
    return net::succeeded(
        m_calls.post(mfaPathOf("/disable"_L1), codeBody(code), net::CallAs::SignedIn), codeErrorOf);
}

ArchiverAccount::Answer<gateway::RecoveryCodes>
ArchiverAccount::regenerateRecoveryCodes(const QString &code)
{
    return net::decoded<gateway::RecoveryCodes>(
        m_calls.post(mfaPathOf("/backup-codes"_L1), codeBody(code), net::CallAs::SignedIn),
        codeErrorOf, decodeCodes);
}

ArchiverAccount::Answer<QList<model::Session>> ArchiverAccount::sessions()
{
    return noSessions<QList<model::Session>>();
}

ArchiverAccount::Answer<void> ArchiverAccount::endSession(qint64)
{
    return noSessions<void>();
}

ArchiverAccount::Answer<void> ArchiverAccount::endOtherSessions()
{
    return noSessions<void>();
}

} // namespace authdesk::systems::openarchiver::client
