// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/accountclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/users.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

base::Result<model::User> decodeOwnUser(const QByteArray &body)
{
    return messages::decodeUser(body);
}

QJsonObject codeBody(const QString &code)
{
    return messages::encode(messages::CodeRequest{.code = base::Secret::fromString(code)});
}

} // namespace

AccountClient::Answer<model::User> AccountClient::me()
{
    return net::decoded<model::User>(m_api.call({.path = u"/me"_s}), messages::decodeError,
                                     decodeOwnUser);
}

AccountClient::Answer<model::User> AccountClient::updateMe(const gateway::ProfileChange &change)
{
    const messages::ProfileChange body{.username = change.username,
                                       .email = change.email,
                                       .firstName = change.firstName,
                                       .lastName = change.lastName};
    return net::decoded<model::User>(
        m_api.call({.method = "PATCH", .path = u"/me"_s, .body = messages::encode(body)}),
        messages::decodeError, decodeOwnUser);
}

AccountClient::Answer<void> AccountClient::changePassword(const base::Secret &current,
                                                          const base::Secret &wanted,
                                                          bool endOtherSessions)
{
    const messages::PasswordChange body{
        .currentPassword = current, .newPassword = wanted, .endOtherSessions = endOtherSessions};
    return net::succeeded(
        m_api.call({.method = "POST", .path = u"/me/password"_s, .body = messages::encode(body)}),
        messages::decodeError);
}

AccountClient::Answer<gateway::MfaState> AccountClient::mfaState()
{
    return net::decoded<gateway::MfaState>(
        m_api.call({.path = u"/me/mfa"_s}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<gateway::MfaState> {
            const auto state = messages::decodeMfaState(body);
            if (!state)
                return std::unexpected(state.error());
            return gateway::MfaState{.enabled = state->enabled,
                                     .methods = state->methods,
                                     .recoveryCodesLeft = state->backupCodesRemaining};
        });
}

AccountClient::Answer<gateway::TotpEnrollment> AccountClient::beginTotp()
{
    return net::decoded<gateway::TotpEnrollment>(
        m_api.call({.method = "POST", .path = u"/me/mfa/totp/enable"_s}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<gateway::TotpEnrollment> {
            const auto enrollment = messages::decodeTotpEnrollment(body);
            if (!enrollment)
                return std::unexpected(enrollment.error());
            return gateway::TotpEnrollment{.key = enrollment->secret,
                                           .setupLink = enrollment->provisioningUri};
        });
}

AccountClient::Answer<gateway::RecoveryCodes> AccountClient::confirmTotp(const QString &code)
{
    return net::decoded<gateway::RecoveryCodes>(
        m_api.call({.method = "POST", .path = u"/me/mfa/totp/confirm"_s, .body = codeBody(code)}),
        messages::decodeError, [](const QByteArray &body) -> base::Result<gateway::RecoveryCodes> {
            const auto changed = messages::decodeMfaChanged(body);
            if (!changed)
                return std::unexpected(changed.error());
            return gateway::RecoveryCodes{.codes = changed->backupCodes};
        });
}

AccountClient::Answer<void> AccountClient::disableTotp(const QString &code)
{
    return net::succeeded(
        m_api.call({.method = "POST", .path = u"/me/mfa/totp/disable"_s, .body = codeBody(code)}),
        messages::decodeError);
}

AccountClient::Answer<gateway::RecoveryCodes>
AccountClient::regenerateRecoveryCodes(const QString &code)
{
    return net::decoded<gateway::RecoveryCodes>(
        m_api.call({.method = "POST",
                    .path = u"/me/mfa/backup-codes/regenerate"_s,
                    .body = codeBody(code)}),
        messages::decodeError, [](const QByteArray &body) -> base::Result<gateway::RecoveryCodes> {
            auto codes = messages::decodeBackupCodes(body);
            if (!codes)
                return std::unexpected(codes.error());
            return gateway::RecoveryCodes{.codes = std::move(*codes)};
        });
}

AccountClient::Answer<QList<model::Session>> AccountClient::sessions()
{
    return net::decoded<QList<model::Session>>(
        m_api.call({.path = u"/me/sessions"_s}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<QList<model::Session>> {
            auto page = messages::decodeSessions(body);
            if (!page)
                return std::unexpected(page.error());
            return std::move(page->items);
        });
}

AccountClient::Answer<void> AccountClient::endSession(qint64 id)
{
    return net::succeeded(m_api.call({.method = "DELETE", .path = u"/me/sessions/%1"_s.arg(id)}),
                          messages::decodeError);
}

AccountClient::Answer<void> AccountClient::endOtherSessions()
{
    return net::succeeded(m_api.call({.method = "DELETE", .path = u"/me/sessions"_s}),
                          messages::decodeError);
}

} // namespace authdesk::systems::own::client
