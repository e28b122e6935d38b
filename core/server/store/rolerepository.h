// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles, the five predefined ones among them. Used inside Database::read() and write().
#pragma once

#include "core/model/role.h"

namespace authdesk::server::store {

class Connection;

class RoleRepository final
{
public:
    explicit RoleRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] std::optional<model::Role> find(qint64 id);
    [[nodiscard]] std::optional<model::Role> findBySlug(const QString &slug);
    /// All of them, the mightiest predefined one first.
    [[nodiscard]] QList<model::Role> list();

    /// The new id. The slug is free; never a predefined role.
    qint64 create(const QString &slug, const QString &name,
                  const QList<model::Statement> &statements, const QDateTime &now);
    void update(qint64 id, const QString &name, const QList<model::Statement> &statements,
                const QDateTime &now);
    /// Nobody has it any more.
    void remove(qint64 id);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
