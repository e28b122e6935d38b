// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A role and the statements that say what its people may do. Plain values.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

/// What a statement lets people do. `Manage` covers every other action.
enum class Action { Create, Read, Update, Delete, Manage };

/// What it lets them do it to. `All` covers every other subject.
enum class Subject { Users, Roles, Sessions, Keys, Audit, Settings, Backups, All };

[[nodiscard]] QLatin1StringView actionName(Action action); ///< "create", …
[[nodiscard]] std::optional<Action> actionFromName(QStringView name);
[[nodiscard]] QLatin1StringView subjectName(Subject subject); ///< "users", …
[[nodiscard]] std::optional<Subject> subjectFromName(QStringView name);

struct Statement
{
    QList<Action> actions;
    QList<Subject> subjects;
    bool inverted = false; ///< forbids instead; a later statement wins over an earlier one

    bool operator==(const Statement &) const = default;
};

struct Role
{
    qint64 id = 0;
    QString slug; ///< stable: "predefined_super_admin", "admin", "help_desk", "auditor", "user"
    QString name; ///< for people: "Help desk"
    QList<Statement> statements;
    bool predefined = false;

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
