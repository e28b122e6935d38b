// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles: read, made, changed, deleted, and what one of them would answer. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"

#include <QtCore/QJsonObject>

namespace authdesk::server::service {

class Toolbox;

struct NewRole
{
    QString name;
    QString slug; ///< empty: made from the name
    QList<model::Statement> statements;
};

/// Only what is to change; absent stays. A slug is for good.
struct RoleChange
{
    std::optional<QString> name;
    std::optional<QList<model::Statement>> statements;
};

struct RoleQuestion
{
    qint64 userId = 0;
    model::Action action = model::Action::Read;
    model::Subject subject = model::Subject::All;
    std::optional<QJsonObject> resource; ///< absent: about the kind
    std::optional<QString> field;
};

struct RoleVerdict
{
    bool allowed = false;
    std::optional<qsizetype> statement; ///< which of the role decided; none: none speaks of it
    model::Role role;                   ///< of the person asked about
};

/// Changes with everything that can be changed of a role; for ETag and If-Match.
[[nodiscard]] QByteArray versionOf(const model::Role &role);

class RoleService final
{
public:
    explicit RoleService(Toolbox &tools);

    /// Every role. Whoever may read users or roles may read them: a role is part of a user's row.
    [[nodiscard]] base::Result<QList<model::Role>> list(const Actor &actor);
    [[nodiscard]] base::Result<model::Role> find(const Actor &actor, qint64 id);

    /// InvalidFields (name, slug), Forbidden (a right that the actor lacks).
    [[nodiscard]] base::Result<model::Role> create(const Actor &actor, const NewRole &wanted,
                                                   const Caller &caller);
    /// As create(), of the role as it was, too; NotFound, Forbidden (a predefined role), LastAdmin,
    /// VersionConflict where `version` is given and not the newest. In force at once, everywhere.
    [[nodiscard]] base::Result<model::Role> update(const Actor &actor, qint64 id,
                                                   const RoleChange &change,
                                                   const std::optional<QByteArray> &version,
                                                   const Caller &caller);
    /// Its people get the role `replacement`, a slug, and are signed out; InvalidFields where they
    /// need one. Otherwise as update().
    [[nodiscard]] base::Result<> remove(const Actor &actor, qint64 id, const QString &replacement,
                                        const std::optional<QByteArray> &version,
                                        const Caller &caller);
    /// What the person's role answers, and by which statement. NotFound for the person, Forbidden
    /// where the actor may not read them.
    [[nodiscard]] base::Result<RoleVerdict> check(const Actor &actor, const RoleQuestion &question);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
