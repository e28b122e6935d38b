// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A role and the statements that say what its people may do. Plain values.
#pragma once

#include "core/model/statement.h"

#include <QtCore/QDateTime>

namespace authdesk::model {

struct Role
{
    qint64 id = 0;
    QString slug; ///< stable: "predefined_super_admin", "admin", "help_desk", "auditor", "user"
    QString name; ///< for people: "Help desk"
    QList<Statement> statements;
    bool predefined = false;
    /// UTC; 1970 where nobody wrote it down; null in what a client reads, which is not told.
    QDateTime createdAt = {};
    QDateTime updatedAt = {};

    bool operator==(const Role &) const = default;
};

/// The part of a role that a user's row shows.
struct RoleRef
{
    qint64 id = 0;
    QString slug;
    QString name;

    bool operator==(const RoleRef &) const = default;
};

inline constexpr QLatin1StringView superAdminSlug{"predefined_super_admin"};
inline constexpr QLatin1StringView adminSlug{"admin"};
inline constexpr QLatin1StringView helpDeskSlug{"help_desk"};
inline constexpr QLatin1StringView auditorSlug{"auditor"};
inline constexpr QLatin1StringView userSlug{"user"};

} // namespace authdesk::model
