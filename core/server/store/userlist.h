// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One page of people: chooses between sorting few hits and walking a sort index, so that a page
// stays quick at a million rows (design.md, "Lists at a million rows"). Only inside this room.
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/server/store/sqlvalue.h"
#include "core/server/store/userrecord.h"

#include <string>

namespace authdesk::server::store {

class Connection;

class UserList final
{
public:
    UserList(Connection &connection, const UserListQuery &query, const QDateTime &now);

    [[nodiscard]] base::Result<model::Page<model::User>> page();

private:
    /// Where the rows come from; each but Walk is a condition of the query with an index.
    enum class Source { Walk, Search, Prefix, Role, Status, SecondFactor };

    struct Position
    {
        SqlValue sortValue;
        qint64 id = 0;
    };

    /// A statement put together from literals, and what is bound to it.
    struct Sql
    {
        std::string text;
        QList<SqlValue> values;
    };

    [[nodiscard]] base::Result<void> readCursor();
    [[nodiscard]] QByteArray fingerprint() const;
    void chooseSource();
    void countTotal();
    /// Up to `limit` + 1 rows after the position.
    void fetch(Source source, model::Page<model::User> &page);
    [[nodiscard]] QString nextCursor(const SqlValue &sortValue, qint64 id) const;

    [[nodiscard]] qint64 countUpToLimit(const Sql &rows);
    [[nodiscard]] Sql rowsOf(Source source) const;
    void addFrom(Sql &sql, Source source) const;
    void addConditions(Sql &sql, Source source) const;
    void addKeyset(Sql &sql) const;
    [[nodiscard]] bool isOrderedBy(UserOrder order) const { return m_query.order == order; }

    Connection &m_connection;
    UserListQuery m_query;
    QDateTime m_now;
    QString m_search;               ///< folded
    std::optional<qint64> m_roleId; ///< -1: a role that does not exist
    QList<Source> m_conditions;
    Source m_source = Source::Walk;
    std::optional<Position> m_position;
    qint64 m_total = -1;
    bool m_totalAtLeast = false;
};

} // namespace authdesk::server::store
