// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a token opens, for how long, and what ends it, over HTTP and on both APIs at once. Numbers
// are those of the project's security statements.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using server::http::Right;

class TestTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s32_everythingEndsAtOnce_data();
    void s32_everythingEndsAtOnce();
    void s32_lossOfARoleCountsAtOnce();
    void s36_noTokenPassesForAnother();
    void s37_anOldRefreshTokenEndsTheSession();
    void s37_parallelRefreshesHaveOneWinner();
    void s38_aSessionEndsWithItsAbsoluteLife();
    void s46_everyRowAsksForAToken();
    void s46_everyRowAsksForItsRight();
    void s46_aHeldBackTokenOpensNothingElse();
    void s46_noFieldIsAssignedThatIsNotYours_data();
    void s46_noFieldIsAssignedThatIsNotYours();

private:
    static int statusOfMe(const TestServer &server, const QByteArray &token, bool isPipelit)
    {
        return server
            .call({.method = "GET",
                   .path = isPipelit ? "/api/v1/auth/me/" : "/admin/v1/me",
                   .token = token})
            .status;
    }
    /// Every row that asks for something, with its {…} filled in.
    template <typename Function>
    static void forEachGuardedRow(TestServer &server, Function &&function)
    {
        server::http::RequestLog log(server.clock());
        for (const auto &mount : systems::routes::rootMounts(server.services(), log)) {
            for (const server::http::Route &route : mount.routes) {
                if (route.right.kind() == Right::Kind::Anyone)
                    continue;
                QByteArray path = mount.prefix + route.path;
                path.replace("{id}", "1");
                function(route,
                         HttpCall{.method = server::http::methodName(route.method).toByteArray(),
                                  .path = path});
            }
        }
    }
};

void TestTokens::s32_everythingEndsAtOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *method, const char *path, const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body);
    };
    row("disabled", "PATCH", "/admin/v1/users/ID", R"({"status":"disabled"})");
    row("past the end", "PATCH", "/admin/v1/users/ID", R"({"valid_until":"2020-01-01T00:00:00Z"})");
    row("deleted", "DELETE", "/admin/v1/users/ID", "");
    row("revoked", "POST", "/admin/v1/users/ID/revoke-sessions", "");
    row("password reset", "POST", "/admin/v1/users/ID/reset-password", "");
    row("second factor reset", "POST", "/admin/v1/users/ID/reset-mfa", "");
}

void TestTokens::s32_everythingEndsAtOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("user", "token");
    const QByteArray key = cast.value("user", "key");
    // Both are in memory before they end.
    for (const bool isPipelit : {false, true}) {
        QCOMPARE(statusOfMe(server, token, isPipelit), 200);
        QCOMPARE(statusOfMe(server, key, isPipelit), 200);
    }
    path.replace("ID", cast.value("user", "id"));
    const int status = server
                           .call({.method = method,
                                  .path = path,
                                  .token = cast.value("admin", "token"),
                                  .body = body})
                           .status;
    QVERIFY(status == 200 || status == 204);
    for (const bool isPipelit : {false, true}) {
        QCOMPARE(statusOfMe(server, token, isPipelit), 401);
        QCOMPARE(statusOfMe(server, key, isPipelit), 401);
    }
    QCOMPARE(cast.refresh(cast.value("user", "refresh")).status, 401);
    QCOMPARE(statusOfMe(server, cast.value("admin", "token"), false), 200);
}

void TestTokens::s32_lossOfARoleCountsAtOnce()
{
    TestServer server;
    Cast cast(server);
    const HttpCall list{
        .method = "GET", .path = "/admin/v1/users", .token = cast.value("second", "token")};
    QCOMPARE(server.call(list).status, 200);
    const HttpCall demote{.method = "PATCH",
                          .path = "/admin/v1/users/" + cast.value("second", "id"),
                          .token = cast.value("admin", "token"),
                          .body = R"({"role":"user"})"};
    QCOMPARE(server.call(demote).status, 200);
    const int afterwards = server.call(list).status;
    QVERIFY(afterwards == 403 || afterwards == 401);
}

void TestTokens::s36_noTokenPassesForAnother()
{
    TestServer server;
    Cast cast(server);
    const QByteArray refresh = cast.value("user", "refresh");
    const QByteArray access = cast.value("user", "token");
    const QByteArray key = cast.value("user", "key");
    const QByteArray change = cast.value("invited", "change_token");
    for (const bool isPipelit : {false, true}) {
        QCOMPARE(statusOfMe(server, refresh, isPipelit), 401);
        QCOMPARE(statusOfMe(server, change, isPipelit), 401);
    }
    for (const QByteArray &token : std::initializer_list<QByteArray>{access, key, change})
        QCOMPARE(cast.refresh(token).status, 401);
}

void TestTokens::s37_anOldRefreshTokenEndsTheSession()
{
    TestServer server;
    Cast cast(server);
    const QByteArray old = cast.value("user", "refresh");
    const HttpAnswer renewed = cast.refresh(old);
    QCOMPARE(renewed.status, 200);
    const QByteArray access = renewed.text("access_token"_L1);
    const QByteArray next = renewed.text("refresh_token"_L1);
    QVERIFY(next != old);
    QCOMPARE(statusOfMe(server, access, false), 200);
    server.clock().advanceSeconds(60);
    const HttpAnswer reused = cast.refresh(old);
    QCOMPARE(reused.status, 401);
    QVERIFY2(reused.body.contains("refresh_reused"), reused.body.constData());
    QCOMPARE(statusOfMe(server, access, false), 401);
    QCOMPARE(statusOfMe(server, access, true), 401);
    QCOMPARE(cast.refresh(next).status, 401);
}

void TestTokens::s37_parallelRefreshesHaveOneWinner()
{
    TestServer server;
    Cast cast(server);
    const HttpCall call{.method = "POST",
                        .path = "/admin/v1/sign-in/refresh",
                        .body = R"({"refresh_token":")" + cast.value("user", "refresh") + "\"}"};
    int winners = 0;
    for (const HttpAnswer &answer : exchangeAtOnce(server.url(), QList<HttpCall>(8, call))) {
        winners += answer.status == 200 ? 1 : 0;
        QVERIFY(answer.status == 200 || answer.status == 401);
    }
    QCOMPARE(winners, 1);
}

void TestTokens::s38_aSessionEndsWithItsAbsoluteLife()
{
    TestServer server;
    Cast cast(server);
    QByteArray refresh = cast.value("user", "refresh");
    QByteArray access = cast.value("user", "token");
    const QByteArray key = cast.value("user", "key");
    server.clock().advanceSeconds(16 * 60);
    QCOMPARE(statusOfMe(server, access, false), 401);
    for (int days = 0; days < 80; days += 20) {
        const HttpAnswer renewed = cast.refresh(refresh);
        QCOMPARE(renewed.status, 200);
        refresh = renewed.text("refresh_token"_L1);
        server.clock().advanceDays(20);
    }
    const auto renew = [&] { return cast.refresh(refresh).status; };
    server.clock().advanceDays(11);
    QCOMPARE(renew(), 401);
    QCOMPARE(statusOfMe(server, key, true), 200);
    server.clock().advanceDays(365 - 91 + 1);
    QCOMPARE(statusOfMe(server, key, true), 401);
}

void TestTokens::s46_everyRowAsksForAToken()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("admin", "token");
    int rows = 0;
    forEachGuardedRow(server, [&](const server::http::Route &, const HttpCall &call) {
        ++rows;
        QVERIFY2(server.call(call).status == 401, call.path.constData());
        HttpCall junk = call;
        junk.token = "bm90LWEtdG9rZW4";
        const HttpAnswer answer = server.call(junk);
        QVERIFY2(answer.status == 401, call.path.constData());
        QCOMPARE(answer.header("WWW-Authenticate"), "Bearer");
    });
    QVERIFY(rows > 30);
}

void TestTokens::s46_everyRowAsksForItsRight()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("user", "token");
    int rows = 0;
    forEachGuardedRow(server, [&](const server::http::Route &route, HttpCall call) {
        if (route.right.kind() != Right::Kind::Statement)
            return;
        ++rows;
        call.token = token;
        call.body = call.method == "PATCH" || call.method == "POST" ? "{}" : "";
        QVERIFY2(server.call(call).status == 403, call.path.constData());
    });
    QVERIFY(rows > 10);
}

void TestTokens::s46_aHeldBackTokenOpensNothingElse()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("enrolling", "token");
    int rows = 0;
    forEachGuardedRow(server, [&](const server::http::Route &route, HttpCall call) {
        if (route.right.kind() == Right::Kind::Enrolling)
            return;
        ++rows;
        call.token = token;
        const HttpAnswer answer = server.call(call);
        QVERIFY2(answer.status == 403, call.path.constData());
        // Each API in its own words; a right that is missing would be told otherwise.
        const bool isOurs = call.path.startsWith("/admin/");
        const char *reason = isOurs ? "enrollment_required" : "Set up a second factor first";
        QVERIFY2(answer.body.contains(reason), answer.body.constData());
    });
    QVERIFY(rows > 15);
}

void TestTokens::s46_noFieldIsAssignedThatIsNotYours_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isOwn");
    const auto row = [](const char *name, const char *body, bool isOwn) {
        QTest::newRow(name) << QByteArray(body) << isOwn;
    };
    row("one's own role", R"({"role":"predefined_super_admin"})", true);
    row("one's own role as an object", R"({"role":{"slug":"admin"}})", true);
    row("one's own role number", R"({"role_id":1})", true);
    row("superuser", R"({"first_name":"x","is_superuser":true})", true);
    row("policies", R"({"policies":[{"actions":["manage"],"subjects":["all"]}]})", true);
    row("one's own status", R"({"status":"active"})", true);
    row("one's own end", R"({"valid_until":null})", true);
    row("one's own password", R"({"password":"quite-another-sentence"})", true);
    row("one's own second factor", R"({"mfa_enabled":false})", true);
    row("one's own number", R"({"id":1})", true);
    row("a person's number", R"({"id":1,"first_name":"x"})", false);
    row("a person's uid", R"({"uid":"00000000-0000-0000-0000-000000000000"})", false);
    row("a person's password", R"({"password":"quite-another-sentence"})", false);
    row("a person's second factor", R"({"mfa_enabled":true,"mfa_methods":[]})", false);
    row("a person's duty", R"({"must_change_password":false})", false);
    row("a person's version", R"({"version":99})", false);
    row("a person's past", R"({"last_login_at":null,"created_at":"2020-01-01T00:00:00Z"})", false);
    row("a status that is not to set", R"({"status":"locked"})", false);
}

void TestTokens::s46_noFieldIsAssignedThatIsNotYours()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isOwn);
    TestServer server;
    Cast cast(server);
    const QByteArray path = "/admin/v1/users/" + cast.value("user", "id");
    const QByteArray admin = cast.value("admin", "token");
    const HttpCall look{.method = "GET", .path = path, .token = admin};
    const QByteArray before = server.call(look).body;
    const HttpAnswer answer = server.call({.method = "PATCH",
                                           .path = isOwn ? QByteArray("/admin/v1/me") : path,
                                           .token = isOwn ? cast.value("user", "token") : admin,
                                           .body = body});
    QCOMPARE(answer.status, 422);
    for (const QString &field : QJsonDocument::fromJson(body).object().keys()) {
        if (field != "first_name"_L1)
            QVERIFY2(answer.json()["error"_L1]["fields"_L1].toObject().contains(field),
                     answer.body.constData());
    }
    QCOMPARE(server.call(look).body, before);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestTokens)
#include "tst_tokens.moc"
