// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Guessing many times, at the same instant and in the dark: what it costs, what it tells, where it
// ends. On the services, where work can be counted and the writer be held.

#include "tests/core/server/service/servicefixture.h"

#include <QtTest/QTest>

#include <atomic>
#include <future>
#include <thread>

namespace authdesk::tests {

class TestGuessing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s14_everyRefusalCostsTheSameHashesAndWrites_data();
    void s14_everyRefusalCostsTheSameHashesAndWrites();
    void s14_aCodeWithoutAFirstStepCostsTheSameForAnyName();
    void s12_parallelGuessesCountExactly();
    void r10_parallelWrongCodesCountExactly();
    void s12_parallelGuessesFromOneAddressGetNoFurtherThanItsLimit();
    void s11_rightPasswordsDoNotCountForTheAddress();
    void s11_wrongCodesCountForTheAddress();
    void s16_aShortLockEndsByItself();
    void s16_guessesBehindALockDoNotLengthenIt();
    void s16_anAdminOpensALockForGood();
    void s10_aLockForGoodIsNotForgotten();
    void r06_theWinnersSessionSurvivesTheRace_data();
    void r06_theWinnersSessionSurvivesTheRace();

private:
    static base::Secret wrong() { return secret(u"not the password 7"_s); }
    static service::Options withLimit(int failuresAMinute)
    {
        service::Options options;
        options.addressLimit = failuresAMinute;
        return options;
    }
    static model::UserStatus statusOf(ServiceFixture &fixture, const service::Actor &by, qint64 id)
    {
        return fixture.services->users().find(by, id).value().status;
    }
    static void lockForGood(ServiceFixture &fixture, const QString &name)
    {
        for (int i = 0; i < 100; ++i) {
            (void)fixture.signIn(name, wrong());
            fixture.clock.advanceSeconds(15 * 60);
        }
    }
};

void TestGuessing::s14_everyRefusalCostsTheSameHashesAndWrites_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("isRight");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("wrong password") << u"root"_s << false << false;
    QTest::newRow("empty password") << u"root"_s << false << true;
    QTest::newRow("unknown name") << u"nobody"_s << false << false;
    QTest::newRow("unknown name, empty password") << u"nobody"_s << false << true;
    QTest::newRow("empty name") << QString() << false << false;
    QTest::newRow("disabled") << u"disabled"_s << true << false;
    QTest::newRow("disabled, wrong") << u"disabled"_s << false << false;
    QTest::newRow("past its end") << u"ended"_s << true << false;
    QTest::newRow("locked") << u"locked"_s << true << false;
    QTest::newRow("locked, empty password") << u"locked"_s << false << true;
    QTest::newRow("locked, unknown") << u"locked-nobody"_s << false << false;
    QTest::newRow("locked for good") << u"forever"_s << true << false;
    QTest::newRow("second factor, wrong password") << u"guarded"_s << false << false;
}

void TestGuessing::s14_everyRefusalCostsTheSameHashesAndWrites()
{
    QFETCH(QString, login);
    QFETCH(bool, isRight);
    QFETCH(bool, isEmpty);
    ServiceFixture fixture(withLimit(0));
    const auto root = fixture.actorOf(fixture.setUp());
    for (const QString &name : {u"disabled"_s, u"ended"_s, u"locked"_s, u"forever"_s, u"guarded"_s})
        (void)fixture.addUser(root, name);
    (void)fixture.enroll(fixture.actorOf(fixture.enter(u"guarded"_s)));
    service::UserChange change;
    change.status = model::UserStatus::Disabled;
    const auto update = [&](const QString &name, const service::UserChange &wanted) {
        const qint64 id = fixture.actorOf(fixture.enter(name)).userId;
        return fixture.services->users()
            .update(root, id, wanted, std::nullopt, fixture.caller())
            .has_value();
    };
    QVERIFY(update(u"disabled"_s, change));
    change = {};
    change.validUntil = fixture.clock.now().addSecs(-1);
    QVERIFY(update(u"ended"_s, change));
    if (login == "forever"_L1)
        lockForGood(fixture, login);
    for (int i = 0; i < 10; ++i) {
        (void)fixture.signIn(u"locked"_s, wrong());
        (void)fixture.signIn(u"locked-nobody"_s, wrong());
    }

    for (const QString &system : {u"authdesk"_s, u"pipelit"_s, u"ndastro"_s, u"bloqd"_s}) {
        // An address that nobody signed in from.
        const auto caller = ServiceFixture::caller(u"203.0.113.77"_s, system);
        const quint64 hashes = fixture.hasher.count();
        const quint64 writes = fixture.database().writes();
        const auto refused = fixture.signIn(
            login, isEmpty ? base::Secret() : (isRight ? fixture.password : wrong()), caller);
        QCOMPARE(refused.error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(refused.error().retryAfterSeconds, 0);
        QCOMPARE(fixture.hasher.count() - hashes, quint64(1));
        QCOMPARE(fixture.database().writes() - writes, quint64(2));
    }
}

void TestGuessing::s14_aCodeWithoutAFirstStepCostsTheSameForAnyName()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"plain"_s);
    (void)fixture.addUser(root, u"guarded"_s);
    const auto codes = fixture.enroll(fixture.actorOf(fixture.enter(u"guarded"_s)));
    const auto caller = ServiceFixture::caller(u"203.0.113.77"_s, u"pipelit"_s);
    for (const QString &login : {u"nobody"_s, u"plain"_s, u"guarded"_s}) {
        for (const QString &code :
             {fixture.code(), fixture.wrongCode(), codes.first().toString()}) {
            const quint64 hashes = fixture.hasher.count();
            const quint64 writes = fixture.database().writes();
            const auto refused = fixture.services->signIn().verifyByName(login, code, caller);
            QCOMPARE(refused.error().code, ErrorCode::InvalidCredentials);
            QCOMPARE(fixture.hasher.count(), hashes);
            QCOMPARE(fixture.database().writes() - writes, quint64(1));
        }
    }
}

void TestGuessing::s12_parallelGuessesCountExactly()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto alice = fixture.addUser(root, u"alice"_s);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 9; ++i)
            threads.emplace_back([&] { (void)fixture.signIn(u"alice"_s, wrong()); });
    }
    QCOMPARE(statusOf(fixture, root, alice.id), model::UserStatus::Active);
    (void)fixture.signIn(u"alice"_s, wrong());
    QCOMPARE(statusOf(fixture, root, alice.id), model::UserStatus::Locked);
}

void TestGuessing::r10_parallelWrongCodesCountExactly()
{
    ServiceFixture fixture;
    (void)fixture.enroll(fixture.actorOf(fixture.setUp()));
    const QString code = fixture.wrongCode();
    const auto guess = [&](const base::Secret &token) {
        return fixture.services->signIn().verify(token, code, fixture.caller());
    };
    // Three challenges with three guesses each: nine.
    const std::array tokens{fixture.challenge(u"root"_s), fixture.challenge(u"root"_s),
                            fixture.challenge(u"root"_s)};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 9; ++i)
            threads.emplace_back([&, i] { (void)guess(tokens[size_t(i) % tokens.size()]); });
    }
    const base::Secret last = fixture.challenge(u"root"_s);
    QCOMPARE(guess(last).error().retryAfterSeconds, 0); // the tenth is still looked at
    const auto locked = guess(last);
    QCOMPARE(locked.error().code, ErrorCode::InvalidCode);
    QCOMPARE(locked.error().retryAfterSeconds, 60);
}

void TestGuessing::s12_parallelGuessesFromOneAddressGetNoFurtherThanItsLimit()
{
    ServiceFixture fixture(withLimit(5));
    (void)fixture.setUp();
    std::atomic<int> looked = 0;
    std::atomic<int> turnedAway = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 20; ++i) {
            threads.emplace_back([&, i] {
                const auto refused = fixture.signIn(u"nobody%1"_s.arg(i), wrong());
                if (refused.error().code == ErrorCode::InvalidCredentials)
                    ++looked;
                else if (refused.error().code == ErrorCode::TooManyRequests)
                    ++turnedAway;
            });
        }
    }
    QCOMPARE(looked.load(), 5);
    QCOMPARE(turnedAway.load(), 15);
}

void TestGuessing::s11_rightPasswordsDoNotCountForTheAddress()
{
    ServiceFixture fixture(withLimit(3));
    (void)fixture.setUp();
    for (int i = 0; i < 2; ++i)
        QVERIFY(!fixture.signIn(u"nobody%1"_s.arg(i), wrong()));
    for (int i = 0; i < 6; ++i)
        QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
    QVERIFY(!fixture.signIn(u"nobody"_s, wrong()));
    QCOMPARE(fixture.signIn(u"root"_s, fixture.password).error().code, ErrorCode::TooManyRequests);
}

void TestGuessing::s11_wrongCodesCountForTheAddress()
{
    ServiceFixture fixture(withLimit(3));
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.enroll(root);
    const base::Secret token = fixture.challenge(u"root"_s);
    auto &signIn = fixture.services->signIn();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(signIn.verify(token, fixture.wrongCode(), fixture.caller()).error().code,
                 ErrorCode::InvalidCode);
    QCOMPARE(signIn.verify(token, fixture.code(), fixture.caller()).error().code,
             ErrorCode::TooManyRequests);
    fixture.clock.advanceSeconds(60);
    QVERIFY(signIn.verify(token, fixture.code(), fixture.caller()).has_value());
}

void TestGuessing::s16_aShortLockEndsByItself()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    for (int i = 0; i < 10; ++i)
        (void)fixture.signIn(u"root"_s, wrong());
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
    fixture.clock.advanceSeconds(60);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
}

void TestGuessing::s16_guessesBehindALockDoNotLengthenIt()
{
    ServiceFixture fixture(withLimit(0));
    (void)fixture.setUp();
    for (int i = 0; i < 200; ++i)
        (void)fixture.signIn(u"root"_s, wrong());
    fixture.clock.advanceSeconds(60);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
}

void TestGuessing::s16_anAdminOpensALockForGood()
{
    ServiceFixture fixture(withLimit(0));
    const auto root = fixture.actorOf(fixture.setUp());
    const auto alice = fixture.addUser(root, u"alice"_s);
    lockForGood(fixture, u"alice"_s);
    const auto stranger = ServiceFixture::caller(u"203.0.113.50"_s);
    QVERIFY(!fixture.signIn(u"alice"_s, fixture.password, stranger));
    QCOMPARE(statusOf(fixture, root, alice.id), model::UserStatus::Locked);
    QCOMPARE(fixture.services->users().unlock(root, alice.id, fixture.caller())->status,
             model::UserStatus::Active);
    QVERIFY(fixture.signIn(u"alice"_s, fixture.password, stranger).has_value());
}

void TestGuessing::s10_aLockForGoodIsNotForgotten()
{
    ServiceFixture fixture(withLimit(0));
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"alice"_s);
    lockForGood(fixture, u"alice"_s);
    fixture.clock.advanceDays(400);
    fixture.services->tidyUp();
    QVERIFY(!fixture.signIn(u"alice"_s, fixture.password));
}

void TestGuessing::r06_theWinnersSessionSurvivesTheRace_data()
{
    QTest::addColumn<bool>("onTwoServers");
    QTest::newRow("on one server") << false;
    QTest::newRow("on two servers") << true;
}

void TestGuessing::r06_theWinnersSessionSurvivesTheRace()
{
    QFETCH(bool, onTwoServers);
    ServiceFixture fixture;
    const auto first = fixture.setUp();
    const auto other = fixture.otherServer();
    constexpr int renewals = 8;
    const auto writes = [&] { return fixture.database().writes() + other.database->writes(); };
    const quint64 before = writes() + 1; // the holder's
    std::promise<void> release;
    std::promise<void> held;
    QList<base::Result<service::SignedIn>> results;
    QMutex mutex;
    bool allBegan = false;
    {
        // The writer is held until every renewal has begun, so that each one waits behind it.
        std::jthread holder([&] {
            (void)fixture.database().write([&](store::Connection &) {
                held.set_value();
                release.get_future().wait();
            });
        });
        held.get_future().wait();
        std::vector<std::jthread> threads;
        for (int i = 0; i < renewals; ++i) {
            threads.emplace_back([&, i] {
                auto &services = onTwoServers && i % 2 == 0 ? *other.services : *fixture.services;
                auto renewed = services.signIn().refresh(first.refreshToken, fixture.caller());
                const QMutexLocker locker(&mutex);
                results.append(std::move(renewed));
            });
        }
        // Each renewal has looked whether the token was spent when it asks to write.
        allBegan = QTest::qWaitFor([&] { return writes() >= before + renewals; }, 20'000);
        release.set_value();
    }
    QVERIFY(allBegan);
    QCOMPARE(results.size(), renewals);
    std::optional<service::SignedIn> winner;
    for (const auto &result : results) {
        if (result) {
            QVERIFY(!winner);
            winner = *result;
        } else {
            QCOMPARE(result.error().code, ErrorCode::Unauthenticated);
        }
    }
    QVERIFY(winner);
    QVERIFY(fixture.isGood(winner->accessToken));
    const auto next = fixture.services->signIn().refresh(winner->refreshToken, fixture.caller());
    QVERIFY(next.has_value());
    // Whoever brings the first one now has begun after it was spent.
    auto &services = onTwoServers ? *other.services : *fixture.services;
    QCOMPARE(services.signIn().refresh(first.refreshToken, fixture.caller()).error().code,
             ErrorCode::RefreshReused);
    QVERIFY(!fixture.services->tokens().lookUp(next->accessToken.view()));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestGuessing)
#include "tst_guessing.moc"
