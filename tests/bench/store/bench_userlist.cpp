// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long pages and searches of the user list take: bench_userlist FILE [people], a million by
// default. The file is filled when it does not exist, and kept.
#include "core/server/store/database.h"
#include "core/server/store/factorrepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

#include <algorithm>
#include <array>
#include <cstdio>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 5000;
constexpr int rounds = 120;
constexpr std::array orders{UserOrder::Name,       UserOrder::Username, UserOrder::Email,
                            UserOrder::Role,       UserOrder::Status,   UserOrder::SecondFactor,
                            UserOrder::LastSignIn, UserOrder::Created};

const QStringList syllables{u"an"_s,  u"ber"_s, u"chi"_s, u"da"_s,  u"el"_s,  u"fro"_s, u"ga"_s,
                            u"hu"_s,  u"ing"_s, u"jo"_s,  u"kla"_s, u"lu"_s,  u"mar"_s, u"nor"_s,
                            u"ola"_s, u"pe"_s,  u"qui"_s, u"ros"_s, u"sch"_s, u"tom"_s, u"ur"_s,
                            u"vin"_s, u"wal"_s, u"xe"_s,  u"yl"_s,  u"zor"_s};

QString word(QRandomGenerator &random)
{
    QString text;
    for (int i = 2 + random.bounded(2); i > 0; --i)
        text += syllables[random.bounded(syllables.size())];
    text[0] = text[0].toUpper();
    return text;
}

void fill(Database &database, int people, const QDateTime &now)
{
    QRandomGenerator random(1);
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < people; done += batch) {
        const auto written = database.write([&](Connection &connection) {
            UserRepository users(connection);
            for (int i = done; i < std::min(done + batch, people); ++i) {
                NewUserRecord user;
                user.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
                user.firstName = word(random);
                user.lastName = word(random);
                user.username = u"%1.%2"_s.arg(user.lastName.toLower()).arg(i);
                user.email = u"%1@%2.example.com"_s.arg(user.username, word(random).toLower());
                const int dice = random.bounded(1000);
                user.roleId = dice < 2 ? 1 : dice < 10 ? 2 : dice < 50 ? 3 : dice < 60 ? 4 : 5;
                user.disabled = random.bounded(20) == 0;
                user.mustChangePassword = random.bounded(10) == 0;
                user.passwordHash = QByteArray(97, 'h');
                const qint64 seconds = random.bounded(30'000'000);
                const auto id = users.create(user, now.addSecs(-30'000'000 - seconds));
                if (id && random.bounded(4) > 0)
                    users.setLastSignIn(*id, now.addSecs(-seconds));
                if (id && random.bounded(3) == 0) {
                    FactorRepository factors(connection);
                    (void)factors.confirm(factors.createPending(*id, model::MfaKind::Totp, "s", {},
                                                                now.addSecs(1), now),
                                          1, now);
                }
            }
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().detail));
    }
    std::printf("filled with %d people in %.1f s\n", people, double(timer.elapsed()) / 1000);
}

class Series final
{
public:
    void add(qint64 nanoseconds) { m_times.push_back(double(nanoseconds) / 1e6); }

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
    for (const UserOrder order : orders) {
        Series first;
        Series later;
        for (const bool descending : {false, true}) {
            UserListQuery query{.order = order, .descending = descending};
            for (int i = 0; i < rounds; ++i) {
                query.cursor = timed(database, query, now, i == 0 ? first : later).nextCursor;
            }
        }
        later.print(qPrintable(u"page of 50, order %1"_s.arg(int(order))));
    }
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
                texts.insert(texts.end(), {user.username, user.displayName(), *user.email});
            query.cursor = page.nextCursor;
        }
    }
    Series all;
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
            QElapsedTimer timer;
            timer.start();
            const auto page = timed(database, query, now, series);
            all.add(timer.nsecsElapsed());
            if (!page.nextCursor.isEmpty()) {
                query.cursor = page.nextCursor;
                (void)timed(database, query, now, second);
            }
        }
        series.print(qPrintable(u"search of %1 characters"_s.arg(length)));
    }
    all.print("search of 3 to 8 characters, every order");
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
        qFatal("bench_userlist FILE [people]");
    const bool isNew = !QFile::exists(arguments[1]);
    auto database = Database::open({.file = arguments[1]});
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    if (isNew)
        fill(**database, arguments.size() > 2 ? arguments[2].toInt() : 1'000'000, now);
    measurePages(**database, now);
    measureFilters(**database, now);
    measureSearch(**database, now);
    return 0;
}
