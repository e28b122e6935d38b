// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long pages and searches of the user list take: bench_userlist DATABASE, a file or the address
// of a PostgreSQL. A file is filled up to a million people, or as many as a second argument says,
// and kept.
#include "core/server/store/connection.h"
#include "core/server/store/database.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstdio>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 120;
constexpr std::array orders{UserOrder::Name,       UserOrder::Username, UserOrder::Email,
                            UserOrder::Role,       UserOrder::Status,   UserOrder::SecondFactor,
                            UserOrder::LastSignIn, UserOrder::Created};

/// Statements that build up or take down what SQLite keeps beside the rows.
QStringList texts(Connection &connection, std::string_view sql)
{
    QStringList texts;
    Rows rows = connection.select(sql);
    while (rows.next())
        texts.append(rows.text(0));
    return texts;
}

// Names of two or three syllables, the same ones at every run: ?1 is how many people, ?2 the time.
// Every share of a role, status or factor comes from another stretch of the mixed number.
constexpr std::string_view insertPeople = R"(
WITH RECURSIVE syllable (at, text) AS (VALUES
    (0, 'an'), (1, 'ber'), (2, 'chi'), (3, 'da'), (4, 'el'), (5, 'fro'), (6, 'ga'), (7, 'hu'),
    (8, 'ing'), (9, 'jo'), (10, 'kla'), (11, 'lu'), (12, 'mar'), (13, 'nor'), (14, 'ola'),
    (15, 'pe'), (16, 'qui'), (17, 'ros'), (18, 'sch'), (19, 'tom'), (20, 'ur'), (21, 'vin'),
    (22, 'wal'), (23, 'xe'), (24, 'yl'), (25, 'zor')),
word (at, text) AS MATERIALIZED (
    SELECT a.at + 26 * b.at, a.text || b.text FROM syllable a, syllable b UNION ALL
    SELECT 676 + a.at + 26 * b.at + 676 * c.at, a.text || b.text || c.text
    FROM syllable a, syllable b, syllable c),
number (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i + 1 < ?1),
mixed (i, m, n) AS (
    SELECT i, (i * 2654435761 + 12345) % 4294967291, (i * 2246822519 + 777) % 4294967279 FROM number),
-- Half the words are of two syllables, though there are more of three.
part (i, m, n, first, last, mail) AS (
    SELECT i, m, n, iif(m & 1, m / 2 % 676, 676 + m / 2 % 17576),
        iif(n & 1, n / 2 % 676, 676 + n / 2 % 17576),
        iif(m & 2, (m + n) / 4 % 676, 676 + (m + n) / 4 % 17576) FROM mixed),
person AS (
    SELECT i, m, n, f.text AS first, l.text AS last, l.text || '.' || i AS username,
        l.text || '.' || i || '@' || e.text || '.example.com' AS email,
        CASE WHEN m / 7 % 1000 < 2 THEN 1 WHEN m / 7 % 1000 < 10 THEN 2
            WHEN m / 7 % 1000 < 50 THEN 3 WHEN m / 7 % 1000 < 60 THEN 4 ELSE 5 END AS role,
        n / 11 % 20 = 0 AS disabled, n / 13 % 10 = 0 AS must_change, n % 30000000 * 1000 AS age,
        m / 17 % 4 > 0 AS was_here, m / 19 % 3 = 0 AS has_factor
    FROM part JOIN word f ON f.at = part.first JOIN word l ON l.at = part.last
    JOIN word e ON e.at = part.mail)
INSERT INTO users (uid, username, username_folded, email, email_folded, first_name, last_name,
    role_id, disabled_at, must_change_password, password_hash, created_at, updated_at,
    last_login_at, name_sort, email_sort, role_sort, status, mfa_kinds)
SELECT printf('%08x-0000-4000-8000-%012x', i, m), username, username, email, email,
    upper(substr(first, 1, 1)) || substr(first, 2), upper(substr(last, 1, 1)) || substr(last, 2),
    role, iif(disabled, ?2, NULL), must_change, zeroblob(97), ?2 - 30000000000 - age, ?2,
    iif(was_here, ?2 - age, 0), first || ' ' || last, email,
    (SELECT name_sort FROM roles WHERE id = role),
    CASE WHEN disabled THEN 1 WHEN must_change AND NOT was_here THEN 3 ELSE 0 END, has_factor
FROM person)";

void fill(Database &database, int people, const QDateTime &now)
{
    QElapsedTimer timer;
    timer.start();
    const auto written = database.write([&](Connection &connection) -> base::Result<> {
        // Room for the indexes, which are built when all the rows are there.
        QStringList statements{u"PRAGMA cache_size = -1000000"_s};
        statements += texts(connection, "SELECT 'DROP ' || type || ' ' || name FROM sqlite_master "
                                        "WHERE type IN ('index', 'trigger') AND tbl_name = 'users' "
                                        "AND sql IS NOT NULL");
        const QStringList after =
            texts(connection, "SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') "
                              "AND tbl_name = 'users' AND sql IS NOT NULL")
            << u"INSERT INTO users_search (users_search) VALUES ('rebuild')"_s;
        for (const QString &statement : statements) {
            if (auto done = connection.control(statement); !done)
                return done;
        }
        connection.execute(insertPeople, {people, now});
        for (const QString &statement : after) {
            if (auto done = connection.control(statement); !done)
                return done;
        }
        return {};
    });
    if (!written)
        qFatal("%s", qPrintable(written.error().detail));
    std::printf("filled with %d people in %.1f s\n", people, double(timer.elapsed()) / 1000);
    std::fflush(stdout);
}

int countPeople(Database &database)
{
    const auto count = database.read([](Connection &connection) {
        Rows rows = connection.select("SELECT count(*) FROM users");
        return rows.next() ? int(rows.integer(0)) : 0;
    });
    if (!count)
        qFatal("%s", qPrintable(count.error().detail));
    return *count;
}

class Series final
{
public:
    void add(qint64 nanoseconds)
    {
        m_times.push_back(double(nanoseconds) / 1e6);
        m_total += nanoseconds;
    }
    [[nodiscard]] qint64 total() const { return m_total; }

    void print(const char *name)
    {
        std::ranges::sort(m_times);
        const auto at = [this](double share) {
            return m_times[std::size_t(double(m_times.size() - 1) * share)];
        };
        std::printf("%-44s n=%5zu  p50 %8.2f  p95 %8.2f  p99 %8.2f  max %8.2f ms\n", name,
                    m_times.size(), at(0.5), at(0.95), at(0.99), m_times.back());
        std::fflush(stdout);
    }

private:
    std::vector<double> m_times;
    qint64 m_total = 0;
};

model::Page<model::User> timed(Database &database, const UserListQuery &query, const QDateTime &now,
                               Series &series)
{
    QElapsedTimer timer;
    timer.start();
    auto page = listUsers(database, query, now);
    series.add(timer.nsecsElapsed());
    if (!page)
        qFatal("%s", qPrintable(page.error().detail));
    return *std::move(page);
}

void measurePages(Database &database, const QDateTime &now)
{
    Series all;
    for (const UserOrder order : orders) {
        Series pages;
        for (const bool descending : {false, true}) {
            UserListQuery query{.order = order, .descending = descending};
            for (int i = 0; i < rounds; ++i) {
                const qint64 before = pages.total();
                query.cursor = timed(database, query, now, pages).nextCursor;
                all.add(pages.total() - before);
            }
        }
        pages.print(qPrintable(u"page of 50, order %1"_s.arg(int(order))));
    }
    all.print("page of 50, every order");
}

/// The database's own way to who holds a text, and nothing else: what a page of them rests on,
/// which tells how many they are up to ten thousand.
void timeHitsAlone(Database &database, const QString &part, Series &series)
{
    QElapsedTimer timer;
    timer.start();
    const auto counted = database.read([&](Connection &connection) {
        const Engine &engine = connection.engine();
        Rows rows = connection.select(std::string("SELECT count(*) FROM (") + engine.words().search
                                          + " LIMIT 10001) AS hits",
                                      {engine.searchPattern(part)});
        return rows.next() ? rows.integer(0) : 0;
    });
    series.add(timer.nsecsElapsed());
    if (!counted)
        qFatal("%s", qPrintable(counted.error().detail));
}

void measureSearch(Database &database, const QDateTime &now)
{
    QRandomGenerator random(2);
    std::vector<QString> texts;
    for (const UserOrder order : {UserOrder::Username, UserOrder::Created, UserOrder::Email}) {
        UserListQuery query{.order = order, .limit = 200};
        for (int i = 0; i < 10; ++i) {
            const auto page = listUsers(database, query, now).value();
            for (const model::User &user : page.items)
                texts.insert(texts.end(), {user.username, user.displayName(),
                                           user.email.value_or(user.username)});
            query.cursor = page.nextCursor;
        }
    }
    Series all;
    Series alone;
    for (int length = 3; length <= 8; ++length) {
        Series series;
        Series second;
        for (int i = 0; i < rounds; ++i) {
            const QString &text = texts[std::size_t(random.bounded(int(texts.size())))];
            if (text.size() < length)
                continue;
            const QString part = text.sliced(random.bounded(text.size() - length + 1), length);
            UserListQuery query{.search = part,
                                .order = orders[std::size_t(random.bounded(8))],
                                .descending = random.bounded(2) == 0};
            // Either comes first half the time, and warms the memory for the other.
            if (i % 2 == 0)
                timeHitsAlone(database, part, alone);
            QElapsedTimer timer;
            timer.start();
            const auto page = timed(database, query, now, series);
            all.add(timer.nsecsElapsed());
            if (i % 2 == 1)
                timeHitsAlone(database, part, alone);
            if (!page.nextCursor.isEmpty()) {
                query.cursor = page.nextCursor;
                (void)timed(database, query, now, second);
            }
        }
        series.print(qPrintable(u"search of %1 characters"_s.arg(length)));
    }
    all.print("search of 3 to 8 characters, every order");
    alone.print("the same texts, only found and counted");
    Series shorter;
    for (int i = 0; i < rounds; ++i) {
        const QString &text = texts[std::size_t(random.bounded(int(texts.size())))];
        (void)timed(database,
                    {.search = text.first(1 + random.bounded(2)),
                     .order = orders[std::size_t(random.bounded(8))]},
                    now, shorter);
    }
    shorter.print("search of 1 or 2 characters");
}

void measureFilters(Database &database, const QDateTime &now)
{
    Series series;
    for (const UserOrder order : orders) {
        for (const QString &role :
             {u""_s, u"predefined_super_admin"_s, u"help_desk"_s, u"auditor"_s, u"user"_s}) {
            for (const auto status :
                 {std::optional<model::UserStatus>(), std::optional(model::UserStatus::Disabled),
                  std::optional(model::UserStatus::Locked)}) {
                (void)timed(database,
                            {.roleSlug = role,
                             .status = status,
                             .secondFactor = role.isEmpty() ? std::nullopt : std::optional(true),
                             .order = order},
                            now, series);
            }
        }
    }
    series.print("filters, every order");
}

} // namespace

} // namespace authdesk::server::store

int main(int argc, char *argv[])
{
    using namespace authdesk::server::store;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_userlist DATABASE [people]");
    const bool isFile = !arguments[1].startsWith("postgresql:"_L1);
    auto database = Database::open(
        isFile ? DatabaseOptions{.file = arguments[1], .mapsFile = true}
               : DatabaseOptions{.url = authdesk::base::Secret::fromString(arguments[1])});
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    const int wanted = arguments.size() > 2 ? arguments[2].toInt() : 1'000'000;
    const int there = countPeople(**database);
    if (isFile && there < wanted)
        fill(**database, wanted - there, now);
    measurePages(**database, now);
    measureFilters(**database, now);
    measureSearch(**database, now);
    return 0;
}
