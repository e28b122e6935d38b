// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/settingsrepository.h"
#include "core/server/store/throttlerepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::UserStatus;

class TestThrottleRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s12_parallelGuessesAreAllCounted();
    void s10_countsSurviveARestart();
    void s11_codesAreCountedApart();
    void aLockShowsInTheStatusUntilItEnds();
    void unlockingAPersonClearsBothKinds();
    void oldHarmlessRowsAreForgotten();
    void knowsAddressesForAsLongAsAsked();
    void tellsTheStandingOfTheNameAndOfItsAddressApart();
    void settingsAndFactsAreKept();

private:
    template <typename Function>
    static auto write(StoreFixture &store, Function function)
    {
        return store.write([&](Connection &connection) {
            ThrottleRepository throttle(connection);
            return function(throttle);
        });
    }
};

void TestThrottleRepository::s12_parallelGuessesAreAllCounted()
{
    StoreFixture store;
    const ThrottleKey unknown{.nameHash = "nobody"};
    (void)StoreFixture::countWinners(40, [&](int) {
        (void)write(store, [&](ThrottleRepository &throttle) {
            return throttle.countFailure(unknown, store.now());
        });
        return true;
    });
    QCOMPARE(
        write(store, [&](ThrottleRepository &throttle) { return throttle.find(unknown).failures; }),
        40);
    QCOMPARE(write(store,
                   [&](ThrottleRepository &throttle) {
                       throttle.giveBack(unknown);
                       return throttle.find(unknown).failures;
                   }),
             39);
}

void TestThrottleRepository::s10_countsSurviveARestart()
{
    StoreFixture store;
    const ThrottleKey key{.nameHash = "ann"};
    write(store, [&](ThrottleRepository &throttle) {
        (void)throttle.countFailure(key, store.now());
        throttle.lockUntil(key, store.now().addSecs(60), store.now());
        return 0;
    });
    store.reopen();
    const ThrottleState state =
        write(store, [&](ThrottleRepository &throttle) { return throttle.find(key); });
    QCOMPARE(state.failures, 1);
    QVERIFY(state.isLocked(store.now().addSecs(59)));
    QVERIFY(!state.isLocked(store.now().addSecs(60)));
}

void TestThrottleRepository::s11_codesAreCountedApart()
{
    StoreFixture store;
    const ThrottleKey password{.kind = ThrottleKind::Password, .nameHash = "ann"};
    const ThrottleKey code{.kind = ThrottleKind::Code, .nameHash = "ann"};
    const int codes = write(store, [&](ThrottleRepository &throttle) {
        (void)throttle.countFailure(code, store.now());
        (void)throttle.countFailure(code, store.now());
        (void)throttle.countFailure(password, store.now());
        throttle.reset(password, store.now());
        return throttle.find(code).failures;
    });
    QCOMPARE(codes, 2);
    QCOMPARE(write(store,
                   [&](ThrottleRepository &throttle) { return throttle.find(password).failures; }),
             0);
}

void TestThrottleRepository::aLockShowsInTheStatusUntilItEnds()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    const ThrottleKey key{.nameHash = "ann", .userId = id};
    write(store, [&](ThrottleRepository &throttle) {
        throttle.lockUntil(key, store.now().addSecs(60), store.now());
        return 0;
    });
    QCOMPARE(store.find(id)->user.status, UserStatus::Locked);
    QCOMPARE(store.find(id)->lockedUntil, store.now().addSecs(60));
    QCOMPARE(store.find(id)->user.version, 1);
    store.advance(60);
    QCOMPARE(store.find(id)->user.status, UserStatus::Active);
    write(store, [&](ThrottleRepository &throttle) {
        throttle.lockForGood(key, store.now());
        return 0;
    });
    store.advance(1'000'000);
    QCOMPARE(store.find(id)->user.status, UserStatus::Locked);
    QVERIFY(store.find(id)->lockedForGood);
    write(store, [&](ThrottleRepository &throttle) {
        throttle.reset(key, store.now());
        return 0;
    });
    QCOMPARE(store.find(id)->user.status, UserStatus::Active);
}

void TestThrottleRepository::unlockingAPersonClearsBothKinds()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    const ThrottleKey password{.nameHash = "ann", .userId = id};
    const ThrottleKey code{.kind = ThrottleKind::Code, .nameHash = "ann", .userId = id};
    const ThrottleKey other{.nameHash = "ben"};
    write(store, [&](ThrottleRepository &throttle) {
        throttle.lockForGood(password, store.now());
        throttle.lockForGood(code, store.now());
        throttle.lockForGood(other, store.now());
        throttle.resetForUser(id, store.now());
        return 0;
    });
    const auto isLocked = [&](const ThrottleKey &key) {
        return write(store, [&](ThrottleRepository &throttle) {
            return throttle.find(key).isLocked(store.now());
        });
    };
    QVERIFY(!isLocked(password));
    QVERIFY(!isLocked(code));
    QVERIFY(isLocked(other));
    QCOMPARE(store.find(id)->user.status, UserStatus::Active);
}

void TestThrottleRepository::oldHarmlessRowsAreForgotten()
{
    StoreFixture store;
    const ThrottleKey harmless{.nameHash = "a"};
    const ThrottleKey locked{.nameHash = "b"};
    write(store, [&](ThrottleRepository &throttle) {
        (void)throttle.countFailure(harmless, store.now());
        throttle.lockForGood(locked, store.now());
        return 0;
    });
    store.advance(86400);
    QCOMPARE(write(store,
                   [&](ThrottleRepository &throttle) {
                       return throttle.removeOlderThan(store.now().addSecs(-3600), store.now());
                   }),
             1);
    QVERIFY(write(
        store, [&](ThrottleRepository &throttle) { return throttle.find(locked).lockedForGood; }));
}

void TestThrottleRepository::knowsAddressesForAsLongAsAsked()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    const QDateTime then = store.now();
    write(store, [&](ThrottleRepository &throttle) {
        throttle.rememberAddress(id, u"10.0.0.1"_s, then);
        return 0;
    });
    const auto knows = [&](const QString &address, const QDateTime &since) {
        return write(store, [&](ThrottleRepository &throttle) {
            const ThrottleKey key{.nameHash = "ann", .userId = id};
            return throttle.standing(key, "ann/10.0.0.1", address, since).isKnownAddress;
        });
    };
    QVERIFY(knows(u"10.0.0.1"_s, then));
    QVERIFY(!knows(u"10.0.0.1"_s, then.addMSecs(1)));
    QVERIFY(!knows(u"10.0.0.2"_s, then));
    write(store, [&](ThrottleRepository &throttle) {
        throttle.rememberAddress(id, u"10.0.0.1"_s, then.addDays(1));
        return 0;
    });
    QVERIFY(knows(u"10.0.0.1"_s, then.addDays(1)));
}

void TestThrottleRepository::tellsTheStandingOfTheNameAndOfItsAddressApart()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    const ThrottleKey whole{.nameHash = "ann", .userId = id};
    const ThrottleKey own{.nameHash = "ann/10.0.0.1", .userId = id};
    const ThrottleKey code{.kind = ThrottleKind::Code, .nameHash = "ann", .userId = id};
    const auto standing = [&](const ThrottleKey &key) {
        return write(store, [&](ThrottleRepository &throttle) {
            return throttle.standing(key, own.nameHash, u"10.0.0.1"_s, store.now());
        });
    };
    QCOMPARE(standing(whole).whole.failures, 0);
    QCOMPARE(standing(whole).own.failures, 0);
    write(store, [&](ThrottleRepository &throttle) {
        (void)throttle.countFailure(own, store.now());
        (void)throttle.countFailure(own, store.now());
        throttle.lockForGood(whole, store.now());
        return 0;
    });
    QVERIFY(standing(whole).whole.lockedForGood);
    QCOMPARE(standing(whole).own.failures, 2);
    QVERIFY(!standing(whole).own.lockedForGood);
    QVERIFY(!standing(whole).isKnownAddress);
    // Codes are counted apart.
    QCOMPARE(standing(code).own.failures, 0);
    QVERIFY(!standing(code).whole.lockedForGood);
}

void TestThrottleRepository::settingsAndFactsAreKept()
{
    StoreFixture store;
    store.write([](Connection &connection) {
        SettingsRepository settings(connection);
        settings.set(u"name"_s, u"one"_s);
        settings.set(u"name"_s, u"two"_s);
        settings.set(u"gone"_s, u"x"_s);
        settings.remove(u"gone"_s);
        settings.setFact(u"check"_s, QByteArray("\0\xff", 2));
        return 0;
    });
    store.reopen();
    store.read([](Connection &connection) {
        SettingsRepository settings(connection);
        [&] {
            QCOMPARE(settings.find(u"name"_s), u"two"_s);
            QCOMPARE(settings.list().size(), 1);
            QCOMPARE(settings.findFact(u"check"_s), QByteArray("\0\xff", 2));
            QVERIFY(!settings.findFact(u"name"_s));
        }();
        return 0;
    });
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestThrottleRepository)
#include "tst_throttlerepository.moc"
