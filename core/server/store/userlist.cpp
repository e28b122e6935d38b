// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/userlist.h"

#include "core/server/store/connection.h"
#include "core/server/store/cursor.h"
#include "core/server/store/folding.h"
#include "core/server/store/userlistorder.h"
#include "core/server/store/userrepository.h"
#include "core/server/store/userrow.h"

#include <algorithm>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::fail;
using base::Result;
using model::Page;
using model::User;

namespace {

constexpr qint64 exactTotal = 10000;
/// Up to so many hits are quickest looked at one by one and sorted.
constexpr qint64 fewHits = 2500;
/// Up to so many are worth being remembered; a walk finds a page among more of them soon enough.
constexpr qint64 memberHits = 25000;
constexpr int largestUserPage = 200;
constexpr qsizetype longestSearch = 512;
constexpr qsizetype trigram = 3;
constexpr qsizetype cursorValues = 7;

} // namespace

UserList::UserList(Connection &connection, const UserListQuery &query, const QDateTime &now)
    : m_connection(connection)
    , m_words(connection.engine().words())
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
    }
    if (m_roleId || m_query.status || m_query.secondFactor)
        m_conditions.append(Source::Filter);
}

Result<Page<User>> UserList::page()
{
    if (const Result<void> read = readCursor(); !read)
        return fail(read.error());
    if (!isSearchable())
        return Page<User>{.items = {}, .nextCursor = {}, .total = 0};
    if (!m_position) {
        chooseSource();
        countTotal();
        chooseMethod();
    } else if (m_source == Source::Search && m_method != Method::Walk) {
        (void)collectHits(m_source);
    }
    Page<User> page = fetch();
    while (page.nextCursor.isEmpty() && !isExhaustive()) {
        if (m_method == Method::Walk)
            m_method = Method::Members;
        else
            m_method = m_hits > memberHits ? Method::AllMembers : Method::Sort;
        page = fetch();
    }
    page.total = m_total;
    page.totalAtLeast = m_totalAtLeast;
    return page;
}

QList<qint64> UserList::ids(int limit)
{
    if (!isSearchable())
        return {};
    chooseSource();
    Sql sql;
    addMatches(sql, "u.id");
    sql.text += " LIMIT ?";
    sql.values << limit;
    QList<qint64> ids;
    Rows rows = m_connection.select(sql.text, sql.values);
    while (rows.next())
        ids.append(rows.integer(0));
    std::ranges::sort(ids); // here, because the database would sort far more than `limit`
    return ids;
}

bool UserList::isSearchable() const
{
    // No name holds a NUL or half a surrogate, and FTS5 would end the text there.
    return !m_search.contains(QChar::Null) && m_search.isValidUtf16()
           && m_search.size() <= longestSearch;
}

void UserList::chooseSource()
{
    for (const Source condition : m_conditions) {
        Sql hits;
        addHits(hits, condition);
        const qint64 count = condition == Source::Prefix   ? countPrefixUpToLimit()
                             : condition == Source::Search ? collectHits(condition)
                                                           : countUpToLimit(hits);
        if (m_source == Source::Everybody || count < m_hits) {
            m_source = condition;
            m_hits = count;
        }
    }
}

void UserList::countTotal()
{
    qint64 count = m_hits;
    if (m_conditions.size() != 1) {
        Sql sql;
        addMatches(sql, "1");
        count = countUpToLimit(sql);
    }
    m_total = std::min(count, exactTotal);
    m_totalAtLeast = count > exactTotal;
}

void UserList::chooseMethod()
{
    if (m_source == Source::Everybody || m_hits > (m_collected.isEmpty() ? exactTotal : memberHits))
        m_method = Method::Walk;
    else
        m_method = m_hits <= fewHits ? Method::Sort : Method::Members;
}

bool UserList::isExhaustive() const
{
    return m_method == Method::Sort || m_method == Method::AllMembers
           || m_source == Source::Everybody;
}

qint64 UserList::countUpToLimit(const Sql &rows)
{
    QList<SqlValue> values = rows.values;
    values.append(exactTotal + 1);
    Rows counted =
        m_connection.select("SELECT count(*) FROM (" + rows.text + " LIMIT ?) AS counted", values);
    return counted.next() ? counted.integer(0) : 0;
}

qint64 UserList::countPrefixUpToLimit()
{
    // One column alone may have enough; only else is it worth to find out who stands in several.
    for (const char *rows : {"SELECT 1 FROM users WHERE name_sort >= ? AND name_sort < ?",
                             "SELECT 1 FROM users WHERE username_folded >= ? AND "
                             "username_folded < ?",
                             "SELECT 1 FROM users WHERE email_sort >= ? AND email_sort < ?"}) {
        const qint64 count = countUpToLimit({rows, {m_search, behind(m_search)}});
        if (count > exactTotal)
            return count;
    }
    return collectHits(Source::Prefix);
}

qint64 UserList::collectHits(Source source)
{
    if (source == Source::Search) {
        if (const std::optional<qint64> count = collectByRareParts())
            return *count;
    }
    Sql hits;
    addHits(hits, source);
    const qint64 limit = isWorthCollecting(source) ? memberHits : exactTotal;
    hits.values.append(limit + 1);
    Rows rows = m_connection.select(std::string("SELECT count(*), ") + m_words.collect + " FROM ("
                                        + hits.text + " LIMIT ?) AS hits",
                                    hits.values);
    if (!rows.next())
        return 0;
    const qint64 count = rows.integer(0);
    if (count <= limit)
        m_collected = rows.text(1);
    return count;
}

bool UserList::isWorthCollecting(Source source)
{
    return source == Source::Search && *m_words.allOf
           && !m_connection.commonTrigrams().isCommon(m_connection, m_search);
}

std::optional<qint64> UserList::collectByRareParts()
{
    const Engine &engine = m_connection.engine();
    if (!*m_words.allOf)
        return std::nullopt;
    QStringList patterns;
    for (const QString &part : m_connection.commonTrigrams().rareParts(m_connection, m_search))
        patterns.append(engine.searchPattern(part));
    if (patterns.isEmpty())
        return std::nullopt;
    const std::string collected = std::string("SELECT count(*), ") + m_words.collect + " FROM (";
    Rows candidates =
        m_connection.select(collected + m_words.search + " LIMIT ?) AS hits",
                            {patterns.join(QLatin1StringView(m_words.allOf)), fewHits + 1});
    if (!candidates.next() || candidates.integer(0) > fewHits)
        return std::nullopt;
    Sql found{collected + "SELECT u.id AS hit FROM (" + m_words.collected + ") AS hits"
                  + m_words.join + "users u ON u.id = hit WHERE true",
              {candidates.text(1)}};
    addSearchCondition(found);
    Rows rows = m_connection.select(found.text + ") AS found", found.values);
    if (!rows.next())
        return std::nullopt;
    m_collected = rows.text(1);
    return rows.integer(0);
}

Page<User> UserList::fetch()
{
    Sql sql;
    sql.text = std::string("SELECT " AUTHDESK_USER_COLUMNS ", u.") + columnOf(m_query.order).name;
    addRows(sql);
    sql.text += std::string(m_words.join) + "roles r ON r.id = u.role_id WHERE true";
    if (m_method == Method::Members || m_method == Method::AllMembers) {
        sql.text += " AND entry IN (";
        addHits(sql, m_source);
        sql.text += ")";
    }
    if (m_method != Method::Sort)
        addConditions(sql, m_method == Method::Walk ? Source::Everybody : m_source);
    if (m_method == Method::Sort || !m_words.keepsSubqueryOrder)
        addOrder(sql);
    sql.text += " LIMIT ?";
    sql.values << m_query.limit + 1;

    Page<User> page;
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
    return page;
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
    return encodeCursor(fingerprint(),
                        {QCborValue::fromVariant(sortValue.variant()), id, m_total, m_totalAtLeast,
                         qint64(m_source), qint64(m_method), m_hits});
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
    bool fits = (isText ? sortValue.isString() : sortValue.isInteger()) && read->at(3).isBool();
    for (const qsizetype number : {1, 2, 4, 5, 6})
        fits = fits && read->at(number).isInteger();
    if (!fits)
        return fail(invalidCursor());
    const qint64 source = read->at(4).toInteger();
    const qint64 method = read->at(5).toInteger();
    const bool isKnown = m_conditions.isEmpty() ? source == qint64(Source::Everybody)
                                                : m_conditions.contains(Source(source));
    if (!isKnown || method < 0 || method > qint64(Method::Sort))
        return fail(invalidCursor());
    m_position = {.sortValue = isText ? SqlValue(sortValue.toString())
                                      : SqlValue(qint64(sortValue.toInteger())),
                  .id = read->at(1).toInteger()};
    m_total = read->at(2).toInteger();
    m_totalAtLeast = read->at(3).toBool();
    m_source = Source(source);
    m_method = Method(method);
    m_hits = read->at(6).toInteger();
    return {};
}

Result<Page<User>> UserRepository::list(const UserListQuery &query, const QDateTime &now)
{
    return UserList(m_connection, query, now).page();
}

QList<qint64> UserRepository::listIds(const UserListQuery &query, int limit, const QDateTime &now)
{
    return UserList(m_connection, query, now).ids(limit);
}

} // namespace authdesk::server::store
