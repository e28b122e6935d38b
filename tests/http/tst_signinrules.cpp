// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every way in must hold to, over HTTP, on both APIs alike. Numbers are those of the project's
// security statements.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestSignInRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s13_refusalsAreAlike_data() { systems(); }
    void s13_refusalsAreAlike();
    void r09_anEmptyPasswordIsAWrongOne_data() { systems(); }
    void r09_anEmptyPasswordIsAWrongOne();
    void r04_aLockHoldsOnEveryRoute_data() { systems(); }
    void r04_aLockHoldsOnEveryRoute();
    void r04_aLockOfCodesHoldsOnEveryRoute_data() { systems(); }
    void r04_aLockOfCodesHoldsOnEveryRoute();
    void r04_aLockEndsAfterAMinute_data() { systems(); }
    void r04_aLockEndsAfterAMinute();
    void s27_aPasswordAloneOpensNothing_data() { systems(); }
    void s27_aPasswordAloneOpensNothing();
    void s26_aPasswordResetKeepsTheSecondFactor_data() { systems(); }
    void s26_aPasswordResetKeepsTheSecondFactor();
    void r10_parallelGuessesAreAllCounted_data() { systems(); }
    void r10_parallelGuessesAreAllCounted();
    void r11_anOpenChallengeIsLockedToo();
    void r13_forwardedAddressesDoNotCount_data() { systems(); }
    void r13_forwardedAddressesDoNotCount();
    void r13_callersBehindAProxyAreToldApart_data() { systems(); }
    void r13_callersBehindAProxyAreToldApart();
    void s18_aCodeIsAcceptedOnceOnAllSystemsTogether();
    void s24_aChallengeEndsWithItsFifthWrongCode();
    void s50_setupWorksOnceOnAllSystemsTogether();
    void r02_parallelSetupCreatesOneAdmin();

private:
    static void systems()
    {
        QTest::addColumn<bool>("isPipelit");
        QTest::newRow("authdesk") << false;
        QTest::newRow("pipelit") << true;
    }
    /// Everything that a client sees, but for the request's own number.
    static QByteArray seen(const HttpAnswer &answer)
    {
        QByteArray text;
        for (const QByteArray &line : answer.head.split('\n')) {
            if (!line.toLower().startsWith("x-request-id:"))
                text += line + '\n';
        }
        return text + answer.body;
    }
};

void TestSignInRules::s13_refusalsAreAlike()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const auto refusal = [&](const QByteArray &name, const QByteArray &word) {
        const quint64 before = server.hasher().count();
        const HttpAnswer answer = server.call(passwordCall(isPipelit, name, word));
        return qMakePair(seen(answer), server.hasher().count() - before);
    };
    (void)cast.value("admin", "token");
    const QByteArray disabled = cast.value("disabled", "password");
    const QByteArray locked = cast.value("locked", "password");
    const auto wrong = refusal("ada", "wrong");
    QVERIFY(wrong.first.startsWith("HTTP/1.1 401"));
    QVERIFY(wrong.second >= 1);
    QCOMPARE(refusal("nobody-at-all", "wrong"), wrong);
    QCOMPARE(refusal("disabled-person", "wrong"), wrong);
    QCOMPARE(refusal("disabled-person", disabled), wrong);
    QCOMPARE(refusal("locked-person", "wrong"), wrong);
    QCOMPARE(refusal("locked-person", locked), wrong);
}

void TestSignInRules::r09_anEmptyPasswordIsAWrongOne()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    (void)cast.value("admin", "token");
    quint64 before = server.hasher().count();
    const QByteArray wrong = seen(server.call(passwordCall(isPipelit, "ada", "wrong")));
    const quint64 work = server.hasher().count() - before;
    before = server.hasher().count();
    QCOMPARE(seen(server.call(passwordCall(isPipelit, "ada", ""))), wrong);
    QCOMPARE(server.hasher().count() - before, work);
    QCOMPARE(seen(server.call(passwordCall(isPipelit, "nobody-at-all", ""))), wrong);
}

void TestSignInRules::r04_aLockHoldsOnEveryRoute()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray name = cast.value("user", "name");
    const QByteArray right = cast.value("user", "password");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(server.call(passwordCall(isPipelit, name, "wrong")).status, 401);
    QCOMPARE(server.call(passwordCall(false, name, right)).status, 401);
    QCOMPARE(server.call(passwordCall(true, name, right)).status, 401);
    QCOMPARE(server
                 .call({.method = "POST",
                        .path = "/pipelit/api/v1/auth/token/",
                        .body = passwordCall(true, name, right).body})
                 .status,
             401);
    // Whoever is signed in already is not touched.
    QCOMPARE(
        server.call({.method = "GET", .path = "/admin/v1/me", .token = cast.value("user", "token")})
            .status,
        200);
}

void TestSignInRules::r04_aLockEndsAfterAMinute()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray name = cast.value("user", "name");
    const QByteArray right = cast.value("user", "password");
    for (int i = 0; i < 10; ++i)
        (void)server.call(passwordCall(isPipelit, name, "wrong"));
    QCOMPARE(server.call(passwordCall(isPipelit, name, right)).status, 401);
    server.clock().advanceSeconds(61);
    QCOMPARE(server.call(passwordCall(isPipelit, name, right)).status, 200);
}

void TestSignInRules::r04_aLockOfCodesHoldsOnEveryRoute()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray name = cast.value("mfa", "name");
    const auto wrongCode = [&]() -> HttpAnswer {
        if (isPipelit) {
            (void)server.call(passwordCall(true, name, cast.value("mfa", "password")));
            return cast.loginVerify("mfa-person", "000000");
        }
        return cast.verify(cast.value("mfa", "mfa_token"), "000000");
    };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(wrongCode().status, 401);
    // The right password meets a locked second step: that system's 401, with a time.
    for (const bool other : {false, true}) {
        const HttpAnswer answer =
            server.call(passwordCall(other, name, cast.value("mfa", "password")));
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
        QVERIFY(!answer.body.contains("mfa_token"));
    }
    server.clock().advanceSeconds(61);
    const HttpAnswer in = cast.verify(cast.value("mfa", "mfa_token"), cast.value("mfa", "code"));
    QCOMPARE(in.status, 200);
}

void TestSignInRules::s27_aPasswordAloneOpensNothing()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const HttpAnswer answer = server.call(
        passwordCall(isPipelit, cast.value("mfa", "name"), cast.value("mfa", "password")));
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json().contains("access_token"_L1));
    QVERIFY(!answer.json().contains("refresh_token"_L1));
    QVERIFY(answer.text("key"_L1).isEmpty());
    // What it does hand out is no token, no refresh token and no change token.
    const QByteArray challenge = cast.value("mfa", "mfa_token");
    for (const char *const path :
         {"/admin/v1/me", "/admin/v1/me/mfa", "/api/v1/auth/me/", "/api/v1/auth/mfa/status/"})
        QCOMPARE(server.call({.method = "GET", .path = path, .token = challenge}).status, 401);
    QCOMPARE(cast.refresh(challenge).status, 401);
    QCOMPARE(cast.changePassword(challenge).status, 401);
}

void TestSignInRules::s26_aPasswordResetKeepsTheSecondFactor()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray once =
        cast.post("/admin/v1/users/" + cast.value("mfa", "id") + "/reset-password",
                  cast.value("admin", "token"))
            .text("one_time_password"_L1);
    const HttpAnswer first = server.call(passwordCall(isPipelit, "mfa-person", once));
    // The second factor comes before the new password.
    QCOMPARE(first.status, 200);
    QVERIFY(!first.body.contains("change_token"));
    const QByteArray code = cast.value("mfa", "code");
    const HttpAnswer second = isPipelit ? cast.loginVerify("mfa-person", code)
                                        : cast.verify(first.text("mfa_token"_L1), code);
    QCOMPARE(second.status, isPipelit ? 401 : 200);
    QVERIFY(second.json().contains("change_token"_L1));
    QVERIFY(!second.json().contains("access_token"_L1));
    QCOMPARE(cast.changePassword(second.text("change_token"_L1)).status, 200);
}

void TestSignInRules::r10_parallelGuessesAreAllCounted()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    Cast cast(server);
    const QByteArray name = cast.value("user", "name");
    const HttpCall wrong = passwordCall(isPipelit, name, "wrong");
    for (const HttpAnswer &answer : exchangeAtOnce(server.url(), QList<HttpCall>(10, wrong)))
        QCOMPARE(answer.status, 401);
    QCOMPARE(server.call(passwordCall(isPipelit, name, cast.value("user", "password"))).status,
             401);
}

void TestSignInRules::r11_anOpenChallengeIsLockedToo()
{
    TestServer server;
    Cast cast(server);
    const QByteArray open = cast.value("mfa", "mfa_token");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(cast.verify(cast.value("mfa", "mfa_token"), "000000").status, 401);
    QCOMPARE(cast.verify(open, cast.value("mfa", "code")).status, 401);
}

void TestSignInRules::r13_forwardedAddressesDoNotCount()
{
    QFETCH(bool, isPipelit);
    TestServerOptions options;
    options.service.addressLimit = 5;
    TestServer server(options);
    Cast cast(server);
    (void)cast.value("admin", "token");
    for (int i = 0; i < 5; ++i) {
        HttpCall call = passwordCall(isPipelit, "name" + QByteArray::number(i), "wrong");
        call.headers.append("X-Forwarded-For: 192.0.2." + QByteArray::number(i));
        QCOMPARE(server.call(call).status, 401);
    }
    for (const bool other : {false, true}) {
        const HttpAnswer answer = server.call(passwordCall(other, "ada", "correct-horse-battery"));
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
    }
    server.clock().advanceSeconds(61);
    QCOMPARE(server.call(passwordCall(isPipelit, "ada", "correct-horse-battery")).status, 200);
}

void TestSignInRules::r13_callersBehindAProxyAreToldApart()
{
    QFETCH(bool, isPipelit);
    TestServerOptions options;
    options.service.addressLimit = 5;
    options.proxies = {{QHostAddress(QHostAddress::LocalHost), 32}};
    TestServer server(options);
    Cast cast(server);
    (void)cast.value("admin", "token");
    const auto from = [&](const QByteArray &chain, const QByteArray &name,
                          const QByteArray &password) {
        HttpCall call = passwordCall(isPipelit, name, password);
        call.headers.append("X-Forwarded-For: " + chain);
        return server.call(call).status;
    };
    // What the caller wrote stands in front of what the proxy knows.
    for (int i = 0; i < 5; ++i) {
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(from("192.0.2." + number + ", 203.0.113.5", "name" + number, "wrong"), 401);
    }
    QCOMPARE(from("203.0.113.5", "ada", "correct-horse-battery"), 429);
    QCOMPARE(from("203.0.113.5, 203.0.113.6", "ada", "correct-horse-battery"), 200);
    const QByteArray events = server
                                  .call({.method = "GET",
                                         .path = "/admin/v1/audit-events",
                                         .token = cast.value("admin", "token")})
                                  .body;
    QVERIFY(events.contains("\"203.0.113.5\"") && events.contains("\"203.0.113.6\""));
    QVERIFY2(!events.contains("\"192.0.2."), events.constData());
}

void TestSignInRules::s18_aCodeIsAcceptedOnceOnAllSystemsTogether()
{
    TestServer server;
    Cast cast(server);
    const QByteArray challenge = cast.value("mfa", "mfa_token");
    const QByteArray code = cast.value("mfa", "code");
    (void)server.call(passwordCall(true, "mfa-person", cast.value("mfa", "password")));
    QCOMPARE(cast.loginVerify("mfa-person", code).status, 200);
    QCOMPARE(cast.verify(challenge, code).status, 401);
    // A recovery code as well.
    const auto withBackup = [&] {
        return cast.verify(cast.value("mfa", "mfa_token"), cast.value("mfa", "backup"));
    };
    QCOMPARE(withBackup().status, 200);
    QCOMPARE(withBackup().status, 401);
}

void TestSignInRules::s24_aChallengeEndsWithItsFifthWrongCode()
{
    TestServer server;
    Cast cast(server);
    const QByteArray challenge = cast.value("mfa", "mfa_token");
    const auto verify = [&](const QByteArray &code) { return cast.verify(challenge, code); };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(verify("000000").status, 401);
    const QByteArray code = cast.value("mfa", "code");
    const HttpAnswer dead = verify(code);
    QCOMPARE(dead.status, 401);
    QVERIFY2(dead.body.contains("challenge_ended"), dead.body.constData());
    // The code was not looked at, so it is not spent.
    QCOMPARE(cast.verify(cast.value("mfa", "mfa_token"), code).status, 200);
}

void TestSignInRules::s50_setupWorksOnceOnAllSystemsTogether()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("admin", "token");
    const QByteArray body = R"({"username":"eve","password":"correct-horse-battery"})";
    QCOMPARE(cast.post("/admin/v1/setup", {}, body).status, 409);
    QCOMPARE(cast.post("/api/v1/auth/setup/", {}, body).status, 409);
    QCOMPARE(cast.post("/pipelit/api/v1/auth/setup/", {}, body).status, 409);
    QCOMPARE(server.call(passwordCall(false, "eve", "correct-horse-battery")).status, 401);
}

void TestSignInRules::r02_parallelSetupCreatesOneAdmin()
{
    TestServer server;
    QList<HttpCall> calls;
    for (int i = 0; i < 24; ++i) {
        calls.append({.method = "POST",
                      .path = i % 2 == 0 ? "/admin/v1/setup" : "/api/v1/auth/setup/",
                      .body = R"({"username":"admin)" + QByteArray::number(i)
                              + R"(","password":"correct-horse-battery"})"});
    }
    int made = 0;
    int refused = 0;
    QByteArray token;
    for (const HttpAnswer &answer : exchangeAtOnce(server.url(), calls)) {
        if (answer.status == 200 || answer.status == 201) {
            ++made;
            token = answer.text("key"_L1) + answer.text("access_token"_L1);
        } else if (answer.status == 409) {
            ++refused;
        }
    }
    QCOMPARE(made, 1);
    QCOMPARE(refused, 23);
    QCOMPARE(server.call({.method = "GET", .path = "/admin/v1/users", .token = token})
                 .json()
                 .value("total"_L1)
                 .toInteger(),
             1);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestSignInRules)
#include "tst_signinrules.moc"
