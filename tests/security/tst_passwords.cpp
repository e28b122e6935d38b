// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a password may be and that it is taken as it is, over HTTP and on both APIs.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestPasswords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s01_shortOnesAreRefusedAndLongOnesTaken_data() { systems(); }
    void s01_shortOnesAreRefusedAndLongOnesTaken();
    void s02_oneSpellingOfALetterIsAsGoodAsTheOther_data() { systems(); }
    void s02_oneSpellingOfALetterIsAsGoodAsTheOther();
    void s03_noMixtureIsDemandedAndNothingExpires_data() { systems(); }
    void s03_noMixtureIsDemandedAndNothingExpires();
    void s06_everyCharacterCounts_data() { systems(); }
    void s06_everyCharacterCounts();
    void s06_anOverlongOneIsRefusedClearly_data() { systems(); }
    void s06_anOverlongOneIsRefusedClearly();

private:
    static void systems()
    {
        QTest::addColumn<bool>("isPipelit");
        QTest::newRow("authdesk") << false;
        QTest::newRow("pipelit") << true;
    }
    static HttpAnswer setUp(const TestServer &server, bool isPipelit, const QByteArray &password);
    static int signIn(const TestServer &server, bool isPipelit, const QByteArray &password)
    {
        return server.call(passwordCall(isPipelit, "ada", password)).status;
    }
};

HttpAnswer TestPasswords::setUp(const TestServer &server, bool isPipelit,
                                const QByteArray &password)
{
    const QByteArray body = R"({"username":"ada","password":")" + password + "\"}";
    return server.call({.method = "POST",
                        .path = isPipelit ? "/api/v1/auth/setup/" : "/admin/v1/setup",
                        .body = body});
}

void TestPasswords::s01_shortOnesAreRefusedAndLongOnesTaken()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    QCOMPARE(setUp(server, isPipelit, "kx7 pq2").status, 422);
    const QByteArray sixtyFour = "sixty-four characters of a sentence that nobody else has used 64";
    QCOMPARE(sixtyFour.size(), 64);
    QCOMPARE(setUp(server, isPipelit, sixtyFour).status, isPipelit ? 200 : 201);
    QCOMPARE(signIn(server, isPipelit, sixtyFour), 200);
}

void TestPasswords::s02_oneSpellingOfALetterIsAsGoodAsTheOther()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    // Composed on one keyboard, decomposed or full-width on another.
    QCOMPARE(setUp(server, isPipelit,
                   "gr\xc3\xbc\xc3\x9f"
                   "e vom regenbogen 7")
                 .status,
             isPipelit ? 200 : 201);
    QCOMPARE(signIn(server, isPipelit,
                    "gru\xcc\x88\xc3\x9f"
                    "e vom regenbogen 7"),
             200);
    QCOMPARE(signIn(server, !isPipelit,
                    "gru\xcc\x88\xc3\x9f"
                    "e vom regenbogen \xef\xbc\x97"),
             200);
    QCOMPARE(signIn(server, isPipelit,
                    "gru\xc3\x9f"
                    "e vom regenbogen 7"),
             401);
}

void TestPasswords::s03_noMixtureIsDemandedAndNothingExpires()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    const QByteArray plain = "quiet mornings under maples";
    QCOMPARE(setUp(server, isPipelit, plain).status, isPipelit ? 200 : 201);
    server.clock().advanceDays(5 * 365);
    const HttpAnswer later = server.call(passwordCall(isPipelit, "ada", plain));
    QCOMPARE(later.status, 200);
    QVERIFY(!later.body.contains("password_change_required"));
}

void TestPasswords::s06_everyCharacterCounts()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    // Spaces at both ends, and what matters comes after the 72 bytes that bcrypt would look at.
    const QByteArray whole = "  " + QByteArray("lantern ").repeated(9) + "and then Some  ";
    QCOMPARE(setUp(server, isPipelit, whole).status, isPipelit ? 200 : 201);
    QCOMPARE(signIn(server, isPipelit, whole.trimmed()), 401);
    QCOMPARE(signIn(server, isPipelit, whole.first(72)), 401);
    QCOMPARE(signIn(server, isPipelit, whole.chopped(1)), 401);
    QCOMPARE(signIn(server, isPipelit, whole.toLower()), 401);
    QCOMPARE(signIn(server, isPipelit, whole + "\\u0000tail"), 401);
    QCOMPARE(signIn(server, isPipelit, whole), 200);
    QCOMPARE(signIn(server, !isPipelit, whole), 200);
}

void TestPasswords::s06_anOverlongOneIsRefusedClearly()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    const QByteArray overlong = QByteArray("many words ").repeated(60);
    const HttpAnswer refused = setUp(server, isPipelit, overlong);
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("password"), refused.body.constData());
    QVERIFY(!refused.body.contains("many words"));
    QCOMPARE(setUp(server, isPipelit, "correct-horse-battery").status, isPipelit ? 200 : 201);
    // At a sign-in it tells nothing about the name.
    const int known = signIn(server, isPipelit, overlong);
    QVERIFY(known == 401 || known == 422);
    QCOMPARE(server.call(passwordCall(isPipelit, "nobody-at-all", overlong)).status, known);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestPasswords)
#include "tst_passwords.moc"
