// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/userlist.h"

#include "core/server/store/connection.h"
#include "core/server/store/cursor.h"
#include "core/server/store/folding.h"
#include "core/server/store/userrepository.h"
#include "core/server/store/userrow.h"

#include <algorithm>
#include <array>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::fail;
using base::Result;
using model::Page;
using model::User;

namespace {

constexpr qint64 exactTotal = 10000;
/// Up to so many hits are quicker sorted than found by walking the sort index.
constexpr qint64 fewHits = 6000;
/// A walk for a search gives up after so many rows: the hits lie elsewhere in this order.
constexpr qint64 walkBudget = 20000;
constexpr int largestUserPage = 200;
constexpr qsizetype longestSearch = 512;
constexpr qsizetype trigram = 3;
constexpr qsizetype cursorValues = 5;

struct OrderColumn
{
    const char *name;
    const char *index;
    bool isText;
};

constexpr std::array orderColumns{
    OrderColumn{"name_sort", "users_by_name", true},
    OrderColumn{"username_folded", "users_by_username", true},
    OrderColumn{"email_sort", "users_by_email", true},
    OrderColumn{"role_sort", "users_by_role", true},
    OrderColumn{"status", "users_by_status", false},
    OrderColumn{"mfa_kinds", "users_by_second_factor", false},
    OrderColumn{"last_login_at", "users_by_last_login", false},
    OrderColumn{"created_at", "users_by_created", false},
};

const OrderColumn &columnOf(UserOrder order)
{
    return orderColumns[std::size_t(order)];
}

/// FTS5's string syntax: everything between double quotes is text, a quote is doubled.
QString phrase(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// No text that begins with `prefix` is at or behind this, in the order of its bytes.
QString behind(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010ffff", 1);
}

} // namespace

UserList::UserList(Connection &connection, const UserListQuery &query, const QDateTime &now)
    : m_connection(connection)
    , m_query(query)
    , m_now(now)
    , m_search(folded(query.search).trimmed())
{
    m_query.limit = std::clamp(m_query.limit, 1, largestUserPage);
    if (!m_search.isEmpty()) {
        const bool isLong = m_search.toUcs4().size() >= trigram;
        m_conditions.append(isLong ? Source::Search : Source::Prefix);
    }
    if (!m_query.roleSlug.isEmpty()) {
        Rows rows = m_connection.select("SELECT id FROM roles WHERE slug = ?", {m_query.roleSlug});
        m_roleId = rows.next() ? rows.integer(0) : -1;
        m_conditions.append(Source::Role);
    }
    if (m_query.status)
        m_conditions.append(Source::Status);
    if (m_query.secondFactor)
        m_conditions.append(Source::SecondFactor);
}

Result<Page<User>> UserList::page()
{
    Page<User> page;
    if (const Result<void> read = readCursor(); !read)
        return fail(read.error());
    // No name holds a NUL or half a surrogate, and FTS5 would end the text there.
    if (m_search.contains(QChar::Null) || !m_search.isValidUtf16()
        || m_search.size() > longestSearch) {
        page.total = 0;
        return page;
    }
    if (!m_position) {
        chooseSource();
        countTotal();
    }
    fetch(m_source, page);
    if (m_source == Source::Walk && page.items.size() < m_query.limit
        && m_conditions.value(0, Source::Walk) == Source::Search) {
        m_source = Source::Search;
        page = {};
        fetch(m_source, page);
    }
    page.total = m_total;
    page.totalAtLeast = m_totalAtLeast;
    return page;
}

void UserList::chooseSource()
{
    m_source = Source::Walk;
    qint64 fewest = fewHits + 1;
    for (const Source condition : m_conditions) {
        const qint64 hits = countUpToLimit(rowsOf(condition));
        if (hits < fewest) {
            fewest = hits;
            m_source = condition;
        }
    }
}

void UserList::countTotal()
{
    const Source source = m_source == Source::Walk ? m_conditions.value(0, Source::Walk) : m_source;
    Sql sql = rowsOf(source);
    if (m_conditions.size() > 1) {
        sql = {};
        sql.text = "SELECT 1";
        addFrom(sql, source);
        addConditions(sql, source);
    }
    const qint64 count = countUpToLimit(sql);
    m_total = std::min(count, exactTotal);
    m_totalAtLeast = count > exactTotal;
}

qint64 UserList::countUpToLimit(const Sql &rows)
{
    QList<SqlValue> values = rows.values;
    values.append(exactTotal + 1);
    Rows counted = m_connection.select("SELECT count(*) FROM (" + rows.text + " LIMIT ?)", values);
    return counted.next() ? counted.integer(0) : 0;
}

UserList::Sql UserList::rowsOf(Source source) const
{
    switch (source) {
    case Source::Walk:
        return {"SELECT 1 FROM users", {}};
    case Source::Search:
        return {"SELECT 1 FROM users_search WHERE users_search MATCH ?", {phrase(m_search)}};
    case Source::Prefix: {
        Sql sql{"SELECT 1", {}};
        addFrom(sql, source);
        return sql;
    }
    case Source::Role:
        return {"SELECT 1 FROM users WHERE role_id = ?", {m_roleId}};
    case Source::Status:
        return {"SELECT 1 FROM users WHERE status = ?", {storedStatus(*m_query.status)}};
    case Source::SecondFactor:
        return {*m_query.secondFactor ? "SELECT 1 FROM users WHERE mfa_kinds > 0"
                                      : "SELECT 1 FROM users WHERE mfa_kinds = 0",
                {}};
    }
    Q_UNREACHABLE();
}

void UserList::addFrom(Sql &sql, Source source) const
{
    switch (source) {
    case Source::Walk:
        sql.text += " FROM users u INDEXED BY ";
        sql.text += columnOf(m_query.order).index;
        return;
    case Source::Search:
        sql.text += " FROM (SELECT rowid AS hit FROM users_search WHERE users_search MATCH ?) "
                    "CROSS JOIN users u ON u.id = hit";
        sql.values.append(phrase(m_search));
        return;
    case Source::Prefix:
        sql.text += " FROM (SELECT id AS hit FROM users WHERE name_sort >= ? AND name_sort < ? "
                    "UNION SELECT id FROM users WHERE username_folded >= ? AND username_folded < ? "
                    "UNION SELECT id FROM users WHERE email_sort >= ? AND email_sort < ?) "
                    "CROSS JOIN users u ON u.id = hit";
        for (int i = 0; i < 3; ++i)
            sql.values << m_search << behind(m_search);
        return;
    case Source::Role:
        sql.text += " FROM users u INDEXED BY users_by_role_id";
        return;
    case Source::Status:
        sql.text += " FROM users u INDEXED BY users_by_status";
        return;
    case Source::SecondFactor:
        sql.text += " FROM users u INDEXED BY users_by_second_factor";
        return;
    }
    Q_UNREACHABLE();
}

void UserList::addConditions(Sql &sql, Source source) const
{
    sql.text += " WHERE 1";
    for (const Source condition : m_conditions) {
        switch (condition) {
        case Source::Walk:
            break;
        case Source::Search:
            if (source == Source::Search)
                break;
            sql.text += " AND (instr(u.name_sort, ?) OR instr(u.username_folded, ?) "
                        "OR instr(u.email_sort, ?))";
            sql.values << m_search << m_search << m_search;
            break;
        case Source::Prefix:
            if (source == Source::Prefix)
                break;
            sql.text += " AND ((+u.name_sort >= ? AND +u.name_sort < ?) "
                        "OR (+u.username_folded >= ? AND +u.username_folded < ?) "
                        "OR (+u.email_sort >= ? AND +u.email_sort < ?))";
            for (int i = 0; i < 3; ++i)
                sql.values << m_search << behind(m_search);
            break;
        case Source::Role:
            sql.text += source == Source::Role ? " AND u.role_id = ?" : " AND +u.role_id = ?";
            sql.values << m_roleId;
            // Lets a walk in the order of roles begin at this one.
            if (source == Source::Walk && isOrderedBy(UserOrder::Role)) {
                sql.text += " AND u.role_sort = (SELECT name_sort FROM roles WHERE id = ?)";
                sql.values << m_roleId;
            }
            break;
        case Source::Status: {
            const bool byIndex = source == Source::Status
                                 || (source == Source::Walk && isOrderedBy(UserOrder::Status));
            sql.text += byIndex ? " AND u.status = ?" : " AND +u.status = ?";
            sql.values << storedStatus(*m_query.status);
            break;
        }
        case Source::SecondFactor: {
            const bool byIndex =
                source == Source::SecondFactor
                || (source == Source::Walk && isOrderedBy(UserOrder::SecondFactor));
            sql.text += byIndex ? " AND u.mfa_kinds" : " AND +u.mfa_kinds";
            sql.text += *m_query.secondFactor ? " > 0" : " = 0";
            break;
        }
        }
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

void UserList::fetch(Source source, Page<User> &page)
{
    const std::string column = std::string("u.") + columnOf(m_query.order).name;
    const std::string direction = m_query.descending ? " DESC" : "";
    const std::string order = " ORDER BY " + column + direction + ", u.id" + direction;
    const bool isBudgeted =
        source == Source::Walk && m_conditions.value(0, Source::Walk) == Source::Search;
    Sql sql;
    sql.text = "SELECT " AUTHDESK_USER_COLUMNS ", " + column;
    if (isBudgeted) {
        // A subquery with ORDER BY and LIMIT is read in its order, as far as the outer LIMIT needs.
        sql.text += " FROM (SELECT u.*";
        addFrom(sql, source);
        sql.text += " WHERE 1";
        addKeyset(sql);
        sql.text += order + " LIMIT ?) u";
        sql.values << walkBudget;
    } else {
        addFrom(sql, source);
    }
    sql.text += " CROSS JOIN roles r ON r.id = u.role_id";
    addConditions(sql, source);
    if (!isBudgeted) {
        addKeyset(sql);
        sql.text += order;
    }
    sql.text += " LIMIT ?";
    sql.values << m_query.limit + 1;

    Rows rows = m_connection.select(sql.text, sql.values);
    SqlValue lastSortValue = std::nullopt;
    while (rows.next()) {
        if (page.items.size() == m_query.limit) {
            page.nextCursor = nextCursor(lastSortValue, page.items.last().id);
            break;
        }
        page.items.append(userFromRow(rows, m_now).user);
        if (page.items.size() == m_query.limit) {
            if (columnOf(m_query.order).isText)
                lastSortValue = rows.text(userColumnCount);
            else
                lastSortValue = rows.integer(userColumnCount);
        }
    }
}

QByteArray UserList::fingerprint() const
{
    const QStringList parts{u"users"_s,
                            m_search,
                            m_query.roleSlug,
                            QString::number(m_query.status ? storedStatus(*m_query.status) : -1),
                            QString::number(m_query.secondFactor ? int(*m_query.secondFactor) : -1),
                            QString::number(int(m_query.order)),
                            QString::number(int(m_query.descending))};
    return parts.join(u'\0').toUtf8();
}

QString UserList::nextCursor(const SqlValue &sortValue, qint64 id) const
{
    return encodeCursor(fingerprint(), {QCborValue::fromVariant(sortValue.variant()), id, m_total,
                                        m_totalAtLeast, qint64(m_source)});
}

Result<void> UserList::readCursor()
{
    if (m_query.cursor.isEmpty())
        return {};
    const Result<QCborArray> read = decodeCursor(m_query.cursor, fingerprint(), cursorValues);
    if (!read)
        return fail(read.error());
    const QCborValue sortValue = read->at(0);
    const bool isText = columnOf(m_query.order).isText;
    const bool fits = (isText ? sortValue.isString() : sortValue.isInteger())
                      && read->at(1).isInteger() && read->at(2).isInteger() && read->at(3).isBool()
                      && read->at(4).isInteger();
    const auto source = Source(read->at(4).toInteger());
    if (!fits || (source != Source::Walk && !m_conditions.contains(source)))
        return fail(invalidCursor());
    m_position = {.sortValue = isText ? SqlValue(sortValue.toString())
                                      : SqlValue(qint64(sortValue.toInteger())),
                  .id = read->at(1).toInteger()};
    m_total = read->at(2).toInteger();
    m_totalAtLeast = read->at(3).toBool();
    m_source = source;
    return {};
}

Result<Page<User>> UserRepository::list(const UserListQuery &query, const QDateTime &now)
{
    return UserList(m_connection, query, now).page();
}

} // namespace authdesk::server::store
