// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Users on our own API: the row, the page, create, change, one-time secrets, roles. Plain values,
// any thread. Requests refuse every field that is not named here, so that nobody can slip in a
// field that is not theirs to set (mass assignment).
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/page.h"
#include "core/model/user.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

struct NewUser
{
    std::optional<QString> username; ///< absent: the e-mail address
    std::optional<QString> email;
    QString firstName;
    QString lastName;
    std::optional<QString> roleSlug;
    std::optional<model::UserStatus> status; ///< Active or Disabled
    std::optional<QDateTime> validUntil;
    std::optional<base::Secret> password; ///< absent: the server makes a one-time password
    bool operator==(const NewUser &) const = default;
};

/// Only what is to change; absent stays.
struct UserChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> roleSlug;
    std::optional<model::UserStatus> status; ///< Active or Disabled
    /// Outer: to change at all; inner nullopt: no end.
    std::optional<std::optional<QDateTime>> validUntil;
    bool operator==(const UserChange &) const = default;
};

struct CreatedUser
{
    model::User user;
    base::Secret oneTimePassword; ///< empty when the request brought a password
    QDateTime expiresAt = {};     ///< of the one-time password, UTC; not valid: there is none
    bool operator==(const CreatedUser &) const = default;
};

/// What `sort` takes at GET /users; a '-' in front turns the order round.
inline constexpr QLatin1StringView sortByName{"name"};
inline constexpr QLatin1StringView sortByUsername{"username"};
inline constexpr QLatin1StringView sortByEmail{"email"};
inline constexpr QLatin1StringView sortByRole{"role"};
inline constexpr QLatin1StringView sortByStatus{"status"};
inline constexpr QLatin1StringView sortByMfa{"mfa"};
inline constexpr QLatin1StringView sortByLastLogin{"last_login_at"};
inline constexpr QLatin1StringView sortByCreated{"created_at"};

enum class OneTimeKind { Password, Code };

/// {one_time_password | one_time_code, expires_at}
struct OneTimeSecret
{
    base::Secret secret;
    QDateTime expiresAt; ///< UTC
    bool operator==(const OneTimeSecret &) const = default;
};

[[nodiscard]] QJsonObject encode(const model::User &user);
[[nodiscard]] QJsonObject encode(const model::Role &role);
[[nodiscard]] QJsonObject encode(const NewUser &user);
[[nodiscard]] QJsonObject encode(const UserChange &change);
[[nodiscard]] QJsonObject encode(const CreatedUser &created);
[[nodiscard]] QJsonObject encode(const OneTimeSecret &secret, OneTimeKind kind);
[[nodiscard]] QJsonObject encodeUsers(const model::Page<model::User> &page);
[[nodiscard]] QJsonObject encodeRoles(const QList<model::Role> &roles);

[[nodiscard]] base::Result<model::User> decodeUser(const QJsonObject &object);
[[nodiscard]] base::Result<model::User> decodeUser(const QByteArray &body);
[[nodiscard]] base::Result<model::Page<model::User>> decodeUsers(const QByteArray &body);
[[nodiscard]] base::Result<CreatedUser> decodeCreatedUser(const QByteArray &body);
[[nodiscard]] base::Result<OneTimeSecret> decodeOneTimeSecret(const QByteArray &body,
                                                              OneTimeKind kind);
[[nodiscard]] base::Result<model::Role> decodeRole(const QJsonObject &object);
[[nodiscard]] base::Result<model::Page<model::Role>> decodeRoles(const QByteArray &body);

[[nodiscard]] base::Result<NewUser> decodeNewUser(const QByteArray &body);
[[nodiscard]] base::Result<UserChange> decodeUserChange(const QByteArray &body);

} // namespace authdesk::systems::own::messages
