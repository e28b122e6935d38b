// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One page of people: chooses between sorting few hits and walking a sort index, so that a page
// stays quick at a million rows (design.md, "Lists at a million rows"). Only inside this room.
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/server/store/peoplesample.h"
#include "core/server/store/sqlvalue.h"
#include "core/server/store/userrecord.h"

#include <optional>
#include <string>
#include <vector>

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
        AllMembers, ///< all of it, looking only at those who are among the hits of the source
        Members,    ///< a stretch of its entries alone, compared with who is known to match
        Sort,       ///< all who match looked at and sorted
    };

    /// Who meets a condition.
    struct Hits
    {
        qint64 count = 0;                       ///< one more than the limit: or even more
        std::optional<std::vector<qint64>> ids; ///< ascending; none where they are too many
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
    /// Looks who meets all conditions, and from which of them to start; how many meet all, up to
    /// one more than is counted exactly.
    qint64 findMatches();
    void chooseMethod();
    /// Narrows who matches to the next page, by a stretch of the sort index; false where it does
    /// not lie there.
    [[nodiscard]] bool findMembers();
    /// The ids of a stretch of the sort index after the position.
    [[nodiscard]] std::vector<qint64> entriesOf(qint64 stretch);
    /// Up to `limit` + 1 rows after the position.
    [[nodiscard]] model::Page<model::User> fetch();
    [[nodiscard]] QString nextCursor(const SqlValue &sortValue, qint64 id) const;

    [[nodiscard]] qint64 countUpToLimit(const Sql &rows);
    [[nodiscard]] Hits collect(const Sql &rows, qint64 limit);
    [[nodiscard]] Hits hitsOf(Source condition);
    [[nodiscard]] bool meets(const PeopleSample::Person &person, Source condition) const;
    /// The search's hits by what is rare of it, looking at each who holds that; none where too many
    /// do or nothing of it is rare.
    [[nodiscard]] std::optional<Hits> collectByRareParts();
    [[nodiscard]] bool isWorthCollecting(Source source);
    /// Ids as words().listedIds takes them.
    [[nodiscard]] static QString listed(const std::vector<qint64> &ids);
    void addHits(Sql &sql, Source source) const;
    /// Whose role, status and second factor are as asked, by one stretch of an index or a few.
    void addFiltered(Sql &sql) const;
    void addRows(Sql &sql) const;
    /// The sort index from the position on, as far as the number bound next says.
    void addStretch(Sql &sql) const;
    /// All but the one that the rows meet already.
    void addConditions(Sql &sql, Source met) const;
    void addCondition(Sql &sql, Source condition) const;
    /// The source's rows `hit` that meet all conditions.
    void addMatches(Sql &sql) const;
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
    qint64 m_sourceHits = 0;                      ///< of the source alone
    std::optional<std::vector<qint64>> m_matches; ///< who meets all conditions; none: too many
    std::optional<Position> m_position;
    qint64 m_total = -1;
    bool m_totalAtLeast = false;
};

} // namespace authdesk::server::store
