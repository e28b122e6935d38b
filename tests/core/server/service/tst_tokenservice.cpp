// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

using service::TokenCache;
using service::TokenEntry;

class TokenServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillThatRacedWithAChangeIsDropped();
    void forgetsOnlyWhatAChangeTouches();
    void recallsWithoutTheStore();
    void meBodyIsEncodedOnceUntilAChange();
    void lastSeenIsWrittenOnceAMinute();
    void s08_hashIsRenewedWhenParametersRise();
    void s30_storesNoTokenInTheClear();
    void tidyUpKeepsWhatIsGood();

private:
    static TokenCache::EntryPointer entryOf(qint64 userId, qint64 sessionId)
    {
        const auto entry = std::make_shared<TokenEntry>();
        entry->actor.userId = userId;
        entry->actor.sessionId = sessionId;
        return entry;
    }
};

void TokenServiceTest::fillThatRacedWithAChangeIsDropped()
{
    FakeRandom random;
    TokenCache cache(random);
    const quint64 revision = cache.revision();
    cache.forgetUser(9); // between the SELECT and the fill
    cache.fill("token", entryOf(1, 1), revision);
    cache.fillBody(1, "authdesk"_L1, "{}"_ba, revision);
    QVERIFY(!cache.find("token"));
    QVERIFY(cache.body(1, "authdesk"_L1).isEmpty());
    cache.fill("token", entryOf(1, 1), cache.revision());
    QVERIFY(cache.find("token"));
}

void TokenServiceTest::forgetsOnlyWhatAChangeTouches()
{
    FakeRandom random;
    TokenCache cache(random);
    cache.fill("a1", entryOf(1, 11), cache.revision());
    cache.fill("a2", entryOf(1, 12), cache.revision());
    cache.fill("b1", entryOf(2, 21), cache.revision());
    cache.forgetSession(11);
    QVERIFY(!cache.find("a1"));
    QVERIFY(cache.find("a2"));
    cache.forgetUser(1);
    QVERIFY(!cache.find("a2"));
    QVERIFY(cache.find("b1"));
    cache.clear();
    QVERIFY(!cache.find("b1"));
}

void TokenServiceTest::recallsWithoutTheStore()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    auto &tokens = fixture.services->tokens();
    QVERIFY(!tokens.recall(signedIn.accessToken.view()));
    QVERIFY(tokens.lookUp(signedIn.accessToken.view()).has_value());
    fixture.database().close();
    QCOMPARE(tokens.recall(signedIn.accessToken.view())->actor.username, u"root"_s);
    QVERIFY(!tokens.lookUp(signedIn.accessToken.view()).has_value());
}

void TokenServiceTest::meBodyIsEncodedOnceUntilAChange()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    int encoded = 0;
    const auto encode = [&](const model::User &user) {
        ++encoded;
        return user.firstName.toUtf8() + '.';
    };
    auto &tokens = fixture.services->tokens();
    QCOMPARE(tokens.meBody(root.userId, "authdesk"_L1, encode).value(), "."_ba);
    QCOMPARE(tokens.meBody(root.userId, "authdesk"_L1, encode).value(), "."_ba);
    QCOMPARE(encoded, 1);
    service::ProfileChange change;
    change.firstName = u"Ada"_s;
    QVERIFY(fixture.services->account().updateMe(root, change, fixture.caller()).has_value());
    QCOMPARE(tokens.meBody(root.userId, "authdesk"_L1, encode).value(), "Ada."_ba);
    QCOMPARE(encoded, 2);
}

void TokenServiceTest::lastSeenIsWrittenOnceAMinute()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    const auto root = fixture.actorOf(signedIn);
    const QDateTime start = fixture.clock.now();
    auto &tokens = fixture.services->tokens();
    const auto lastSeen = [&] {
        tokens.writeLastSeen();
        return fixture.services->account().sessions(root)->first().lastSeenAt.value();
    };
    fixture.clock.advanceSeconds(61);
    QVERIFY(tokens.recall(signedIn.accessToken.view()));
    const QDateTime seen = lastSeen();
    QCOMPARE(start.secsTo(seen), qint64(61));
    fixture.clock.advanceSeconds(1); // within the same minute
    QVERIFY(tokens.recall(signedIn.accessToken.view()));
    QCOMPARE(lastSeen(), seen);
}

void TokenServiceTest::s08_hashIsRenewedWhenParametersRise()
{
    ServiceFixture fixture;
    (void)fixture.setUp();
    crypto::PasswordHasher stronger({.memoryKiB = 16, .passes = 2},
                                    {.threads = 1, .mostWaiting = 16});
    service::Services services(service::Ground{fixture.database(),
                                               stronger,
                                               &fixture.sealer,
                                               &fixture.seal,
                                               fixture.clock,
                                               fixture.random,
                                               {}});
    const auto signIn = [&] {
        const quint64 before = stronger.count();
        const bool good = services.signIn()
                              .signIn(u"root"_s, fixture.password, ServiceFixture::caller())
                              .has_value();
        return good ? stronger.count() - before : quint64(0);
    };
    QCOMPARE(signIn(), quint64(2)); // checked and made anew
    QCOMPARE(signIn(), quint64(1));
}

void TokenServiceTest::s30_storesNoTokenInTheClear()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    const auto codes = fixture.enroll(fixture.actorOf(signedIn));
    const base::Secret challenge = fixture.challenge(u"root"_s);
    QCOMPARE(signedIn.accessToken.view().size(), 43);
    const QByteArray stored = fixture.storedBytes();
    QVERIFY(stored.contains("root"));
    for (const base::Secret &hidden : {signedIn.accessToken, signedIn.refreshToken, challenge,
                                       codes.first(), fixture.password, fixture.totp})
        QVERIFY(!stored.contains(hidden.view().toByteArray()));
}

void TokenServiceTest::tidyUpKeepsWhatIsGood()
{
    ServiceFixture fixture;
    const auto signedIn = fixture.setUp();
    fixture.services->tidyUp();
    QVERIFY(fixture.isGood(signedIn.accessToken));
    fixture.clock.advanceDays(91);
    const auto fresh = fixture.enter(u"root"_s);
    fixture.services->tidyUp();
    QCOMPARE(fixture.services->account().sessions(fixture.actorOf(fresh))->size(), 1);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TokenServiceTest)
#include "tst_tokenservice.moc"
