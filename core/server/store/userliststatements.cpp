// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The statements of a list, put together from literals; userlist.cpp chooses between them.
#include "core/server/store/connection.h"
#include "core/server/store/userlist.h"
#include "core/server/store/userlistorder.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

namespace {

/// A walk that has seen so many people without filling its page gives up: the hits lie elsewhere in
/// this order.
constexpr qint64 walkBudget = 8000;

} // namespace

QString UserList::listed(const std::vector<qint64> &ids)
{
    QString list = u"["_s;
    for (const qint64 id : ids) {
        if (list.size() > 1)
            list += u',';
        list += QString::number(id);
    }
    return list + u']';
}

void UserList::addHits(Sql &sql, Source source) const
{
    switch (source) {
    case Source::Everybody:
        sql.text += "SELECT id AS hit FROM users";
        return;
    case Source::Search:
        sql.text += m_words.search;
        sql.values << m_connection.engine().searchPattern(m_search);
        return;
    case Source::Prefix:
        sql.text += "SELECT id AS hit FROM users WHERE name_sort >= ? AND name_sort < ? "
                    "UNION SELECT id FROM users WHERE username_folded >= ? AND username_folded < ? "
                    "UNION SELECT id FROM users WHERE email_sort >= ? AND email_sort < ?";
        for (int i = 0; i < 3; ++i)
            sql.values << m_search << behind(m_search);
        return;
    case Source::Filter:
        addFiltered(sql);
        return;
    }
    Q_UNREACHABLE();
}

void UserList::addFiltered(Sql &sql) const
{
    sql.text += "SELECT id AS hit FROM users";
    const bool isOneColumn =
        !m_roleId && m_query.status.has_value() != m_query.secondFactor.has_value();
    if (!isOneColumn && *m_words.indexedBy)
        sql.text += std::string(m_words.indexedBy) + "users_by_standing";
    sql.text += " WHERE true";
    // Every value of a column that is not asked about: so the index serves those behind it too.
    if (!isOneColumn && !m_roleId)
        sql.text += " AND role_id IN (SELECT id FROM roles)";
    if (!isOneColumn && !m_query.status && m_query.secondFactor)
        sql.text += " AND status IN (0, 1, 2, 3)";
    addFilterConditions(sql, {});
}

void UserList::addFilterConditions(Sql &sql, const std::string &column) const
{
    if (m_roleId) {
        sql.text += " AND " + column + "role_id = ?";
        sql.values << m_roleId;
    }
    if (m_query.status) {
        sql.text += " AND " + column + "status = ?";
        sql.values << storedStatus(*m_query.status);
    }
    if (m_query.secondFactor)
        sql.text += " AND " + column + (*m_query.secondFactor ? "mfa_kinds > 0" : "mfa_kinds = 0");
}

void UserList::addConditions(Sql &sql, Source met) const
{
    for (const Source condition : m_conditions) {
        if (condition != met)
            addCondition(sql, condition);
    }
}

void UserList::addCondition(Sql &sql, Source condition) const
{
    const std::string column = std::string(m_words.hideFromIndex) + "u.";
    switch (condition) {
    case Source::Everybody:
        break;
    case Source::Search:
        addSearchCondition(sql);
        break;
    case Source::Prefix:
        sql.text += " AND ((" + column + "name_sort >= ? AND " + column + "name_sort < ?) OR ("
                    + column + "username_folded >= ? AND " + column + "username_folded < ?) OR ("
                    + column + "email_sort >= ? AND " + column + "email_sort < ?))";
        for (int i = 0; i < 3; ++i)
            sql.values << m_search << behind(m_search);
        break;
    case Source::Filter:
        addFilterConditions(sql, column);
        break;
    }
}

void UserList::addSearchCondition(Sql &sql) const
{
    for (const char *text : {"name_sort", "username_folded", "email_sort"}) {
        const bool isFirst = text == std::string_view("name_sort");
        sql.text += isFirst ? " AND (" : " OR ";
        sql.text += std::string(m_words.position) + "(u." + text + ", ?) > 0";
    }
    sql.text += ")";
    sql.values << m_search << m_search << m_search;
}

void UserList::addMatches(Sql &sql) const
{
    if (m_source == Source::Everybody) {
        addHits(sql, m_source);
        return;
    }
    sql.text += "SELECT u.id AS hit FROM (";
    addHits(sql, m_source);
    sql.text += std::string(") AS hits") + m_words.join + "users u ON u.id = hit WHERE true";
    addConditions(sql, m_source);
}

/// A condition on what the list is sorted by: the stretch of the index begins and ends with it.
void UserList::addStart(Sql &sql) const
{
    if (m_query.order == UserOrder::Role && m_roleId) {
        sql.text += " AND u.role_sort = (SELECT name_sort FROM roles WHERE id = ?)";
        sql.values << m_roleId;
    } else if (m_query.order == UserOrder::Status && m_query.status) {
        sql.text += " AND u.status = ?";
        sql.values << storedStatus(*m_query.status);
    } else if (m_query.order == UserOrder::SecondFactor && m_query.secondFactor) {
        sql.text += *m_query.secondFactor ? " AND u.mfa_kinds > 0" : " AND u.mfa_kinds = 0";
    }
}

void UserList::addKeyset(Sql &sql) const
{
    if (!m_position)
        return;
    sql.text += std::string(" AND (u.") + columnOf(m_query.order).name + ", u.id) "
                + (m_query.descending ? "<" : ">") + " (?, ?)";
    sql.values << m_position->sortValue << m_position->id;
}

void UserList::addOrder(Sql &sql) const
{
    const char *direction = m_query.descending ? " DESC" : "";
    sql.text += std::string(" ORDER BY u.") + columnOf(m_query.order).name + direction + ", u.id"
                + direction;
}

void UserList::addStretch(Sql &sql) const
{
    sql.text += " FROM users u";
    if (*m_words.indexedBy)
        sql.text += std::string(m_words.indexedBy) + columnOf(m_query.order).index;
    sql.text += " WHERE true";
    addStart(sql);
    addKeyset(sql);
    addOrder(sql);
    sql.text += " LIMIT ?";
}

void UserList::addRows(Sql &sql) const
{
    const std::string wholeRows = std::string(m_words.join) + "users u ON u.id = entry";
    if (m_matches) {
        // Of every hit only what the order needs is read, and all the rest for the page alone.
        // Materialized: else PostgreSQL may look for the position in an index instead.
        const std::string column = columnOf(m_query.order).name;
        sql.text += " FROM (WITH found AS MATERIALIZED (SELECT u.id, u." + column + " FROM ("
                    + m_words.listedIds + ") AS hits" + m_words.join
                    + "users u ON u.id = hit) SELECT u.id AS entry FROM found u WHERE true";
        sql.values << listed(*m_matches);
        addKeyset(sql);
        addOrder(sql);
        sql.text += " LIMIT ?) AS entries" + wholeRows;
        sql.values << m_query.limit + 1;
        return;
    }
    // A subquery with ORDER BY and LIMIT is read in its order, as far as the outer LIMIT needs.
    const bool isWalk = m_method == Method::Walk;
    sql.text += isWalk ? " FROM (SELECT u.*" : " FROM (SELECT u.id AS entry";
    addStretch(sql);
    sql.text += isWalk ? ") u" : ") AS entries" + wholeRows;
    sql.values << (isWalk && m_source != Source::Everybody ? walkBudget : forever);
}

} // namespace authdesk::server::store
