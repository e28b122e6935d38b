// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of Bloqd's authentication API, as systems/bloqd/api.txt prints them. Plain values, any
// thread. decode…Request: InvalidFields naming every field, Malformed for what is no JSON object.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/systems/bloqd/messages/users.h"

#include <QtCore/QStringList>

namespace authdesk::systems::bloqd::messages {

/// login
struct Credentials
{
    QString username; ///< or e-mail
    base::Secret password;
    bool operator==(const Credentials &) const = default;
};

/// mfa/verify
struct VerifyRequest
{
    base::Secret mfaToken;
    base::Secret code;
    bool operator==(const VerifyRequest &) const = default;
};

/// password
struct PasswordChange
{
    base::Secret current;
    base::Secret wanted;
    bool operator==(const PasswordChange &) const = default;
};

/// The answer of login and mfa/verify.
struct SignedIn
{
    base::Secret accessToken;
    base::Secret refreshToken;
    qint64 expiresIn = 0; ///< seconds
    Person user;
    bool mfaEnrollmentRequired = false; ///< ours; on the wire only when true
    bool operator==(const SignedIn &) const = default;
};

/// The answer of mfa/enable.
struct MfaStarted
{
    base::Secret secret; ///< Base32
    base::Secret qrPng;  ///< the picture's bytes
    QList<base::Secret> backupCodes;
    bool operator==(const MfaStarted &) const = default;
};

/// Whose answer it is: mfa/verify's person has no e-mail.
enum class SignInStep { Password, SecondFactor };

[[nodiscard]] QJsonObject encode(const SignedIn &answer, SignInStep step);
[[nodiscard]] QJsonObject encodeMfaRequired(const base::Secret &mfaToken,
                                            const QStringList &methods);
/// The answer of refresh.
[[nodiscard]] QJsonObject encodeRefreshed(const base::Secret &accessToken, qint64 expiresIn);
[[nodiscard]] QJsonObject encodeMe(const Person &person);
[[nodiscard]] QJsonObject encode(const MfaStarted &started);
/// The answers of mfa/confirm and mfa/disable.
[[nodiscard]] QJsonObject encodeMfaChanged(bool enabled);
[[nodiscard]] QJsonObject encodeMessage(const QString &text);

[[nodiscard]] base::Result<Credentials> decodeCredentials(const QByteArray &body);
[[nodiscard]] base::Result<VerifyRequest> decodeVerifyRequest(const QByteArray &body);
[[nodiscard]] base::Result<base::Secret> decodeRefreshRequest(const QByteArray &body);
/// mfa/confirm
[[nodiscard]] base::Result<base::Secret> decodeCodeRequest(const QByteArray &body);
/// mfa/disable
[[nodiscard]] base::Result<base::Secret> decodePasswordRequest(const QByteArray &body);
[[nodiscard]] base::Result<PasswordChange> decodePasswordChange(const QByteArray &body);

} // namespace authdesk::systems::bloqd::messages
