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
struct Words;

class UserList final
{
public:
    UserList(Connection &connection, const UserListQuery &query, const QDateTime &now);

    [[nodiscard]] base::Result<model::Page<model::User>> page();
    /// Everybody whom the pages would show, at most `limit` of them, by id.
    [[nodiscard]] QList<qint64> ids(int limit);

private:
    /// Which rows may be hits; each but Everybody is a condition of the query with an index. Filter
    /// is what is asked of role, status and second factor, together.
    enum class Source { Everybody, Search, Prefix, Filter };

    /// How the hits come into the list's order, from best for many hits to best for few.
    enum class Method {
        Walk,       ///< a stretch of the sort index, looking at each person
        Members,    ///< a longer stretch of it, looking only at those who are among the hits
        AllMembers, ///< the same as far as it takes
        Sort,       ///< all hits looked at and sorted
    };

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
    /// Whether the search is a text that anybody's name may hold.
    [[nodiscard]] bool isSearchable() const;
    void chooseSource();
    void countTotal();
    void chooseMethod();
    /// Whether the method sees every hit, wherever it stands in the order.
    [[nodiscard]] bool isExhaustive() const;
    /// Up to `limit` + 1 rows after the position.
    [[nodiscard]] model::Page<model::User> fetch();
    [[nodiscard]] QString nextCursor(const SqlValue &sortValue, qint64 id) const;

    [[nodiscard]] qint64 countUpToLimit(const Sql &rows);
    [[nodiscard]] qint64 countPrefixUpToLimit();
    /// Counts, and remembers who they are unless there are too many.
    [[nodiscard]] qint64 collectHits(Source source);
    /// The same by what is rare of the search, looking at each who holds that; none where too many
    /// do or nothing of it is rare.
    [[nodiscard]] std::optional<qint64> collectByRareParts();
    [[nodiscard]] bool isWorthCollecting(Source source);
    void addHits(Sql &sql, Source source) const;
    /// Whose role, status and second factor are as asked, by one stretch of an index or a few.
    void addFiltered(Sql &sql) const;
    void addRows(Sql &sql) const;
    /// All but the one that the rows meet already.
    void addConditions(Sql &sql, Source met) const;
    /// The source's rows that meet all conditions.
    void addMatches(Sql &sql, const char *columns) const;
    void addSearchCondition(Sql &sql) const;
    void addFilterConditions(Sql &sql, const std::string &column) const;
    void addStart(Sql &sql) const;
    void addKeyset(Sql &sql) const;
    void addOrder(Sql &sql) const;

    Connection &m_connection;
    const Words &m_words;
    UserListQuery m_query;
    QDateTime m_now;
    QString m_search;               ///< folded
    std::optional<qint64> m_roleId; ///< -1: a role that does not exist
    QList<Source> m_conditions;
    Source m_source = Source::Everybody;
    Method m_method = Method::Walk;
    qint64 m_hits = 0;   ///< of the source alone, up to one more than is counted exactly
    QString m_collected; ///< ids of the search's hits, as a JSON array; empty: not known
    std::optional<Position> m_position;
    qint64 m_total = -1;
    bool m_totalAtLeast = false;
};

} // namespace authdesk::server::store
