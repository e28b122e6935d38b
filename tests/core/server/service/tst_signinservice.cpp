// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <atomic>
#include <latch>
#include <thread>

namespace authdesk::tests {

class SignInServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInByFoldedNameOrEmail();
    void s13_everyRefusalIsTheSame();
    void s14_everyRefusalCostsOneHash();
    void s10_locksAfterTenWrongGuessesAndOpensAfterAMinute();
    void s12_parallelWrongGuessesAreAllCounted();
    void parallelRightSignInsAllGetIn_data();
    void parallelRightSignInsAllGetIn();
    void s16_lockForGoodLetsKnownAddressesIn();
    void unlockedByAnAdmin();
    void s11_addressIsRefusedAfterItsLimit();
    void s09_oneTimePasswordMustBeChangedAndExpires();
    void s32_disabledPersonIsOutAtOnce();
    void s37_refreshRotatesAndReuseEndsTheFamily();
    void r06_parallelRefreshHasOneWinner();
    void s38_refreshHasAnAbsoluteEnd();
    void s35_accessTokenExpires();
    void pipelitKeyIsAUuidForAYear();

private:
    static QString wrong() { return u"not the password 7"_s; }
};

void SignInServiceTest::signsInByFoldedNameOrEmail()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp(u"Straße"_s));
    service::ProfileChange change;
    change.email = u"Root@Example.org"_s;
    QVERIFY(fixture.services->account().updateMe(root, change, fixture.caller()).has_value());
    QVERIFY(fixture.signIn(u"STRASSE"_s, fixture.password).has_value());
    QVERIFY(fixture.signIn(u"root@example.ORG"_s, fixture.password).has_value());
}

void SignInServiceTest::s13_everyRefusalIsTheSame()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto off = fixture.addUser(root, u"off"_s);
    service::UserChange disable;
    disable.status = model::UserStatus::Disabled;
    QVERIFY(fixture.services->users()
                .update(root, off.id, disable, std::nullopt, fixture.caller())
                .has_value());
    fixture.addUser(root, u"locked"_s);
    for (int i = 0; i < 10; ++i)
        (void)fixture.signIn(u"locked"_s, secret(wrong()));

    const auto reference = fixture.signIn(u"root"_s, secret(wrong())).error();
    QCOMPARE(reference.code, ErrorCode::InvalidCredentials);
    QCOMPARE(fixture.signIn(u"nobody"_s, fixture.password).error(), reference);
    QCOMPARE(fixture.signIn(u"root"_s, {}).error(), reference);
    QCOMPARE(fixture.signIn(u"off"_s, fixture.password).error(), reference);
    QCOMPARE(fixture.signIn(u"locked"_s, fixture.password).error(), reference);
}

void SignInServiceTest::s14_everyRefusalCostsOneHash()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    for (int i = 0; i < 10; ++i)
        (void)fixture.signIn(u"locked"_s, secret(wrong()));
    for (const QString &login : {u"root"_s, u"nobody"_s, u"locked"_s}) {
        const quint64 before = fixture.hasher.count();
        QVERIFY(!fixture.signIn(login, secret(wrong())));
        QCOMPARE(fixture.hasher.count() - before, quint64(1));
        QVERIFY(!fixture.signIn(login, {}));
        QCOMPARE(fixture.hasher.count() - before, quint64(2));
    }
}

void SignInServiceTest::s10_locksAfterTenWrongGuessesAndOpensAfterAMinute()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    for (int i = 0; i < 10; ++i)
        QVERIFY(!fixture.signIn(u"root"_s, secret(wrong())));
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
    fixture.clock.advanceSeconds(59);
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
    fixture.clock.advanceSeconds(1);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
    QVERIFY(!fixture.signIn(u"root"_s, secret(wrong())));
    QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
}

void SignInServiceTest::s12_parallelWrongGuessesAreAllCounted()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 10; ++i)
            threads.emplace_back([&] { (void)fixture.signIn(u"root"_s, secret(wrong())); });
    }
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
}

void SignInServiceTest::parallelRightSignInsAllGetIn_data()
{
    QTest::addColumn<int>("wrongBefore");
    QTest::newRow("after none that was wrong") << 0;
    QTest::newRow("after nine that were wrong") << 9;
}

void SignInServiceTest::parallelRightSignInsAllGetIn()
{
    QFETCH(int, wrongBefore);
    constexpr int many = 30;
    ServiceFixture fixture;
    (void)fixture.setUp();
    for (int i = 0; i < wrongBefore; ++i)
        (void)fixture.signIn(u"root"_s, secret(wrong()));
    std::atomic<int> inside = 0;
    {
        std::latch together(many);
        std::vector<std::jthread> threads;
        for (int i = 0; i < many; ++i) {
            threads.emplace_back([&] {
                together.arrive_and_wait();
                if (fixture.signIn(u"root"_s, fixture.password))
                    ++inside;
            });
        }
    }
    QCOMPARE(inside.load(), many);
    // None of them is left counted.
    for (int i = 0; i < 9; ++i)
        QVERIFY(!fixture.signIn(u"root"_s, secret(wrong())));
    QVERIFY(fixture.signIn(u"root"_s, fixture.password).has_value());
}

void SignInServiceTest::s16_lockForGoodLetsKnownAddressesIn()
{
    ServiceFixture fixture({.serverName = {},
                            .passwordPolicy = password::PasswordPolicy::Standard,
                            .setupCode = service::SetupCodeRule::BeyondLoopback,
                            .addressLimit = 0});
    (void)fixture.setUp();
    const auto home = ServiceFixture::caller(u"198.51.100.7"_s);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password, home).has_value());
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!fixture.signIn(u"root"_s, secret(wrong())));
        fixture.clock.advanceSeconds(15 * 60);
    }
    fixture.clock.advanceDays(1);
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
    for (int i = 0; i < 10; ++i)
        QVERIFY(!fixture.signIn(u"root"_s, secret(wrong()), home));
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password, home)); // locked there too, for a minute
    fixture.clock.advanceSeconds(60);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password, home).has_value());
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password));
    fixture.clock.advanceDays(31);
    QVERIFY(!fixture.signIn(u"root"_s, fixture.password, home));
}

void SignInServiceTest::unlockedByAnAdmin()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    for (int i = 0; i < 10; ++i)
        (void)fixture.signIn(u"alice"_s, secret(wrong()));
    QCOMPARE(fixture.services->users().find(root, user.id)->status, model::UserStatus::Locked);
    QCOMPARE(fixture.services->users().unlock(root, user.id, fixture.caller())->status,
             model::UserStatus::Active);
    QVERIFY(fixture.signIn(u"alice"_s, fixture.password).has_value());
}

void SignInServiceTest::s11_addressIsRefusedAfterItsLimit()
{
    ServiceFixture fixture({.serverName = {},
                            .passwordPolicy = password::PasswordPolicy::Standard,
                            .setupCode = service::SetupCodeRule::BeyondLoopback,
                            .addressLimit = 3});
    (void)fixture.setUp();
    for (int i = 0; i < 3; ++i)
        (void)fixture.signIn(u"nobody%1"_s.arg(i), secret(wrong()));
    const auto refused = fixture.signIn(u"root"_s, fixture.password);
    QCOMPARE(refused.error().code, ErrorCode::TooManyRequests);
    QCOMPARE(refused.error().retryAfterSeconds, 60);
    const auto elsewhere = ServiceFixture::caller(u"203.0.113.9"_s);
    QVERIFY(fixture.signIn(u"root"_s, fixture.password, elsewhere).has_value());
}

void SignInServiceTest::s09_oneTimePasswordMustBeChangedAndExpires()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    const auto reset =
        fixture.services->users().resetPassword(root, user.id, fixture.caller()).value();
    QCOMPARE(fixture.clock.now().secsTo(reset.expiresAt), qint64(72 * 3600));
    QVERIFY(!fixture.signIn(u"alice"_s, fixture.password)); // the old one is gone
    const auto outcome = fixture.signIn(u"alice"_s, reset.secret).value();
    const auto &change = std::get<service::PasswordChangeRequired>(outcome);
    QVERIFY(!fixture.isGood(change.changeToken));
    auto &signIn = fixture.services->signIn();
    QCOMPARE(signIn.changePassword(change.changeToken, reset.secret, fixture.caller()).error().code,
             ErrorCode::InvalidFields);
    QVERIFY(std::holds_alternative<service::SignedIn>(
        signIn.changePassword(change.changeToken, fixture.password, fixture.caller()).value()));
    QCOMPARE(
        signIn.changePassword(change.changeToken, fixture.password, fixture.caller()).error().code,
        ErrorCode::ChallengeEnded);

    const auto late =
        fixture.services->users().resetPassword(root, user.id, fixture.caller()).value();
    fixture.clock.advanceSeconds(72 * 3600);
    QCOMPARE(fixture.signIn(u"alice"_s, late.secret).error().code, ErrorCode::InvalidCredentials);
}

void SignInServiceTest::s32_disabledPersonIsOutAtOnce()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    const auto signedIn = fixture.enter(u"alice"_s);
    QVERIFY(fixture.isGood(signedIn.accessToken));
    service::UserChange disable;
    disable.status = model::UserStatus::Disabled;
    QVERIFY(fixture.services->users()
                .update(root, user.id, disable, std::nullopt, fixture.caller())
                .has_value());
    QVERIFY(!fixture.isGood(signedIn.accessToken));
    QVERIFY(!fixture.services->signIn().refresh(signedIn.refreshToken, fixture.caller()));
}

void SignInServiceTest::s37_refreshRotatesAndReuseEndsTheFamily()
{
    ServiceFixture fixture;
    const auto first = fixture.setUp();
    auto &signIn = fixture.services->signIn();
    const auto second = signIn.refresh(first.refreshToken, fixture.caller()).value();
    QVERIFY(!fixture.isGood(first.accessToken));
    QVERIFY(fixture.isGood(second.accessToken));
    QVERIFY(!fixture.isGood(second.refreshToken));
    QCOMPARE(signIn.refresh(first.refreshToken, fixture.caller()).error().code,
             ErrorCode::RefreshReused);
    QVERIFY(!fixture.isGood(second.accessToken));
    QVERIFY(!signIn.refresh(second.refreshToken, fixture.caller()));
}

void SignInServiceTest::r06_parallelRefreshHasOneWinner()
{
    ServiceFixture fixture;
    const auto first = fixture.setUp();
    std::atomic<int> winners = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                if (fixture.services->signIn().refresh(first.refreshToken, fixture.caller()))
                    ++winners;
            });
        }
    }
    QCOMPARE(winners.load(), 1);
}

void SignInServiceTest::s38_refreshHasAnAbsoluteEnd()
{
    ServiceFixture fixture;
    auto tokens = fixture.setUp();
    auto &signIn = fixture.services->signIn();
    for (int day = 29; day < 90; day += 29) {
        fixture.clock.advanceDays(29);
        auto renewed = signIn.refresh(tokens.refreshToken, fixture.caller());
        QVERIFY(renewed.has_value());
        tokens = *renewed;
    }
    fixture.clock.advanceDays(3); // 90 days since the sign-in
    QVERIFY(!signIn.refresh(tokens.refreshToken, fixture.caller()));

    const auto idle = fixture.enter(u"root"_s);
    fixture.clock.advanceDays(30);
    QVERIFY(!signIn.refresh(idle.refreshToken, fixture.caller()));
}

void SignInServiceTest::s35_accessTokenExpires()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    QCOMPARE(signedIn.expiresIn, 900);
    QVERIFY(fixture.isGood(signedIn.accessToken));
    fixture.clock.advanceSeconds(899);
    QVERIFY(fixture.isGood(signedIn.accessToken));
    fixture.clock.advanceSeconds(1);
    QVERIFY(!fixture.isGood(signedIn.accessToken));
}

void SignInServiceTest::pipelitKeyIsAUuidForAYear()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    const auto pipelit = ServiceFixture::caller(u"192.0.2.1"_s, u"pipelit"_s);
    const auto first = fixture.enter(u"root"_s, pipelit);
    const auto second = fixture.enter(u"root"_s, pipelit);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s)
                .match(first.accessToken.toString())
                .hasMatch());
    QVERIFY(first.refreshToken.isEmpty());
    fixture.clock.advanceDays(364);
    QVERIFY(fixture.isGood(first.accessToken)); // a later sign-in did not end it
    QVERIFY(fixture.isGood(second.accessToken));
    fixture.clock.advanceDays(1);
    QVERIFY(!fixture.isGood(first.accessToken));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::SignInServiceTest)
#include "tst_signinservice.moc"
