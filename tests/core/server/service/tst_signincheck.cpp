// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

using model::SignInCure;
using model::SignInObstacle;

/// Everybody is called anna and is checked by root, the Super Admin.
class SignInCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysYesAndShowsTheLastTen();
    void saysWhoDisabledAndWhen();
    void saysSinceWhenTheAccountHasEnded();
    void saysUntilWhenALockLastsAndWhereTheTriesCameFrom();
    void saysThatWrongCodesLocked();
    void saysThatAOneTimePasswordHasExpired();
    void saysThatAOneTimeCodeHasExpired();
    void tellsHowFarTheClockIsOffFromARefusedCode_data();
    void tellsHowFarTheClockIsOffFromARefusedCode();
    void forgetsTheClockAfterACodeThatIsRight();
    void learnsNothingFromACodeThatWasUsedBefore();
    void learnsNothingFromACodeThatIsRightNowhere();
    void tellsTheClockOnlyToThoseWhoMayChangePeople();
    void needsTheRightToReadPeople();
    void theAuditKeepsHowSomebodyWasRecognised();

private:
    model::SignInCheck check()
    {
        return m_fixture->services->users().checkSignIn(m_root, m_anna.id).value();
    }
    base::Result<service::SignInOutcome> tryCode(const QString &code)
    {
        return m_fixture->services->signIn().verify(m_fixture->challenge(u"anna"_s), code,
                                                    ServiceFixture::caller());
    }
    void change(const service::UserChange &change)
    {
        QVERIFY(m_fixture->services->users()
                    .update(m_root, m_anna.id, change, std::nullopt, m_fixture->caller())
                    .has_value());
    }
    /// Anna has an authenticator.
    void enroll() { m_fixture->enroll(m_fixture->actorOf(m_fixture->enter(u"anna"_s))); }

    std::unique_ptr<ServiceFixture> m_fixture;
    service::Actor m_root;
    model::User m_anna;
};

void SignInCheckTest::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    m_root = m_fixture->actorOf(m_fixture->setUp());
    m_anna = m_fixture->addUser(m_root, u"anna"_s);
}

void SignInCheckTest::saysYesAndShowsTheLastTen()
{
    for (int i = 0; i < 9; ++i)
        (void)m_fixture->signIn(u"anna"_s, secret(u"wrong"_s));
    m_fixture->clock.advanceSeconds(1);
    (void)m_fixture->enter(u"anna"_s);
    m_fixture->clock.advanceSeconds(1);
    (void)m_fixture->signIn(u"anna"_s, secret(u"wrong"_s));
    const model::SignInCheck seen = check();
    QVERIFY(!seen.reason);
    QVERIFY(!seen.mustChangePassword);
    QVERIFY(!seen.clock);
    QCOMPARE(seen.tries.size(), 10);
    QVERIFY(!seen.tries[0].succeeded);
    QCOMPARE(seen.tries[0].reason, u"wrong_password"_s);
    QCOMPARE(seen.tries[0].address, u"192.0.2.1"_s);
    QCOMPARE(seen.tries[0].at, m_fixture->clock.now());
    QVERIFY(seen.tries[1].succeeded);
    QVERIFY(!seen.tries[2].succeeded);
}

void SignInCheckTest::saysWhoDisabledAndWhen()
{
    service::UserChange disable;
    disable.status = model::UserStatus::Disabled;
    change(disable);
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::Disabled);
    QCOMPARE(reason->cure, SignInCure::Enable);
    QCOMPARE(reason->by, u"root"_s);
    QCOMPARE(reason->at, m_fixture->clock.now());
}

void SignInCheckTest::saysSinceWhenTheAccountHasEnded()
{
    const QDateTime end = m_fixture->clock.now().addSecs(60);
    service::UserChange until;
    until.validUntil = end;
    change(until);
    QVERIFY(!check().reason);
    m_fixture->clock.advanceSeconds(60);
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::Ended);
    QCOMPARE(reason->cure, SignInCure::ExtendValidity);
    QCOMPARE(reason->at, end);
}

void SignInCheckTest::saysUntilWhenALockLastsAndWhereTheTriesCameFrom()
{
    for (int i = 0; i < 10; ++i)
        (void)m_fixture->signIn(u"anna"_s, secret(u"wrong"_s),
                                ServiceFixture::caller(u"203.0.113.9"_s));
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::Locked);
    QCOMPARE(reason->cure, SignInCure::Unlock);
    QCOMPARE(reason->wrongPasswords, 10);
    QCOMPARE(reason->wrongCodes, 0);
    QCOMPARE(reason->address, u"203.0.113.9"_s);
    QCOMPARE(reason->until, m_fixture->clock.now().addSecs(60));
    m_fixture->clock.advanceSeconds(60);
    QVERIFY(!check().reason);
}

void SignInCheckTest::saysThatWrongCodesLocked()
{
    enroll();
    for (int i = 0; i < 10; ++i)
        (void)tryCode(m_fixture->wrongCode());
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::Locked);
    QCOMPARE(reason->wrongPasswords, 0);
    QCOMPARE(reason->wrongCodes, 10);
}

void SignInCheckTest::saysThatAOneTimePasswordHasExpired()
{
    const auto handedOut =
        m_fixture->services->users().resetPassword(m_root, m_anna.id, m_fixture->caller());
    QVERIFY(handedOut.has_value());
    QVERIFY(!check().reason);
    QVERIFY(check().mustChangePassword);
    m_fixture->clock.advanceDays(3);
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::OneTimePasswordExpired);
    QCOMPARE(reason->cure, SignInCure::ResetPassword);
    QCOMPARE(reason->at, handedOut->expiresAt);
}

void SignInCheckTest::saysThatAOneTimeCodeHasExpired()
{
    enroll();
    QVERIFY(m_fixture->services->users()
                .resetSecondFactor(m_root, m_anna.id, m_fixture->caller())
                .has_value());
    QVERIFY(!check().reason);
    m_fixture->clock.advanceSeconds(3600);
    const auto reason = check().reason;
    QVERIFY(reason);
    QCOMPARE(reason->obstacle, SignInObstacle::OneTimeCodeExpired);
    QCOMPARE(reason->cure, SignInCure::ResetSecondFactor);
}

void SignInCheckTest::tellsHowFarTheClockIsOffFromARefusedCode_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("ten minutes late") << -20 << true;
    QTest::newRow("a minute late") << -2 << true;
    QTest::newRow("a minute ahead") << 2 << true;
    QTest::newRow("ten minutes ahead") << 20 << true;
    QTest::newRow("further than that") << 21 << false;
}

void SignInCheckTest::tellsHowFarTheClockIsOffFromARefusedCode()
{
    QFETCH(int, steps);
    QFETCH(bool, isTold);
    enroll();
    QCOMPARE(tryCode(m_fixture->code(steps)).error().code, ErrorCode::InvalidCode);
    const model::SignInCheck seen = check();
    QCOMPARE(seen.clock.has_value(), isTold);
    QCOMPARE(seen.reason.has_value(), isTold);
    if (isTold) {
        QCOMPARE(seen.clock->seconds, steps * 30);
        QCOMPARE(seen.clock->seenAt, m_fixture->clock.now());
        QCOMPARE(seen.reason->obstacle, SignInObstacle::ClockOff);
        QCOMPARE(seen.reason->cure, SignInCure::SetClock);
    }
    // Knowing it opens nothing.
    QCOMPARE(tryCode(m_fixture->code(steps)).error().code, ErrorCode::InvalidCode);
}

void SignInCheckTest::forgetsTheClockAfterACodeThatIsRight()
{
    enroll();
    (void)tryCode(m_fixture->code(-4));
    QVERIFY(check().clock);
    QVERIFY(tryCode(m_fixture->code()).has_value());
    QVERIFY(!check().clock);
    QVERIFY(!check().reason);
}

void SignInCheckTest::learnsNothingFromACodeThatWasUsedBefore()
{
    enroll();
    const QString code = m_fixture->code();
    QVERIFY(tryCode(code).has_value());
    QVERIFY(!tryCode(code).has_value());
    QVERIFY(!check().clock);
}

void SignInCheckTest::learnsNothingFromACodeThatIsRightNowhere()
{
    enroll();
    QString wrong;
    for (int number = 0; wrong.isEmpty(); ++number) {
        const QString guess = QString::number(number).rightJustified(6, u'0');
        bool isRight = false;
        for (int steps = -20; steps <= 20; ++steps)
            isRight = isRight || guess == m_fixture->code(steps);
        if (!isRight)
            wrong = guess;
    }
    QVERIFY(!tryCode(wrong).has_value());
    QVERIFY(!check().clock);
}

void SignInCheckTest::tellsTheClockOnlyToThoseWhoMayChangePeople()
{
    enroll();
    (void)tryCode(m_fixture->code(-4));
    m_fixture->addUser(m_root, u"looker"_s, "auditor"_L1);
    m_fixture->addUser(m_root, u"helper"_s, "help_desk"_L1);
    auto &users = m_fixture->services->users();
    const auto looker = m_fixture->actorOf(m_fixture->enter(u"looker"_s));
    const auto helper = m_fixture->actorOf(m_fixture->enter(u"helper"_s));
    QVERIFY(!users.checkSignIn(looker, m_anna.id)->clock);
    QVERIFY(!users.checkSignIn(looker, m_anna.id)->reason);
    QVERIFY(users.checkSignIn(helper, m_anna.id)->clock);
}

void SignInCheckTest::needsTheRightToReadPeople()
{
    auto &users = m_fixture->services->users();
    const auto anna = m_fixture->actorOf(m_fixture->enter(u"anna"_s));
    QCOMPARE(users.checkSignIn(anna, m_anna.id).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.checkSignIn(m_root, 999'999).error().code, ErrorCode::NotFound);
}

void SignInCheckTest::theAuditKeepsHowSomebodyWasRecognised()
{
    QVERIFY(m_fixture->services->users()
                .resetSecondFactor(m_root, m_anna.id, m_fixture->caller(), u"Passport, by video"_s)
                .has_value());
    service::AuditQuery query;
    query.action = u"user.mfa_reset"_s;
    const auto page = m_fixture->services->audit().list(m_root, query);
    QVERIFY(page && page->items.size() == 1);
    QCOMPARE(page->items.first().changes[u"recognised_by"_s][u"new"_s].toString(),
             u"Passport, by video"_s);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::SignInCheckTest)
#include "tst_signincheck.moc"
