// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/apikeyrepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/userdirectory.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::ApiKey;

class TestApiKeyRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_ada = m_store->addPerson(u"ada"_s);
        m_bob = m_store->addPerson(u"bob"_s);
    }

    void givesBackWhatWasStored();
    void keepsTheLevel();
    void theDirectoryFindsByRoleAndSearch();
    void listsTheNewestFirst();
    void revokesOnce();
    void countsWhatIsGood();
    void forgetsTheOldestThatAreNotGood();
    void keysGoWithTheirPerson();
    void theDirectoryKeepsTheOrderOfArrival();
    void theDirectoryCountsTokens();

private:
    qint64 add(qint64 userId, const QString &name,
               const std::optional<QDateTime> &expiresAt = std::nullopt)
    {
        const ApiKey key{.userId = userId,
                         .system = u"pipelit"_s,
                         .name = name,
                         .prefix = u"abcdefgh"_s,
                         .createdAt = m_store->now(),
                         .expiresAt = expiresAt,
                         .lastUsedAt = {},
                         .revokedAt = {}};
        return m_store->write([&](Connection &connection) {
            return ApiKeyRepository(connection).create(key, name.toUtf8());
        });
    }
    template <typename Function>
    auto keys(Function &&function)
    {
        return m_store->write([&](Connection &connection) {
            ApiKeyRepository repository(connection);
            return function(repository);
        });
    }
    QStringList names(qint64 userId)
    {
        QStringList names;
        for (const ApiKey &key : keys([&](auto &all) { return all.list(userId, 100); }))
            names.append(key.name);
        return names;
    }
    DirectoryPage page(qint64 offset, int limit)
    {
        return m_store->read([&](Connection &connection) {
            return UserDirectory(connection).page(offset, limit, m_store->now());
        });
    }

    std::unique_ptr<StoreFixture> m_store;
    qint64 m_ada = 0;
    qint64 m_bob = 0;
};

void TestApiKeyRepository::givesBackWhatWasStored()
{
    const QDateTime end = m_store->now().addDays(1);
    const qint64 id = add(m_ada, u"console"_s, end);
    const ApiKey wanted{.id = id,
                        .userId = m_ada,
                        .system = u"pipelit"_s,
                        .name = u"console"_s,
                        .prefix = u"abcdefgh"_s,
                        .createdAt = m_store->now(),
                        .expiresAt = end,
                        .lastUsedAt = m_store->now().addSecs(60),
                        .revokedAt = {}};
    const bool isStored = keys([&](ApiKeyRepository &all) {
        all.setLastUsed(id, m_store->now().addSecs(60));
        return all.find(id) == wanted && all.findByHash("console") == wanted;
    });
    QVERIFY(isStored);
    QVERIFY(!keys([](ApiKeyRepository &all) { return all.findByHash("other"); }));
    QVERIFY(wanted.isActive(m_store->now()));
    QVERIFY(!wanted.isActive(end));
}

void TestApiKeyRepository::keepsTheLevel()
{
    for (const model::KeyLevel level :
         {model::KeyLevel::Read, model::KeyLevel::Write, model::KeyLevel::Admin}) {
        const ApiKey key{.userId = m_ada,
                         .system = u"bloqd"_s,
                         .name = model::keyLevelName(level),
                         .prefix = u"f2b_abcd"_s,
                         .createdAt = m_store->now(),
                         .expiresAt = {},
                         .lastUsedAt = {},
                         .revokedAt = {},
                         .level = level};
        const auto stored = keys(
            [&](ApiKeyRepository &all) { return all.find(all.create(key, key.name.toUtf8())); });
        QVERIFY(stored);
        QCOMPARE(stored->level, level);
        QCOMPARE(model::keyLevelFromName(key.name), std::optional(level));
    }
    QVERIFY(!model::keyLevelFromName(u"root"));
    QCOMPARE(
        keys([&, id = add(m_ada, u"old"_s)](ApiKeyRepository &all) { return all.find(id); })->level,
        model::KeyLevel::Admin);
}

void TestApiKeyRepository::theDirectoryFindsByRoleAndSearch()
{
    (void)m_store->add(m_store->person(u"adalbert"_s, 3)).value();
    const auto found = [&](const DirectoryQuery &query) {
        QStringList names;
        const DirectoryPage page = m_store->read([&](Connection &connection) {
            return UserDirectory(connection).page(query, m_store->now());
        });
        for (const DirectoryEntry &entry : page.entries)
            names.append(entry.user.username);
        return std::pair(page.total, names);
    };
    QCOMPARE(found({}), std::pair(qint64(3), QStringList({u"ada"_s, u"bob"_s, u"adalbert"_s})));
    QCOMPARE(found({.offset = 1, .limit = 1}), std::pair(qint64(3), QStringList({u"bob"_s})));
    QCOMPARE(found({.search = u"ADA"_s}),
             std::pair(qint64(2), QStringList({u"ada"_s, u"adalbert"_s})));
    QCOMPARE(found({.search = u"bo"_s}), std::pair(qint64(1), QStringList({u"bob"_s})));
    QCOMPARE(found({.roleIds = QList<qint64>{3}}),
             std::pair(qint64(1), QStringList({u"adalbert"_s})));
    QCOMPARE(found({.roleIds = QList<qint64>{3, 5}, .search = u"bert"_s}),
             std::pair(qint64(1), QStringList({u"adalbert"_s})));
    QCOMPARE(found({.roleIds = QList<qint64>{}}), std::pair(qint64(0), QStringList()));
    QCOMPARE(found({.search = QString(QChar::Null)}), std::pair(qint64(0), QStringList()));
    QCOMPARE(found({.offset = 3}), std::pair(qint64(3), QStringList()));
}

void TestApiKeyRepository::listsTheNewestFirst()
{
    (void)add(m_ada, u"one"_s);
    (void)add(m_bob, u"other"_s);
    (void)add(m_ada, u"two"_s);
    QCOMPARE(names(m_ada), (QStringList{u"two"_s, u"one"_s}));
    QCOMPARE(keys([&](ApiKeyRepository &all) { return all.list(m_ada, 1).size(); }), 1);
}

void TestApiKeyRepository::revokesOnce()
{
    const qint64 id = add(m_ada, u"one"_s);
    QVERIFY(keys([&](ApiKeyRepository &all) { return all.revoke(id, m_store->now()); }));
    QVERIFY(!keys([&](ApiKeyRepository &all) { return all.revoke(id, m_store->now()); }));
    QVERIFY(!keys([&](ApiKeyRepository &all) { return all.revoke(id + 1, m_store->now()); }));
    QCOMPARE(keys([&](ApiKeyRepository &all) { return all.find(id); })->revokedAt,
             std::optional(m_store->now()));
}

void TestApiKeyRepository::countsWhatIsGood()
{
    (void)add(m_ada, u"one"_s);
    (void)add(m_ada, u"ended"_s, m_store->now());
    (void)add(m_ada, u"ends"_s, m_store->now().addSecs(1));
    (void)add(m_bob, u"other"_s);
    const auto active = [&](qint64 id) {
        return keys([&](ApiKeyRepository &all) { return all.countActive(id, m_store->now()); });
    };
    QCOMPARE(active(m_ada), 2);
    QCOMPARE(keys([&](ApiKeyRepository &all) { return all.revokeForUser(m_ada, m_store->now()); }),
             2);
    QCOMPARE(active(m_ada), 0);
    QCOMPARE(active(m_bob), 1);
}

void TestApiKeyRepository::forgetsTheOldestThatAreNotGood()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        (void)add(m_ada, name);
    (void)add(m_ada, u"ended"_s, m_store->now());
    (void)add(m_bob, u"other"_s, m_store->now());
    keys([&](ApiKeyRepository &all) {
        for (const ApiKey &key : all.list(m_ada, 100)) {
            if (key.name == u"a"_s || key.name == u"c"_s)
                (void)all.revoke(key.id, m_store->now());
        }
        all.removeStale(m_ada, 1, m_store->now());
        return true;
    });
    QCOMPARE(names(m_ada), (QStringList{u"ended"_s, u"d"_s, u"b"_s}));
    QCOMPARE(names(m_bob), QStringList{u"other"_s});
}

void TestApiKeyRepository::keysGoWithTheirPerson()
{
    (void)add(m_ada, u"one"_s);
    QVERIFY(m_store->write(
        [&](Connection &connection) { return UserRepository(connection).remove(m_ada); }));
    QVERIFY(!keys([](ApiKeyRepository &all) { return all.findByHash("one"); }));
}

void TestApiKeyRepository::theDirectoryKeepsTheOrderOfArrival()
{
    m_store->advance(1);
    (void)m_store->addPerson(u"aaron"_s);
    const auto namesOf = [](const DirectoryPage &page) {
        QStringList names;
        for (const DirectoryEntry &entry : page.entries)
            names.append(entry.user.username);
        return names;
    };
    QCOMPARE(namesOf(page(0, 50)), (QStringList{u"ada"_s, u"bob"_s, u"aaron"_s}));
    QCOMPARE(namesOf(page(1, 1)), QStringList{u"bob"_s});
    QCOMPARE(namesOf(page(3, 50)), QStringList());
    QCOMPARE(page(3, 50).total, 3);
}

void TestApiKeyRepository::theDirectoryCountsTokens()
{
    (void)add(m_ada, u"one"_s);
    (void)add(m_ada, u"ended"_s, m_store->now());
    const auto addSession = [&](const QByteArray &hash, const QDateTime &end) {
        SessionRecord record;
        record.session.userId = m_ada;
        record.session.system = u"pipelit"_s;
        record.session.createdAt = m_store->now();
        record.session.expiresAt = end;
        record.accessHash = hash;
        record.accessExpiresAt = end;
        record.signedInAt = m_store->now();
        QVERIFY(m_store->write([&](Connection &connection) {
            return SessionRepository(connection).create(record);
        }) > 0);
    };
    addSession("good", m_store->now().addDays(1));
    addSession("over", m_store->now());
    QCOMPARE(page(0, 1).entries.constFirst().tokens, 2);
    const auto bob = m_store->read([&](Connection &connection) {
        return UserDirectory(connection).find(m_bob, m_store->now());
    });
    QVERIFY(bob);
    QCOMPARE(bob->tokens, 0);
    QCOMPARE(bob->user.username, u"bob"_s);
    QVERIFY(!m_store->read([&](Connection &connection) {
        return UserDirectory(connection).find(m_bob + 1, m_store->now());
    }));
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestApiKeyRepository)
#include "tst_apikeyrepository.moc"
