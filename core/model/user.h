// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person who signs in. Plain values.
#pragma once

#include "core/model/mfamethod.h"
#include "core/model/role.h"

#include <QtCore/QDateTime>

#include <optional>

namespace authdesk::model {

/// What a list shows, in this order of precedence: disabled (or past valid_until), locked, invited
/// (has a one-time password and never signed in), active.
enum class UserStatus { Active, Disabled, Locked, Invited };

[[nodiscard]] QLatin1StringView userStatusName(UserStatus status); ///< "active", …
[[nodiscard]] std::optional<UserStatus> userStatusFromName(QStringView name);

struct User
{
    qint64 id = 0;
    QString uid; ///< UUID without braces
    QString username;
    std::optional<QString> email;
    QString firstName;
    QString lastName;
    RoleRef role;
    UserStatus status = UserStatus::Active;
    std::optional<QDateTime> validUntil; ///< UTC; past it the user counts as disabled
    bool mfaEnabled = false;             ///< has any confirmed factor
    QList<MfaKind> mfaMethods;
    bool mustChangePassword = false;
    std::optional<QDateTime> lastLoginAt; ///< UTC
    QDateTime createdAt;                  ///< UTC
    QDateTime updatedAt;                  ///< UTC
    qint64 version = 0;                   ///< grows with every change; the ETag

    /// First and last name, or the username where both are empty.
    [[nodiscard]] QString displayName() const;

    bool operator==(const User &) const = default;
};

} // namespace authdesk::model
