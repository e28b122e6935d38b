// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <thread>

namespace authdesk::tests {

class SecondStepTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r16_enablingKeepsTheToken();
    void s21_factorIsInactiveUntilConfirmedAndPendingOnesExpire();
    void s24_challengeIsNoTokenAndBoundToItsAddress();
    void s18_totpCodeIsAcceptedOnce();
    void s18_parallelUseOfOneCodeHasOneWinner();
    void s23_recoveryCodeIsAcceptedOnce();
    void challengeEndsWithItsFifthWrongCode();
    void challengeEndsAfterFiveMinutesWithoutSpendingTheCode();
    void r03_rightPasswordDoesNotResetCodes();
    void s26_passwordResetStillNeedsTheCode();
    void s27_pipelitNeedsAFreshPasswordStepFromTheSameAddress();
    void oneTimeCodeLeadsStraightToEnrolment();
    void expiredOneTimeCodeDoesNotOpenTheDoor();
    void s29_factorIsRemovedByItsOwnerAndByAnAdmin();
    void s25_newRecoveryCodesNeedAProof();
    void loopbackResetNeedsLoopback();

private:
    static base::Result<service::SignInOutcome> verify(ServiceFixture &fixture,
                                                       const base::Secret &token,
                                                       const QString &code,
                                                       const QString &from = u"192.0.2.1"_s)
    {
        return fixture.services->signIn().verify(token, code, ServiceFixture::caller(from));
    }
};

void SecondStepTest::r16_enablingKeepsTheToken()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    const auto codes = fixture.enroll(fixture.actorOf(signedIn));
    QCOMPARE(codes.size(), 10);
    QVERIFY(fixture.isGood(signedIn.accessToken));
    QVERIFY(fixture.services->mfa().mfaState(fixture.actorOf(signedIn))->enabled);
    const auto again =
        fixture.services->mfa().beginTotp(fixture.actorOf(signedIn), fixture.caller());
    QCOMPARE(again.error().code, ErrorCode::MfaAlreadyEnabled);
}

void SecondStepTest::s21_factorIsInactiveUntilConfirmedAndPendingOnesExpire()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &mfa = fixture.services->mfa();
    QCOMPARE(mfa.confirmTotp(root, u"123456"_s, fixture.caller()).error().code,
             ErrorCode::MfaNotStarted);
    QVERIFY(mfa.beginTotp(root, fixture.caller()).has_value());
    QVERIFY(std::holds_alternative<service::SignedIn>(
        fixture.signIn(u"root"_s, fixture.password).value()));
    QCOMPARE(mfa.confirmTotp(root, u"12345"_s, fixture.caller()).error().code,
             ErrorCode::InvalidCode);
    fixture.clock.advanceSeconds(3600);
    QCOMPARE(mfa.confirmTotp(root, u"123456"_s, fixture.caller()).error().code,
             ErrorCode::MfaNotStarted);
}

void SecondStepTest::s24_challengeIsNoTokenAndBoundToItsAddress()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    const auto token = fixture.challenge(u"root"_s);
    const auto other = fixture.challenge(u"root"_s);
    QVERIFY(!fixture.isGood(token));
    QCOMPARE(verify(fixture, token, fixture.code(), u"203.0.113.1"_s).error().code,
             ErrorCode::ChallengeEnded);
    QVERIFY(verify(fixture, token, fixture.code()).has_value());
    QCOMPARE(verify(fixture, token, fixture.code(1)).error().code, ErrorCode::ChallengeEnded);
    QVERIFY(verify(fixture, other, fixture.code(1)).has_value()); // and that code was not spent
}

void SecondStepTest::s18_totpCodeIsAcceptedOnce()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    const QString code = fixture.code();
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), code).has_value());
    QCOMPARE(verify(fixture, fixture.challenge(u"root"_s), code).error().code,
             ErrorCode::InvalidCode);
    fixture.clock.advanceSeconds(30); // still within the tolerance
    QCOMPARE(verify(fixture, fixture.challenge(u"root"_s), code).error().code,
             ErrorCode::InvalidCode);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), fixture.code()).has_value());
}

void SecondStepTest::s18_parallelUseOfOneCodeHasOneWinner()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    std::vector<base::Secret> tokens;
    for (int i = 0; i < 6; ++i)
        tokens.push_back(fixture.challenge(u"root"_s));
    std::atomic<int> winners = 0;
    {
        std::vector<std::jthread> threads;
        for (const base::Secret &token : tokens) {
            threads.emplace_back(
                [&] { winners += verify(fixture, token, fixture.code()).has_value() ? 1 : 0; });
        }
    }
    QCOMPARE(winners.load(), 1);
}

void SecondStepTest::s23_recoveryCodeIsAcceptedOnce()
{
    ServiceFixture fixture;
    const auto codes = fixture.enroll(fixture.actorOf(fixture.setUp()));
    const QString code = codes.first().toString();
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), code.toUpper()).has_value());
    QCOMPARE(verify(fixture, fixture.challenge(u"root"_s), code).error().code,
             ErrorCode::InvalidCode);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), codes.last().toString()).has_value());
}

void SecondStepTest::challengeEndsWithItsFifthWrongCode()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    const auto token = fixture.challenge(u"root"_s);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(verify(fixture, token, fixture.wrongCode()).error().code, ErrorCode::InvalidCode);
    }
    QCOMPARE(verify(fixture, token, fixture.code()).error().code, ErrorCode::ChallengeEnded);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), fixture.code()).has_value());
}

void SecondStepTest::challengeEndsAfterFiveMinutesWithoutSpendingTheCode()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    const auto token = fixture.challenge(u"root"_s);
    fixture.clock.advanceSeconds(5 * 60);
    QCOMPARE(verify(fixture, token, fixture.code()).error().code, ErrorCode::ChallengeEnded);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), fixture.code()).has_value());
}

void SecondStepTest::r03_rightPasswordDoesNotResetCodes()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    for (int round = 0; round < 2; ++round) {
        const auto token = fixture.challenge(u"root"_s);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!verify(fixture, token, fixture.wrongCode()));
    }
    const auto locked = fixture.signIn(u"root"_s, fixture.password);
    QCOMPARE(locked.error().code, ErrorCode::InvalidCode);
    QCOMPARE(locked.error().retryAfterSeconds, 60);
    QCOMPARE(fixture.signIn(u"root"_s, secret(u"wrong"_s)).error().retryAfterSeconds, 0);
    fixture.clock.advanceSeconds(60);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), fixture.code()).has_value());
}

void SecondStepTest::s26_passwordResetStillNeedsTheCode()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    fixture.enroll(fixture.actorOf(fixture.enter(u"alice"_s)));
    const auto reset =
        fixture.services->users().resetPassword(root, user.id, fixture.caller()).value();
    const auto first = fixture.signIn(u"alice"_s, reset.secret).value();
    const auto &step = std::get<service::SecondFactorRequired>(first);
    const auto second = verify(fixture, step.mfaToken, fixture.code()).value();
    QVERIFY(std::holds_alternative<service::PasswordChangeRequired>(second));
}

void SecondStepTest::s27_pipelitNeedsAFreshPasswordStepFromTheSameAddress()
{
    ServiceFixture fixture;
    fixture.enroll(fixture.actorOf(fixture.setUp()));
    auto &signIn = fixture.services->signIn();
    const auto here = ServiceFixture::caller(u"192.0.2.1"_s, u"pipelit"_s);
    const auto there = ServiceFixture::caller(u"203.0.113.1"_s, u"pipelit"_s);
    const QString code = fixture.code();
    QCOMPARE(signIn.verifyByName(u"root"_s, code, here).error().code,
             ErrorCode::InvalidCredentials);
    QVERIFY(std::holds_alternative<service::SecondFactorRequired>(
        fixture.signIn(u"root"_s, fixture.password, here).value()));
    QCOMPARE(signIn.verifyByName(u"root"_s, code, there).error(),
             signIn.verifyByName(u"nobody"_s, code, there).error());
    QCOMPARE(signIn.verifyByName(u"root"_s, u"12345"_s, here).error().code,
             ErrorCode::InvalidFields);
    const auto done = signIn.verifyByName(u"root"_s, code, here); // none of them spent the code
    QVERIFY(done.has_value());
    QVERIFY(fixture.isGood(std::get<service::SignedIn>(*done).accessToken));
    QCOMPARE(signIn.verifyByName(u"root"_s, fixture.code(1), here).error().code,
             ErrorCode::InvalidCredentials);
}

void SecondStepTest::oneTimeCodeLeadsStraightToEnrolment()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    const auto before = fixture.enter(u"alice"_s);
    fixture.enroll(fixture.actorOf(before));
    const auto reset =
        fixture.services->users().resetSecondFactor(root, user.id, fixture.caller()).value();
    QCOMPARE(fixture.clock.now().secsTo(reset.expiresAt), qint64(3600));
    QVERIFY(!fixture.isGood(before.accessToken));
    QCOMPARE(verify(fixture, fixture.challenge(u"alice"_s), fixture.code()).error().code,
             ErrorCode::InvalidCode); // the old factor is gone
    const auto outcome =
        verify(fixture, fixture.challenge(u"alice"_s), reset.secret.toString()).value();
    const auto &signedIn = std::get<service::SignedIn>(outcome);
    QVERIFY(signedIn.mfaEnrollmentRequired);
    QVERIFY(fixture.actorOf(signedIn).enrollmentRequired);
    QCOMPARE(fixture.enroll(fixture.actorOf(signedIn)).size(), 10);
    QVERIFY(!fixture.actorOf(signedIn).enrollmentRequired);
}

void SecondStepTest::expiredOneTimeCodeDoesNotOpenTheDoor()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    const auto reset =
        fixture.services->users().resetSecondFactor(root, user.id, fixture.caller()).value();
    fixture.clock.advanceSeconds(3600);
    QCOMPARE(verify(fixture, fixture.challenge(u"alice"_s), reset.secret.toString()).error().code,
             ErrorCode::InvalidCode);
}

void SecondStepTest::s29_factorIsRemovedByItsOwnerAndByAnAdmin()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.enroll(root);
    auto &mfa = fixture.services->mfa();
    QCOMPARE(mfa.disableTotp(root, fixture.wrongCode(), fixture.caller()).error().code,
             ErrorCode::InvalidCode);
    QVERIFY(mfa.disableTotp(root, fixture.code(), fixture.caller()).has_value());
    QVERIFY(!mfa.mfaState(root)->enabled);
    QCOMPARE(mfa.mfaState(root)->recoveryCodesLeft, 0);
    QCOMPARE(mfa.removeAllFactors(root, fixture.code(), fixture.caller()).error().code,
             ErrorCode::MfaNotEnabled);
    QVERIFY(std::holds_alternative<service::SignedIn>(
        fixture.signIn(u"root"_s, fixture.password).value()));
}

void SecondStepTest::s25_newRecoveryCodesNeedAProof()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto root = fixture.actorOf(
        fixture.enter(u"root"_s, ServiceFixture::caller(u"192.0.2.1"_s, u"pipelit"_s)));
    const auto old = fixture.enroll(root);
    auto &mfa = fixture.services->mfa();
    fixture.clock.advanceSeconds(15 * 60);
    QCOMPARE(mfa.regenerateRecoveryCodes(root, std::nullopt, fixture.caller()).error().code,
             ErrorCode::RecentSignInRequired);
    const auto fresh = mfa.regenerateRecoveryCodes(root, fixture.code(), fixture.caller());
    QVERIFY(fresh.has_value());
    QCOMPARE(verify(fixture, fixture.challenge(u"root"_s), old.first().toString()).error().code,
             ErrorCode::InvalidCode);
    QVERIFY(verify(fixture, fixture.challenge(u"root"_s), fresh->first().toString()).has_value());
}

void SecondStepTest::loopbackResetNeedsLoopback()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.enroll(root);
    auto &mfa = fixture.services->mfa();
    QCOMPARE(mfa.resetFactorsFromLoopback(root, fixture.caller()).error().code,
             ErrorCode::NotLoopback);
    QVERIFY(mfa.mfaState(root)->enabled);
    QVERIFY(mfa.resetFactorsFromLoopback(root, fixture.caller(u"127.0.0.1"_s)).has_value());
    QVERIFY(!mfa.mfaState(root)->enabled);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::SecondStepTest)
#include "tst_secondstep.moc"
