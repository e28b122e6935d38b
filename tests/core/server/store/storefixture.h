// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A fresh database in a folder of its own, and people to fill it with.
#pragma once

#include "core/server/store/database.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userrepository.h"
#include "tests/support/freshdatabase.h"

#include <QtTest/QTest>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace authdesk::server::store {

class StoreFixture final
{
public:
    StoreFixture() { reopen(); }

    [[nodiscard]] QString file() const { return m_fresh.file(); }
    [[nodiscard]] DatabaseOptions options() const { return m_fresh.options(); }
    [[nodiscard]] const tests::FreshDatabase &fresh() const { return m_fresh; }

    void reopen()
    {
        m_database.reset();
        auto opened = Database::open(options());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_database = *std::move(opened);
    }

    void close() { m_database.reset(); }

    [[nodiscard]] Database &database() { return *m_database; }

    [[nodiscard]] QDateTime now() const { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

    [[nodiscard]] NewUserRecord person(const QString &username, qint64 roleId = 5)
    {
        NewUserRecord user;
        user.uid =
            QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_people, 12, 10, QChar(u'0'));
        user.username = username;
        user.roleId = roleId;
        return user;
    }

    [[nodiscard]] base::Result<qint64> add(const NewUserRecord &user)
    {
        return m_database->write(
            [&](Connection &connection) { return UserRepository(connection).create(user, m_now); });
    }

    [[nodiscard]] qint64 addPerson(const QString &username)
    {
        const auto id = add(person(username));
        if (!id)
            qWarning("%s", qPrintable(id.error().detail));
        return id ? *id : 0;
    }

    [[nodiscard]] std::optional<UserRecord> find(qint64 id)
    {
        return m_database
            ->read(
                [&](Connection &connection) { return UserRepository(connection).find(id, m_now); })
            .value();
    }

    /// write() of a function that cannot fail; what it returned.
    template <typename Function>
    auto write(Function &&function)
    {
        return m_database->write(std::forward<Function>(function)).value();
    }

    template <typename Function>
    auto read(Function &&function)
    {
        return m_database->read(std::forward<Function>(function)).value();
    }

    /// What `function(i)` returned true for, called on as many threads at the same instant.
    template <typename Function>
    static int countWinners(int threads, Function function)
    {
        std::latch start(threads);
        std::atomic<int> winners = 0;
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                start.arrive_and_wait();
                if (function(i))
                    ++winners;
            });
        }
        running.clear();
        return winners;
    }

private:
    tests::FreshDatabase m_fresh;
    std::unique_ptr<Database> m_database;
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'800'000'000'123, Qt::UTC);
    int m_people = 0;
};

} // namespace authdesk::server::store
