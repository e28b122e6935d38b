// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts for whoever looks after a server. Each reads an index alone, or a bounded stretch of rows,
// so that they stay quick at a million people. Used inside Database::read().
#pragma once

#include "core/model/serverstats.h"

namespace authdesk::server::store {

class Connection;

class StatsRepository final
{
public:
    explicit StatsRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// "sqlite" or "postgresql".
    [[nodiscard]] QString databaseEngine() const;
    /// All but `mayManageUsers`. Statuses as of the last UserRepository::refreshStatuses().
    [[nodiscard]] model::UserCounts countUsers();
    /// Sign-ins that are still good.
    [[nodiscard]] qint64 countSessions(const QDateTime &now);

    /// The first audit row at or after a time; one behind the last where there is none. Rows are in
    /// the order of their times, as far as the clock never went back.
    [[nodiscard]] qint64 firstAuditRow(const QDateTime &from);
    /// The last audit row; 0: none.
    [[nodiscard]] qint64 lastAuditRow();
    /// Sign-ins among the audit rows with `after` < id ≤ `last`, by hour; hours without are left
    /// out.
    [[nodiscard]] QList<model::SignInHour> signIns(qint64 after, qint64 last);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
