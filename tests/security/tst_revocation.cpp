// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ends does not come back: codes, challenges, tokens. Over HTTP, on both APIs.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestRevocation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r05_aCodeOfTheDriftWindowIsNotTakenAgain_data() { systems(); }
    void r05_aCodeOfTheDriftWindowIsNotTakenAgain();
    void r11_aChallengeDiesWithTheSignInsOfItsPerson_data();
    void r11_aChallengeDiesWithTheSignInsOfItsPerson();
    void r11_aChallengeDiesWithTheOldPassword_data() { systems(); }
    void r11_aChallengeDiesWithTheOldPassword();
    void s24_aChallengeExpiresAndEndsWithItsSuccess_data() { systems(); }
    void s24_aChallengeExpiresAndEndsWithItsSuccess();
    void r12_revokedTokensStayRevoked_data();
    void r12_revokedTokensStayRevoked();
    void r12_anEndThatPassedIsNotTakenBack();
    void r15_endingTheOthersEndsAllOfThem_data();
    void r15_endingTheOthersEndsAllOfThem();
    void r15_nothingSurvivesAPasswordReset_data();
    void r15_nothingSurvivesAPasswordReset();
    void s31_everySignInMakesItsOwnToken_data() { systems(); }
    void s31_everySignInMakesItsOwnToken();
    void s25_aFactorIsNotTakenAwayWithoutProof();
    void r16_whoeverTurnsTheFactorOnStaysIn_data() { systems(); }
    void r16_whoeverTurnsTheFactorOnStaysIn();

private:
    static void systems()
    {
        QTest::addColumn<bool>("isPipelit");
        QTest::newRow("authdesk") << false;
        QTest::newRow("pipelit") << true;
    }
    static bool isGood(const TestServer &server, const QByteArray &token)
    {
        const int own =
            server.call({.method = "GET", .path = "/admin/v1/me", .token = token}).status;
        const int pipelits =
            server.call({.method = "GET", .path = "/api/v1/auth/me/", .token = token}).status;
        // A token is a token: good everywhere or nowhere.
        if (own != pipelits || (own != 200 && own != 401))
            qFatal("/me answers %d and %d", own, pipelits);
        return own == 200;
    }
    /// Both steps, on either API.
    static HttpAnswer enter(TestServer &server, Cast &cast, bool isPipelit, const QByteArray &code)
    {
        if (!isPipelit)
            return cast.verify(cast.value("mfa", "mfa_token"), code);
        (void)server.call(passwordCall(true, "mfa-person", cast.value("mfa", "password")));
        return cast.loginVerify("mfa-person", code);
    }
    static int change(const TestServer &server, Cast &cast, const QByteArray &who,
                      const QByteArray &body)
    {
        // The admin's first token may have run out by now.
        return server
            .call({.method = "PATCH",
                   .path = "/admin/v1/users/" + cast.value(who, "id"),
                   .token = cast.signIn("admin").text("access_token"_L1),
                   .body = body})
            .status;
    }
};

void TestRevocation::r05_aCodeOfTheDriftWindowIsNotTakenAgain()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray ahead = cast.codeAt("mfa", 1);
    QCOMPARE(enter(server, cast, isPipelit, ahead).status, 200);
    for (const bool other : {false, true}) {
        for (const int step : {1, 0, -1})
            QCOMPARE(enter(server, cast, other, cast.codeAt("mfa", step)).status, 401);
    }
    server.clock().advanceSeconds(30);
    QCOMPARE(cast.codeAt("mfa", 0), ahead);
    QCOMPARE(enter(server, cast, isPipelit, ahead).status, 401);
    server.clock().advanceSeconds(30);
    QCOMPARE(enter(server, cast, !isPipelit, ahead).status, 401);
    QCOMPARE(enter(server, cast, isPipelit, cast.codeAt("mfa", 0)).status, 200);
}

void TestRevocation::r11_aChallengeDiesWithTheSignInsOfItsPerson_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *method, const char *path, const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body);
    };
    row("disabled", "PATCH", "/admin/v1/users/ID", R"({"status":"disabled"})");
    row("past the end", "PATCH", "/admin/v1/users/ID", R"({"valid_until":"2020-01-01T00:00:00Z"})");
    row("another role", "PATCH", "/admin/v1/users/ID", R"({"role":"auditor"})");
    row("revoked", "POST", "/admin/v1/users/ID/revoke-sessions", "");
    row("password reset", "POST", "/admin/v1/users/ID/reset-password", "");
    row("second factor reset", "POST", "/admin/v1/users/ID/reset-mfa", "");
    row("deleted", "DELETE", "/admin/v1/users/ID", "");
}

void TestRevocation::r11_aChallengeDiesWithTheSignInsOfItsPerson()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    TestServer server;
    Cast cast(server);
    const QByteArray own = cast.value("mfa", "mfa_token");
    QCOMPARE(server.call(passwordCall(true, "mfa-person", cast.value("mfa", "password"))).status,
             200);
    path.replace("ID", cast.value("mfa", "id"));
    const QByteArray admin = cast.value("admin", "token");
    const int done =
        server.call({.method = method, .path = path, .token = admin, .body = body}).status;
    QVERIFY(done == 200 || done == 204);
    if (method == "PATCH") {
        // Taken back at once: the challenge does not come back with it.
        const QByteArray back = R"({"status":"active","valid_until":null,"role":"user"})";
        QCOMPARE(change(server, cast, "mfa", back), 200);
    }
    const HttpAnswer dead = cast.verify(own, cast.value("mfa", "code"));
    QCOMPARE(dead.status, 401);
    QVERIFY2(dead.body.contains("challenge_ended"), dead.body.constData());
    QCOMPARE(cast.loginVerify("mfa-person", cast.value("mfa", "code")).status, 401);
}

void TestRevocation::r11_aChallengeDiesWithTheOldPassword()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray old = cast.value("mfa", "password");
    const HttpAnswer open = server.call(passwordCall(isPipelit, "mfa-person", old));
    QCOMPARE(open.status, 200);
    const QByteArray body = R"({"current_password":")" + old
                            + R"(","new_password":"quite-another-sentence")"
                            + R"(,"end_other_sessions":false})";
    QCOMPARE(cast.post("/admin/v1/me/password", cast.value("mfa", "token"), body).status, 204);
    const QByteArray code = cast.value("mfa", "code");
    const HttpAnswer dead = isPipelit ? cast.loginVerify("mfa-person", code)
                                      : cast.verify(open.text("mfa_token"_L1), code);
    QCOMPARE(dead.status, 401);
}

void TestRevocation::s24_aChallengeExpiresAndEndsWithItsSuccess()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray password = cast.value("mfa", "password");
    const auto open = [&]() -> QByteArray {
        if (!isPipelit)
            return cast.value("mfa", "mfa_token");
        (void)server.call(passwordCall(true, "mfa-person", password));
        return {};
    };
    const auto finish = [&](const QByteArray &challenge) {
        const QByteArray code = cast.value("mfa", "code");
        return isPipelit ? cast.loginVerify("mfa-person", code).status
                         : cast.verify(challenge, code).status;
    };
    QByteArray challenge = open();
    server.clock().advanceSeconds(5 * 60);
    QCOMPARE(finish(challenge), 401);
    challenge = open();
    server.clock().advanceSeconds(5 * 60 - 1);
    QCOMPARE(finish(challenge), 200);
    server.clock().advanceSeconds(30);
    QCOMPARE(finish(challenge), 401);
    QCOMPARE(finish(open()), 200);
}

void TestRevocation::r12_revokedTokensStayRevoked_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("disabled, then enabled")
        << QByteArray(R"({"status":"disabled"})") << QByteArray(R"({"status":"active"})");
    QTest::newRow("ended, then without end")
        << QByteArray(R"({"valid_until":"2020-01-01T00:00:00Z"})")
        << QByteArray(R"({"valid_until":null})");
    QTest::newRow("disabled and ended, then neither")
        << QByteArray(R"({"status":"disabled","valid_until":"2020-01-01T00:00:00Z"})")
        << QByteArray(R"({"status":"active","valid_until":null})");
    QTest::newRow("another role, then the old one")
        << QByteArray(R"({"role":"auditor"})") << QByteArray(R"({"role":"user"})");
}

void TestRevocation::r12_revokedTokensStayRevoked()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("user", "token");
    const QByteArray key = cast.value("user", "key");
    QVERIFY(isGood(server, token) && isGood(server, key));
    QCOMPARE(change(server, cast, "user", first), 200);
    QCOMPARE(change(server, cast, "user", second), 200);
    QVERIFY(!isGood(server, token));
    QVERIFY(!isGood(server, key));
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, 401);
    // Whoever signs in anew is in.
    QVERIFY(isGood(server, cast.value("user", "key")));
}

void TestRevocation::r12_anEndThatPassedIsNotTakenBack()
{
    TestServer server;
    Cast cast(server);
    const QByteArray key = cast.value("user", "key");
    const QByteArray end = server.clock().now().addSecs(3600).toString(Qt::ISODate).toLatin1();
    const QByteArray untilEnd = R"({"valid_until":")" + end + "\"}";
    QCOMPARE(change(server, cast, "user", untilEnd), 200);
    QVERIFY(isGood(server, key));
    server.clock().advanceSeconds(3600);
    QVERIFY(!isGood(server, key));
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, 401);
    const QByteArray withoutEnd = R"({"valid_until":null})";
    QCOMPARE(change(server, cast, "user", withoutEnd), 200);
    QVERIFY(!isGood(server, key));
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, 401);
}

void TestRevocation::r15_endingTheOthersEndsAllOfThem_data()
{
    QTest::addColumn<bool>("withPassword");
    QTest::addColumn<bool>("isPipelit"); // whose token asks
    QTest::newRow("end others") << false << false;
    QTest::newRow("end others, with a key of Pipelit's") << false << true;
    QTest::newRow("new password") << true << false;
    QTest::newRow("new password, with a key of Pipelit's") << true << true;
}

void TestRevocation::r15_endingTheOthersEndsAllOfThem()
{
    QFETCH(bool, withPassword);
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const HttpAnswer second = cast.signIn("user");
    const QByteArray key = cast.value("user", "key");
    const QByteArray otherKey = cast.value("user", "key");
    const QByteArray token = cast.value("user", "token");
    const QByteArray asking = isPipelit ? key : token;
    const HttpCall call =
        withPassword
            ? HttpCall{.method = "POST",
                       .path = "/admin/v1/me/password",
                       .token = asking,
                       .body = R"({"current_password":")" + cast.value("user", "password")
                               + R"(","new_password":"quite-another-sentence",)"
                                 R"("end_other_sessions":true})"}
            : HttpCall{.method = "DELETE", .path = "/admin/v1/me/sessions", .token = asking};
    QCOMPARE(server.call(call).status, 204);
    QVERIFY(isGood(server, asking));
    QVERIFY(!isGood(server, otherKey));
    QVERIFY(!isGood(server, isPipelit ? token : key));
    QVERIFY(!isGood(server, second.text("access_token"_L1)));
    QCOMPARE(cast.refresh(second.text("refresh_token"_L1)).status, 401);
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, isPipelit ? 401 : 200);
}

void TestRevocation::r15_nothingSurvivesAPasswordReset_data()
{
    QTest::addColumn<bool>("fromCommandLine");
    QTest::newRow("by an admin") << false;
    QTest::newRow("by the command line") << true;
}

void TestRevocation::r15_nothingSurvivesAPasswordReset()
{
    QFETCH(bool, fromCommandLine);
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("user", "token");
    const QByteArray key = cast.value("user", "key");
    QVERIFY(isGood(server, token) && isGood(server, key));
    if (fromCommandLine)
        QVERIFY(server.services().rescue().resetPassword(u"user-person"_s).has_value());
    else
        QCOMPARE(cast.post("/admin/v1/users/" + cast.value("user", "id") + "/reset-password",
                           cast.value("admin", "token"))
                     .status,
                 200);
    QVERIFY(!isGood(server, token));
    QVERIFY(!isGood(server, key));
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, 401);
    // The password from before opens nothing, on neither API.
    for (const bool isPipelit : {false, true})
        QCOMPARE(server.call(passwordCall(isPipelit, "user-person", cast.value("user", "password")))
                     .status,
                 401);
}

void TestRevocation::s31_everySignInMakesItsOwnToken()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const auto field = isPipelit ? "key"_L1 : "access_token"_L1;
    HttpCall call =
        passwordCall(isPipelit, cast.value("user", "name"), cast.value("user", "password"));
    const QByteArray first = server.call(call).text(field);
    // A token that comes along is not taken over.
    call.token = first;
    const QByteArray second = server.call(call).text(field);
    call.token = "11111111-2222-4333-8444-555555555555";
    const QByteArray third = server.call(call).text(field);
    QVERIFY(!first.isEmpty() && !second.isEmpty() && !third.isEmpty());
    QVERIFY(first != second && second != third && third != call.token);
    QVERIFY(!isGood(server, call.token));
    QVERIFY(isGood(server, third));
}

void TestRevocation::s25_aFactorIsNotTakenAwayWithoutProof()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("mfa", "token");
    // Not with a wrong code, not with the code that was already used, not without one.
    const QByteArray spent = cast.value("mfa", "code");
    QCOMPARE(cast.verify(cast.value("mfa", "mfa_token"), spent).status, 200);
    for (const QByteArray &path :
         {"/admin/v1/me/mfa/totp/disable"_ba, "/admin/v1/me/mfa/backup-codes/regenerate"_ba,
          "/api/v1/auth/mfa/disable/"_ba}) {
        for (const QByteArray &body :
             {R"({"code":"000000"})"_ba, QByteArray(R"({"code":")" + spent + "\"}"), "{}"_ba,
              R"({"code":""})"_ba}) {
            const int status = cast.post(path, token, body).status;
            QVERIFY2(status == 400 || status == 422, path.constData());
        }
    }
    const HttpCall forwarded{.method = "POST",
                             .path = "/api/v1/auth/mfa/reset/",
                             .token = token,
                             .headers = {"X-Forwarded-For: 127.0.0.1"}};
    QCOMPARE(server.call(forwarded).status, 403);
    for (const char *path : {"/admin/v1/me/mfa", "/api/v1/auth/mfa/status/"}) {
        QVERIFY(server.call({.method = "GET", .path = path, .token = token})
                    .json()
                    .value("mfa_enabled"_L1)
                    .toBool());
    }
}

void TestRevocation::r16_whoeverTurnsTheFactorOnStaysIn()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray token =
        isPipelit ? cast.value("pending", "key") : cast.value("pending", "token");
    const QByteArray confirm =
        isPipelit ? "/api/v1/auth/mfa/verify/"_ba : "/admin/v1/me/mfa/totp/confirm"_ba;
    const QByteArray body = R"({"code":")" + cast.value("pending", "code") + "\"}";
    QCOMPARE(cast.post(confirm, token, body).status, 200);
    QVERIFY(isGood(server, token));
    // And gets in again with the next code.
    server.clock().advanceSeconds(30);
    const QByteArray challenge = cast.value("pending", "mfa_token");
    QCOMPARE(cast.verify(challenge, cast.value("pending", "code")).status, 200);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestRevocation)
#include "tst_revocation.moc"
