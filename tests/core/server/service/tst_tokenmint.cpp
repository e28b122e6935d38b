// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signed tokens over the whole service: looked up as all others, their keys sealed, rotated with an
// overlap, shared by servers.
#include "servicefixture.h"

#include "core/server/crypto/jwt.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using crypto::SigningAlgorithm;

namespace {

constexpr int daysAKeySigns = 90;
constexpr qint64 day = 24 * 60 * 60;
constexpr qsizetype keyBytes = 32;

service::Caller visitor()
{
    return ServiceFixture::caller(u"192.0.2.1"_s, u"ndastro"_s);
}

QByteArray headerOf(const base::Secret &token)
{
    return token.view().toByteArray().split('.').first();
}

} // namespace

class TokenMintTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsForSystemsThatKnowJwt_data() { algorithms(); }
    void signsForSystemsThatKnowJwt();
    void s32_aSignedTokenStopsAtOnce();
    void s36_refreshIsNeverAccess_data() { algorithms(); }
    void s36_refreshIsNeverAccess();
    void s36_aKeyOfAnotherServerOpensNothing();
    void s37_reuseEndsTheFamilyAndAnOldAccessTokenStillNamesIt();
    void s37_reuseIsNoticedAYearLater();
    void aRenewalNeedsBothTokensOfOneSignIn();
    void anExpiredAccessTokenStillNamesItsSignIn();
    void aRefreshTokenIsGoodAtItsOwnSystemOnly();
    void s38_keysRotateWithAnOverlap();
    void s38_aSignedFamilyHasAnAbsoluteEnd();
    void s48_signingKeysAreSealed();
    void serversShareTheirKeys();
    void showsPublicKeysOfPairsOnly_data() { algorithms(); }
    void showsPublicKeysOfPairsOnly();
    void accessOnlyMakesNoRefreshToken();

private:
    static void algorithms()
    {
        QTest::addColumn<bool>("isPair");
        QTest::newRow("HS256") << false;
        QTest::newRow("EdDSA") << true;
    }
    static service::Options signing(bool isPair)
    {
        service::Options options;
        options.tokenAlgorithm = isPair ? SigningAlgorithm::EdDsa : SigningAlgorithm::Hs256;
        return options;
    }
};

void TokenMintTest::signsForSystemsThatKnowJwt()
{
    QFETCH(bool, isPair);
    ServiceFixture fixture(signing(isPair));
    const auto root = fixture.setUp();
    QVERIFY(!root.accessToken.view().contains('.'));
    const auto in = fixture.enter(u"root"_s, visitor());
    QCOMPARE(in.expiresIn, 7 * day);
    QCOMPARE(in.refreshExpiresIn, 365 * day);
    const QByteArray header = QByteArray::fromBase64(headerOf(in.accessToken));
    QVERIFY2(header.contains(isPair ? R"("alg":"EdDSA")" : R"("alg":"HS256")"), header.constData());
    QVERIFY(fixture.isGood(in.accessToken));
    QCOMPARE(fixture.actorOf(in).system, u"ndastro"_s);
    // Two at the same instant are two.
    QVERIFY(fixture.enter(u"root"_s, visitor()).accessToken != in.accessToken);
    fixture.clock.advanceSeconds(7 * day);
    QVERIFY(!fixture.isGood(in.accessToken));
}

void TokenMintTest::s32_aSignedTokenStopsAtOnce()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto in = fixture.enter(u"root"_s, visitor());
    QVERIFY(fixture.isGood(in.accessToken));
    QVERIFY(fixture.services->signIn().signOut(fixture.actorOf(in), visitor()));
    QVERIFY(!fixture.isGood(in.accessToken));
    QVERIFY(!fixture.services->signIn().refresh(in.refreshToken, in.accessToken, visitor()));
}

void TokenMintTest::s36_refreshIsNeverAccess()
{
    QFETCH(bool, isPair);
    ServiceFixture fixture(signing(isPair));
    fixture.setUp();
    const auto in = fixture.enter(u"root"_s, visitor());
    QVERIFY(!fixture.isGood(in.refreshToken));
    QVERIFY(!fixture.services->signIn().refresh(in.accessToken, in.accessToken, visitor()));
    QVERIFY(!fixture.services->signIn().refresh(in.refreshToken, in.refreshToken, visitor()));
    QVERIFY(fixture.isGood(in.accessToken));
    QVERIFY(fixture.services->signIn().refresh(in.refreshToken, in.accessToken, visitor()));
}

void TokenMintTest::s36_aKeyOfAnotherServerOpensNothing()
{
    ServiceFixture fixture;
    fixture.setUp();
    QVERIFY(fixture.isGood(fixture.enter(u"root"_s, visitor()).accessToken));
    const crypto::SigningKey foreign =
        crypto::SigningKey::generate(SigningAlgorithm::Hs256, fixture.random);
    const base::Secret token =
        crypto::signJwt(foreign, {.audience = u"ndastro"_s,
                                  .subject = u"root"_s,
                                  .session = u"x"_s,
                                  .id = u"y"_s,
                                  .use = crypto::TokenUse::Access,
                                  .issuedAt = fixture.clock.now(),
                                  .expiresAt = fixture.clock.now().addSecs(60)});
    QVERIFY(!fixture.isGood(token));
}

void TokenMintTest::s37_reuseEndsTheFamilyAndAnOldAccessTokenStillNamesIt()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto first = fixture.enter(u"root"_s, visitor());
    const auto second =
        fixture.services->signIn().refresh(first.refreshToken, first.accessToken, visitor());
    QVERIFY(second);
    QVERIFY(!fixture.isGood(first.accessToken));
    QVERIFY(fixture.isGood(second->accessToken));
    const auto again =
        fixture.services->signIn().refresh(first.refreshToken, first.accessToken, visitor());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::RefreshReused);
    QVERIFY(!fixture.isGood(second->accessToken));
    QVERIFY(
        !fixture.services->signIn().refresh(second->refreshToken, second->accessToken, visitor()));
}

void TokenMintTest::s37_reuseIsNoticedAYearLater()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto first = fixture.enter(u"root"_s, visitor());
    const auto second =
        fixture.services->signIn().refresh(first.refreshToken, first.accessToken, visitor());
    QVERIFY(second);
    fixture.clock.advanceSeconds(364 * day);
    fixture.services->tidyUp(); // forgets what was spent
    const auto again =
        fixture.services->signIn().refresh(first.refreshToken, first.accessToken, visitor());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::RefreshReused);
    QVERIFY(
        !fixture.services->signIn().refresh(second->refreshToken, second->accessToken, visitor()));
}

void TokenMintTest::aRenewalNeedsBothTokensOfOneSignIn()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto one = fixture.enter(u"root"_s, visitor());
    const auto other = fixture.enter(u"root"_s, visitor());
    const auto mixed =
        fixture.services->signIn().refresh(one.refreshToken, other.accessToken, visitor());
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, ErrorCode::Unauthenticated);
    const auto opaque = fixture.enter(u"root"_s);
    QVERIFY(!fixture.services->signIn().refresh(one.refreshToken, opaque.accessToken, visitor()));
    QVERIFY(fixture.services->signIn().refresh(one.refreshToken, one.accessToken, visitor()));
}

void TokenMintTest::anExpiredAccessTokenStillNamesItsSignIn()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto in = fixture.enter(u"root"_s, visitor());
    fixture.clock.advanceSeconds(300 * day);
    QVERIFY(!fixture.isGood(in.accessToken));
    fixture.services->tidyUp();
    const auto next =
        fixture.services->signIn().refresh(in.refreshToken, in.accessToken, visitor());
    QVERIFY2(next, next ? "" : qPrintable(next.error().detail));
    QVERIFY(fixture.isGood(next->accessToken));
}

void TokenMintTest::aRefreshTokenIsGoodAtItsOwnSystemOnly()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto signedOnes = fixture.enter(u"root"_s, visitor());
    const auto ownOnes = fixture.enter(u"root"_s);
    QVERIFY(!fixture.services->signIn().refresh(signedOnes.refreshToken, ServiceFixture::caller()));
    QVERIFY(!fixture.services->signIn().refresh(ownOnes.refreshToken, visitor()));
    QVERIFY(fixture.services->signIn().refresh(ownOnes.refreshToken, ServiceFixture::caller()));
}

void TokenMintTest::s38_keysRotateWithAnOverlap()
{
    ServiceFixture fixture(signing(true));
    fixture.setUp();
    const auto old = fixture.enter(u"root"_s, visitor());
    fixture.clock.advanceSeconds(daysAKeySigns * day);
    fixture.services->tidyUp();
    QCOMPARE(headerOf(fixture.enter(u"root"_s, visitor()).accessToken), headerOf(old.accessToken));
    fixture.clock.advanceSeconds(1);
    fixture.services->tidyUp();
    const auto fresh = fixture.enter(u"root"_s, visitor());
    QVERIFY(headerOf(fresh.accessToken) != headerOf(old.accessToken));
    QCOMPARE(fixture.services->tokens().publicKeys()->size(), 2);
    // What the old key signed lives as long as it was made for.
    fixture.clock.advanceSeconds((365 - daysAKeySigns) * day - 2);
    fixture.services->tidyUp();
    const auto renewed =
        fixture.services->signIn().refresh(old.refreshToken, old.accessToken, visitor());
    QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().detail));
    // A year and a day after it was retired it is gone.
    fixture.clock.advanceSeconds((daysAKeySigns + 1) * day + 2);
    fixture.services->tidyUp();
    const auto keys = fixture.services->tokens().publicKeys().value();
    for (const service::PublicSigningKey &key : keys)
        QVERIFY(!QByteArray::fromBase64(headerOf(old.accessToken)).contains(key.id.toLatin1()));
    QVERIFY(!keys.isEmpty());
}

void TokenMintTest::s38_aSignedFamilyHasAnAbsoluteEnd()
{
    ServiceFixture fixture;
    fixture.setUp();
    auto in = fixture.enter(u"root"_s, visitor());
    for (int renewals = 0; renewals < 2; ++renewals) {
        fixture.clock.advanceSeconds(300 * day);
        in = fixture.services->signIn().refresh(in.refreshToken, in.accessToken, visitor()).value();
    }
    QCOMPARE(in.refreshExpiresIn, 130 * day);
    fixture.clock.advanceSeconds(130 * day);
    QVERIFY(!fixture.services->signIn().refresh(in.refreshToken, in.accessToken, visitor()));
}

void TokenMintTest::s48_signingKeysAreSealed()
{
    ServiceFixture fixture;
    const auto root = fixture.setUp();
    const auto in = fixture.enter(u"root"_s, visitor());
    QVERIFY(fixture.isGood(in.accessToken));
    const QByteArray stored = fixture.storedBytes();
    // The only secret that signs: whoever has it makes this very signature.
    const QByteArray token = in.accessToken.view().toByteArray();
    const QByteArray text = token.left(token.lastIndexOf('.'));
    const QByteArray signature = QByteArray::fromBase64(token.mid(token.lastIndexOf('.') + 1),
                                                        QByteArray::Base64UrlEncoding);
    bool isFound = false;
    for (qsizetype at = 0; at + keyBytes <= stored.size() && !isFound; ++at) {
        const QByteArray guess = stored.sliced(at, keyBytes);
        // A key has no runs of zeros, of which a database is full.
        if (guess.count('\0') > 4)
            continue;
        const auto key = crypto::SigningKey::fromSecret(u"g"_s, SigningAlgorithm::Hs256,
                                                        base::Secret::copyOf(guess));
        isFound = key && key->hasSigned(text, signature);
    }
    QVERIFY(!isFound);
    // Without the master key nothing is signed and nothing signed is believed.
    const auto keyless = fixture.withoutKey();
    QVERIFY(!keyless->tokens().lookUp(in.accessToken.view()));
    QVERIFY(keyless->tokens().lookUp(root.accessToken.view()));
    const auto refused = keyless->signIn().signIn(u"root"_s, fixture.password, visitor());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::MasterKeyMissing);
}

void TokenMintTest::serversShareTheirKeys()
{
    ServiceFixture fixture;
    fixture.setUp();
    const auto other = fixture.otherServer();
    const auto here = fixture.enter(u"root"_s, visitor());
    const auto there = std::get<service::SignedIn>(
        other.services->signIn().signIn(u"root"_s, fixture.password, visitor()).value());
    QCOMPARE(headerOf(here.accessToken), headerOf(there.accessToken));
    QVERIFY(other.services->tokens().lookUp(here.accessToken.view()));
    QVERIFY(fixture.services->tokens().lookUp(there.accessToken.view()));
}

void TokenMintTest::showsPublicKeysOfPairsOnly()
{
    QFETCH(bool, isPair);
    ServiceFixture fixture(signing(isPair));
    QCOMPARE(fixture.services->tokens().publicKeys()->size(), isPair ? 1 : 0);
    fixture.setUp();
    const auto in = fixture.enter(u"root"_s, visitor());
    const auto keys = fixture.services->tokens().publicKeys().value();
    QCOMPARE(keys.size(), isPair ? 1 : 0);
    if (isPair)
        QVERIFY(QByteArray::fromBase64(headerOf(in.accessToken)).contains(keys[0].id.toLatin1()));
}

void TokenMintTest::accessOnlyMakesNoRefreshToken()
{
    ServiceFixture fixture;
    fixture.setUp();
    service::Caller from = visitor();
    from.takesAccessOnly = true;
    const auto in = fixture.enter(u"root"_s, from);
    QVERIFY(in.refreshToken.isEmpty());
    QCOMPARE(in.refreshExpiresIn, 0);
    QVERIFY(fixture.isGood(in.accessToken));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TokenMintTest)
#include "tst_tokenmint.moc"
