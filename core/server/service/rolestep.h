// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an admin does to one role: the actor's rights as they are at that instant, the change and
// its audit rows. Inside this room only; lives within one Database::write().
#pragma once

#include "core/server/service/roleservice.h"

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class RoleStep final
{
public:
    /// More people than these are not moved in one transaction.
    static constexpr int mostMoved = 5000;

    /// Everything outlives the step.
    RoleStep(store::Connection &connection, Toolbox &tools, const Actor &actor,
             const Caller &caller);

    /// As RoleService says.
    [[nodiscard]] base::Result<model::Role> create(const NewRole &wanted);
    [[nodiscard]] base::Result<model::Role> update(qint64 id, const RoleChange &change,
                                                   const std::optional<QByteArray> &version);
    [[nodiscard]] base::Result<> remove(qint64 id, const QString &replacement,
                                        const std::optional<QByteArray> &version);

private:
    /// A role that the actor may do that to.
    [[nodiscard]] base::Result<model::Role> reach(qint64 id, model::Action action,
                                                  const std::optional<QByteArray> &version);
    [[nodiscard]] base::Result<> checkName(const QString &name, qint64 except);
    [[nodiscard]] base::Result<> movePeople(const model::Role &from, const QString &replacement,
                                            QList<qint64> ids);
    [[nodiscard]] base::Result<> demandSomeAdmin();

    store::Connection &m_connection;
    Toolbox &m_tools;
    const Actor &m_actor;
    const Caller &m_caller;
    QList<model::Statement> m_rights; ///< the actor's, once asked for
};

} // namespace authdesk::server::service
