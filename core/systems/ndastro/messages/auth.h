// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of ndastro's authentication API, as systems/ndastro/api.txt prints them. Plain values,
// any thread. decode…Request: InvalidFields naming every field.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::ndastro::messages {

/// The form of login and token.
struct Credentials
{
    QString username; ///< or e-mail
    base::Secret password;
    bool operator==(const Credentials &) const = default;
};

struct Token
{
    base::Secret token;
    qint64 expiresIn = 0; ///< seconds
    bool operator==(const Token &) const = default;
};

/// The answer of login and refresh.
struct SignedIn
{
    QString username;
    Token access;
    Token refresh;
    bool mfaEnrollmentRequired = false; ///< ours; on the wire only when true
    bool operator==(const SignedIn &) const = default;
};

struct Me
{
    qint64 id = 0;
    QString username;
    std::optional<QString> email;
    QString name;
    bool isSuperuser = false;
    bool isActive = true;
    bool operator==(const Me &) const = default;
};

/// mfa/verify, which is ours.
struct VerifyRequest
{
    base::Secret mfaToken;
    base::Secret code;
    bool operator==(const VerifyRequest &) const = default;
};

[[nodiscard]] QJsonObject encode(const SignedIn &answer);
/// The answer of token: OAuth 2.0's (RFC 6749 section 5.1), without the refresh token.
[[nodiscard]] QJsonObject encodeOAuth(const SignedIn &answer);
[[nodiscard]] QJsonObject encode(const Me &me);
[[nodiscard]] QJsonObject encodeMessage(const QString &text);

/// From readForm(). Of OAuth's other fields only `grant_type` is looked at: "password" if it is
/// there.
[[nodiscard]] base::Result<Credentials> decodeCredentials(const QJsonObject &form);
/// The token to refresh; `expires_in` and `token_type` must be there too.
[[nodiscard]] base::Result<base::Secret> decodeRefreshRequest(const QByteArray &body);
[[nodiscard]] base::Result<VerifyRequest> decodeVerifyRequest(const QByteArray &body);

} // namespace authdesk::systems::ndastro::messages
