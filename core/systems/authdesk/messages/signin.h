// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in on our own API: setup, sign-in and its steps, refresh. Plain values, any thread.
// decode…Request: Malformed, or InvalidFields naming every field. decode… of answers:
// UnexpectedAnswer.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <variant>

namespace authdesk::systems::own::messages {

struct SetupState
{
    bool needsSetup = false;
    bool codeRequired = false;
    bool operator==(const SetupState &) const = default;
};

struct SetupRequest
{
    QString username;
    std::optional<QString> email;
    QString firstName;
    QString lastName;
    base::Secret password;
    QString serverName; ///< empty: as configured
    bool operator==(const SetupRequest &) const = default;
};

struct SignInRequest
{
    QString login;
    base::Secret password; ///< may be empty: then it is wrong, like any other
    bool operator==(const SignInRequest &) const = default;
};

struct VerifyRequest
{
    base::Secret mfaToken;
    base::Secret code;
    bool operator==(const VerifyRequest &) const = default;
};

struct RefreshRequest
{
    base::Secret refreshToken;
    bool operator==(const RefreshRequest &) const = default;
};

struct ForcedPasswordRequest
{
    base::Secret changeToken;
    base::Secret newPassword;
    bool operator==(const ForcedPasswordRequest &) const = default;
};

struct SignedIn
{
    base::Secret accessToken;
    base::Secret refreshToken;
    qint64 expiresIn = 0; ///< seconds
    model::User user;
    bool mfaEnrollmentRequired = false;
    bool operator==(const SignedIn &) const = default;
};

struct MfaRequired
{
    base::Secret mfaToken;
    QStringList methods;
    bool operator==(const MfaRequired &) const = default;
};

struct PasswordChangeRequired
{
    base::Secret changeToken;
    bool operator==(const PasswordChangeRequired &) const = default;
};

using SignInAnswer = std::variant<SignedIn, MfaRequired, PasswordChangeRequired>;

[[nodiscard]] QJsonObject encode(const SetupState &state);
[[nodiscard]] QJsonObject encode(const SetupRequest &request);
[[nodiscard]] QJsonObject encode(const SignInRequest &request);
[[nodiscard]] QJsonObject encode(const VerifyRequest &request);
[[nodiscard]] QJsonObject encode(const RefreshRequest &request);
[[nodiscard]] QJsonObject encode(const ForcedPasswordRequest &request);
[[nodiscard]] QJsonObject encode(const SignInAnswer &answer);

[[nodiscard]] base::Result<SetupState> decodeSetupState(const QByteArray &body);
[[nodiscard]] base::Result<SignInAnswer> decodeSignInAnswer(const QByteArray &body);

[[nodiscard]] base::Result<SetupRequest> decodeSetupRequest(const QByteArray &body);
[[nodiscard]] base::Result<SignInRequest> decodeSignInRequest(const QByteArray &body);
[[nodiscard]] base::Result<VerifyRequest> decodeVerifyRequest(const QByteArray &body);
[[nodiscard]] base::Result<RefreshRequest> decodeRefreshRequest(const QByteArray &body);
[[nodiscard]] base::Result<ForcedPasswordRequest>
decodeForcedPasswordRequest(const QByteArray &body);

} // namespace authdesk::systems::own::messages
