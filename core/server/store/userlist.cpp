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
#include <iterator>

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
constexpr qsizetype cursorValues = 6;
/// Entries of a sort index that are read for a page among collected hits: never fewer, never more.
constexpr qint64 shortestStretch = 500;
constexpr qint64 longestStretch = 25000;

/// The numbers of a text that words().collect made.
std::vector<qint64> idsOf(const QString &text)
{
    std::vector<qint64> ids;
    qint64 id = 0;
    bool isInside = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            id = id * 10 + (c.unicode() - u'0');
            isInside = true;
        } else if (isInside) {
            ids.push_back(id);
            id = 0;
            isInside = false;
        }
    }
    return ids;
}

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
    const bool isFirst = !m_position;
    if (isFirst || m_method == Method::Members || m_method == Method::Sort) {
        const qint64 matches = findMatches();
        if (isFirst) {
            m_total = std::min(matches, exactTotal);
            m_totalAtLeast = matches > exactTotal;
        }
        chooseMethod();
    }
    if (m_method == Method::Members && !findMembers())
        m_method = Method::Sort;
    Page<User> page = fetch();
    // A walk that found too few in its stretch: the rest lies elsewhere in this order.
    if (page.nextCursor.isEmpty() && m_method == Method::Walk && m_source != Source::Everybody) {
        m_method = Method::AllMembers;
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
    (void)findMatches();
    std::vector<qint64> ids;
    if (m_matches) {
        ids = *m_matches;
    } else {
        Sql sql;
        addMatches(sql);
        sql.text += " LIMIT ?";
        sql.values << limit;
        Rows rows = m_connection.select(sql.text, sql.values);
        while (rows.next())
            ids.push_back(rows.integer(0));
        std::ranges::sort(ids); // here, because the database would sort far more than `limit`
    }
    const auto count = std::min(std::size_t(std::max(limit, 0)), ids.size());
    return {ids.begin(), ids.begin() + std::ptrdiff_t(count)};
}

bool UserList::isSearchable() const
{
    // No name holds a NUL or half a surrogate, and FTS5 would end the text there; PostgreSQL's
    // text to search has a name and an address on a line each.
    return !m_search.contains(QChar::Null) && !m_search.contains(u'\n') && m_search.isValidUtf16()
           && m_search.size() <= longestSearch;
}

qint64 UserList::findMatches()
{
    m_source = Source::Everybody;
    std::optional<Hits> all; // who meets each condition that was looked at
    for (const Source condition : m_conditions) {
        Hits hits = hitsOf(condition);
        if (m_source == Source::Everybody || hits.count < m_sourceHits) {
            m_source = condition;
            m_sourceHits = hits.count;
        }
        if (!all) {
            all = std::move(hits);
        } else if (all->ids && hits.ids) {
            std::vector<qint64> both;
            std::ranges::set_intersection(*all->ids, *hits.ids, std::back_inserter(both));
            all = Hits{.count = qint64(both.size()), .ids = std::move(both)};
        } else {
            Sql sql;
            addMatches(sql);
            all = collect(sql, exactTotal);
        }
    }
    if (!all) {
        Sql sql;
        addHits(sql, Source::Everybody);
        return countUpToLimit(sql);
    }
    m_matches = std::move(all->ids);
    return all->count;
}

void UserList::chooseMethod()
{
    if (!m_matches)
        m_method = Method::Walk;
    else
        m_method = qint64(m_matches->size()) <= fewHits ? Method::Sort : Method::Members;
}

qint64 UserList::countUpToLimit(const Sql &rows)
{
    QList<SqlValue> values = rows.values;
    values.append(exactTotal + 1);
    Rows counted =
        m_connection.select("SELECT count(*) FROM (" + rows.text + " LIMIT ?) AS counted", values);
    return counted.next() ? counted.integer(0) : 0;
}

UserList::Hits UserList::collect(const Sql &rows, qint64 limit)
{
    QList<SqlValue> values = rows.values;
    values.append(limit + 1);
    Rows collected = m_connection.select(std::string("SELECT count(*), ") + m_words.collect
                                             + " FROM (" + rows.text + " LIMIT ?) AS hits",
                                         values);
    if (!collected.next())
        return {};
    Hits hits{.count = collected.integer(0), .ids = {}};
    if (hits.count <= limit) {
        hits.ids = idsOf(collected.text(1));
        std::ranges::sort(*hits.ids);
    }
    return hits;
}

UserList::Hits UserList::hitsOf(Source condition)
{
    const auto meetsIt = [this, condition](const PeopleSample::Person &person) {
        return meets(person, condition);
    };
    const auto recount = [this, condition](const std::vector<qint64> &ids) {
        Sql sql{std::string("SELECT count(*) FROM (") + m_words.listedIds + ") AS hits"
                    + m_words.join + "users u ON u.id = hit WHERE true",
                {listed(ids)}};
        addCondition(sql, condition);
        Rows rows = m_connection.select(sql.text, sql.values);
        return rows.next() ? rows.integer(0) : 0;
    };
    const auto many =
        m_connection.peopleSample().moreThan(exactTotal, m_connection, meetsIt, recount);
    if (many)
        return {.count = std::max(*many, exactTotal + 1), .ids = {}};
    if (condition == Source::Search) {
        if (std::optional<Hits> hits = collectByRareParts())
            return *std::move(hits);
    }
    Sql sql;
    addHits(sql, condition);
    return collect(sql, isWorthCollecting(condition) ? memberHits : exactTotal);
}

bool UserList::meets(const PeopleSample::Person &person, Source condition) const
{
    switch (condition) {
    case Source::Search:
        return person.texts.contains(m_search);
    case Source::Prefix:
        return person.texts.startsWith(m_search) || person.texts.contains(u'\n' + m_search);
    case Source::Filter:
        return person.roleId == m_roleId.value_or(person.roleId)
               && (!m_query.status || person.status == storedStatus(*m_query.status))
               && person.hasSecondFactor == m_query.secondFactor.value_or(person.hasSecondFactor);
    case Source::Everybody:
        break;
    }
    return true;
}

bool UserList::isWorthCollecting(Source source)
{
    return source != Source::Search
           || !m_connection.peopleSample().isCommon(m_connection, m_search);
}

std::optional<UserList::Hits> UserList::collectByRareParts()
{
    const Engine &engine = m_connection.engine();
    if (!*m_words.allOf)
        return std::nullopt;
    QStringList patterns;
    for (const QString &part : m_connection.peopleSample().rareParts(m_connection, m_search))
        patterns.append(engine.searchPattern(part));
    if (patterns.isEmpty())
        return std::nullopt;
    const Hits candidates =
        collect({m_words.search, {patterns.join(QLatin1StringView(m_words.allOf))}}, fewHits);
    if (!candidates.ids)
        return std::nullopt;
    Sql found{std::string("SELECT u.id AS hit FROM (") + m_words.listedIds + ") AS hits"
                  + m_words.join + "users u ON u.id = hit WHERE true",
              {listed(*candidates.ids)}};
    addSearchCondition(found);
    return collect(found, fewHits);
}

bool UserList::findMembers()
{
    Rows last = m_connection.select("SELECT max(id) FROM users");
    const double people = last.next() ? double(last.integer(0)) : 0;
    // As long as holds a page if the hits lie evenly, and half as much again.
    const double even = people / double(m_matches->size()) * double(m_query.limit + 1);
    for (qint64 stretch = std::clamp(qint64(even * 1.5), shortestStretch, longestStretch);;
         stretch = longestStretch) {
        std::vector<qint64> members;
        const std::vector<qint64> entries = entriesOf(stretch);
        std::ranges::copy_if(entries, std::back_inserter(members), [this](qint64 id) {
            return std::ranges::binary_search(*m_matches, id);
        });
        if (qint64(members.size()) > m_query.limit || qint64(entries.size()) < stretch) {
            members.resize(std::min(members.size(), std::size_t(m_query.limit) + 1));
            m_matches = std::move(members);
            return true;
        }
        if (stretch == longestStretch)
            return false;
    }
}

std::vector<qint64> UserList::entriesOf(qint64 stretch)
{
    Sql sql{std::string("SELECT ") + m_words.collect + " FROM (SELECT u.id AS hit", {}};
    addStretch(sql);
    sql.values << stretch;
    Rows rows = m_connection.select(sql.text + ") AS hits", sql.values);
    return rows.next() ? idsOf(rows.text(0)) : std::vector<qint64>();
}

Page<User> UserList::fetch()
{
    Sql sql;
    sql.text = std::string("SELECT " AUTHDESK_USER_COLUMNS ", u.") + columnOf(m_query.order).name;
    addRows(sql);
    sql.text += std::string(m_words.join) + "roles r ON r.id = u.role_id WHERE true";
    if (m_method == Method::AllMembers) {
        sql.text += " AND entry IN (";
        addHits(sql, m_source);
        sql.text += ")";
    }
    if (!m_matches)
        addConditions(sql, m_method == Method::Walk ? Source::Everybody : m_source);
    if (m_matches || !m_words.keepsSubqueryOrder)
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
    return encodeCursor(fingerprint(), {QCborValue::fromVariant(sortValue.variant()), id, m_total,
                                        m_totalAtLeast, qint64(m_source), qint64(m_method)});
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
    for (const qsizetype number : {1, 2, 4, 5})
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
