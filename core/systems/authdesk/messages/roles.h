// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Making and changing roles on our own API, and asking what one answers. Plain values, any thread.
// The role itself is in users.h. A wrong statement is named by its place:
// "statements[2].conditions.role.$in".
#pragma once

#include "core/base/result.h"
#include "core/model/role.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

struct NewRole
{
    QString name;
    QString slug; ///< empty: made from the name
    QList<model::Statement> statements;
    bool operator==(const NewRole &) const = default;
};

/// Only what is to change; absent stays.
struct RoleChange
{
    std::optional<QString> name;
    std::optional<QList<model::Statement>> statements;
    bool operator==(const RoleChange &) const = default;
};

struct RoleQuestion
{
    qint64 userId = 0;
    model::Action action = model::Action::Read;
    model::Subject subject = model::Subject::All;
    std::optional<QJsonObject> resource; ///< absent: about the kind
    std::optional<QString> field;
    bool operator==(const RoleQuestion &) const = default;
};

struct RoleVerdict
{
    bool allowed = false;
    std::optional<qsizetype> statement; ///< which of the role decided; none: none speaks of it
    model::Role role;
};

[[nodiscard]] base::Result<NewRole> decodeNewRole(const QByteArray &body);
[[nodiscard]] base::Result<RoleChange> decodeRoleChange(const QByteArray &body);
[[nodiscard]] base::Result<RoleQuestion> decodeRoleQuestion(const QByteArray &body);
/// {allowed, statement: {index, …} | null, role: {id, slug, name}}
[[nodiscard]] QJsonObject encode(const RoleVerdict &verdict);

} // namespace authdesk::systems::own::messages
