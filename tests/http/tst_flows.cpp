// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What takes more than one call: pages of a list, long polls, two who write at once, Pipelit's two
// steps, a listener for one system.

#include "tests/http/cast.h"
#include "tests/http/openapi.h"

#include <QtTest/QTest>

#include <future>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestFlows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesHoldEveryoneOnce_data();
    void pagesHoldEveryoneOnce();
    void aCursorOfAnotherQueryIsRefused();
    void anEditOfTheSameVersionHasOneWinner();
    void theLastAdminSurvivesARace();
    void aLongPollAnswersWithTheEventThatCame();
    void aLongPollEndsWithoutAnEvent();
    void aLongPollOfRequestsAnswersWithTheNextRequest();
    void theAuditTellsOldAndNew();
    void anExportIsSafeToOpenInASpreadsheet();
    void pipelitsSecondStepNeedsAFreshFirst_data();
    void pipelitsSecondStepNeedsAFreshFirst();
    void pipelitsKeyOutlivesItsFactor();
    void pipelitsDisableTakesEverythingAway();
    void aResetFactorLeadsStraightToANewOne();
    void anInvitedPersonComesInThroughPipelitAndOurOwnStep();
    void aListenerForOneSystemAnswersNothingElse_data();
    void aListenerForOneSystemAnswersNothingElse();
    void pipelitsListenerTellsItsHealth();
    void readinessFollowsTheDatabase();
};

void TestFlows::pagesHoldEveryoneOnce_data()
{
    QTest::addColumn<QByteArray>("sort");
    for (const char *sort :
         {"name", "username", "email", "role", "status", "mfa", "last_login_at", "created_at"}) {
        QTest::newRow(sort) << QByteArray(sort);
        QTest::newRow((QByteArray("-") + sort).constData()) << QByteArray("-") + sort;
    }
}

void TestFlows::pagesHoldEveryoneOnce()
{
    QFETCH(QByteArray, sort);
    TestServer server;
    Cast cast(server);
    for (const char *who : {"user", "second", "auditor", "disabled", "invited", "mfa"})
        (void)cast.value(who, "id");
    const QByteArray path = "/admin/v1/users?limit=2&sort=" + sort;
    QSet<qint64> seen;
    QByteArray cursor;
    int pages = 0;
    do {
        const HttpAnswer page =
            server.call({.method = "GET",
                         .path = cursor.isEmpty() ? path : path + "&cursor=" + cursor,
                         .token = cast.value("admin", "token")});
        QCOMPARE(page.status, 200);
        for (const QJsonValue item : page.json().value("items"_L1).toArray()) {
            const qint64 id = item["id"_L1].toInteger();
            QVERIFY(!seen.contains(id));
            seen.insert(id);
        }
        QCOMPARE(page.json().value("total"_L1).toInteger(), 7);
        cursor = QUrl::toPercentEncoding(page.json().value("next_cursor"_L1).toString());
        ++pages;
    } while (!cursor.isEmpty() && pages < 10);
    QCOMPARE(seen.size(), 7);
    QCOMPARE(pages, 4);
}

void TestFlows::aCursorOfAnotherQueryIsRefused()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("user", "id");
    const HttpAnswer page = server.call({.method = "GET",
                                         .path = "/admin/v1/users?limit=1&sort=username",
                                         .token = cast.value("admin", "token")});
    const QByteArray cursor =
        QUrl::toPercentEncoding(page.json().value("next_cursor"_L1).toString());
    QVERIFY(!cursor.isEmpty());
    const HttpAnswer other =
        server.call({.method = "GET",
                     .path = "/admin/v1/users?limit=1&sort=-last_login_at&cursor=" + cursor,
                     .token = cast.value("admin", "token")});
    QCOMPARE(other.status, 422);
    QVERIFY(other.json()["error"_L1]["fields"_L1].toObject().contains("cursor"_L1));
}

void TestFlows::anEditOfTheSameVersionHasOneWinner()
{
    TestServer server;
    Cast cast(server);
    QList<HttpCall> calls;
    for (int i = 0; i < 6; ++i)
        calls.append({.method = "PATCH",
                      .path = "/admin/v1/users/" + cast.value("user", "id"),
                      .token = cast.value("admin", "token"),
                      .body = "{\"first_name\":\"N" + QByteArray::number(i) + "\"}",
                      .headers = {"If-Match: \"" + cast.value("user", "version") + '"'}});
    int won = 0;
    for (const HttpAnswer &answer : exchangeAtOnce(server.url(), calls)) {
        won += answer.status == 200 ? 1 : 0;
        QVERIFY(answer.status == 200 || answer.status == 412);
    }
    QCOMPARE(won, 1);
}

void TestFlows::theLastAdminSurvivesARace()
{
    TestServer server;
    Cast cast(server);
    const QByteArray one = cast.value("admin", "id");
    const QByteArray other = cast.value("second", "id");
    const QByteArray token = cast.value("admin", "token");
    // Both at once, several times over: demote one, delete the other.
    QList<HttpCall> calls;
    for (int i = 0; i < 4; ++i) {
        calls.append({.method = "PATCH",
                      .path = "/admin/v1/users/" + one,
                      .token = token,
                      .body = "{\"role\":\"user\"}"});
        calls.append({.method = "DELETE", .path = "/admin/v1/users/" + other, .token = token});
    }
    (void)exchangeAtOnce(server.url(), calls);
    server::service::Actor all;
    all.statements = {{.actions = {model::Action::Manage}, .subjects = {model::Subject::All}}};
    const auto people = server.services().users().list(all, {});
    QVERIFY(people);
    int admins = 0;
    for (const model::User &user : people->items)
        admins += user.role.slug == model::userSlug ? 0 : 1;
    QVERIFY(admins >= 1);
}

void TestFlows::aLongPollAnswersWithTheEventThatCame()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const auto newest = [&] {
        return server
            .call({.method = "GET", .path = "/admin/v1/audit-events?limit=1", .token = token})
            .json()["items"_L1][0]["id"_L1]
            .toInteger();
    };
    const QByteArray path = "/admin/v1/audit-events?wait=30&after=" + QByteArray::number(newest());
    auto waiting = std::async(std::launch::async, [&server, path, token] {
        return exchange(server.url(), {.method = "GET", .path = path, .token = token});
    });
    // Nothing answers before something happens; the sign-in may come before the poll as well.
    (void)cast.signIn("admin");
    const HttpAnswer answer = waiting.get();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json().value("items"_L1).toArray().size() >= 1);
    QCOMPARE(answer.json()["items"_L1][0]["actor"_L1]["username"_L1].toString(), u"ada"_s);
}

void TestFlows::aLongPollEndsWithoutAnEvent()
{
    TestServer server;
    Cast cast(server);
    const HttpAnswer answer = server.call({.method = "GET",
                                           .path = "/admin/v1/audit-events?wait=1&after=100000",
                                           .token = cast.value("admin", "token")});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value("items"_L1).toArray().size(), 0);
}

void TestFlows::aLongPollOfRequestsAnswersWithTheNextRequest()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const QJsonArray before =
        server.call({.method = "GET", .path = "/admin/v1/requests", .token = token})
            .json()
            .value("items"_L1)
            .toArray();
    const QByteArray path =
        "/admin/v1/requests?wait=30&after=" + QByteArray::number(before[0]["id"_L1].toInteger());
    auto waiting = std::async(std::launch::async, [&server, path, token] {
        return exchange(server.url(), {.method = "GET", .path = path, .token = token});
    });
    (void)server.call({.method = "GET", .path = "/admin/v1/roles?x=1", .token = token});
    const HttpAnswer answer = waiting.get();
    QCOMPARE(answer.status, 200);
    const QJsonObject entry = answer.json()["items"_L1][0].toObject();
    QCOMPARE(entry.value("path"_L1).toString(), u"/admin/v1/roles"_s);
    QCOMPARE(entry.value("status"_L1).toInteger(), 422);
    QCOMPARE(entry.value("username"_L1).toString(), u"ada"_s);
}

void TestFlows::theAuditTellsOldAndNew()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    (void)server.call({.method = "PATCH",
                       .path = "/admin/v1/users/" + cast.value("user", "id"),
                       .token = token,
                       .body = "{\"first_name\":\"Uma\",\"role\":\"auditor\"}"});
    const QJsonObject event =
        server.call({.method = "GET", .path = "/admin/v1/audit-events?limit=1", .token = token})
            .json()["items"_L1][0]
            .toObject();
    QCOMPARE(event["target"_L1]["uid"_L1].toString().toUtf8(), cast.value("user", "uid"));
    QCOMPARE(event["actor"_L1]["username"_L1].toString(), u"ada"_s);
    QCOMPARE(event["changes"_L1]["first_name"_L1].toObject(),
             (QJsonObject{{u"old"_s, QString()}, {u"new"_s, u"Uma"_s}}));
    QCOMPARE(event["changes"_L1]["role"_L1].toObject(),
             (QJsonObject{{u"old"_s, u"user"_s}, {u"new"_s, u"auditor"_s}}));
}

void TestFlows::anExportIsSafeToOpenInASpreadsheet()
{
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "token");
    const QByteArray body = R"body({"username":"=HYPERLINK(1,2)"})body";
    QCOMPARE(cast.post("/admin/v1/users", admin, body).status, 201);
    const HttpAnswer csv =
        server.call({.method = "GET", .path = "/admin/v1/audit-events/export", .token = admin});
    QCOMPARE(csv.status, 200);
    QVERIFY(csv.body.contains(",\"'=HYPERLINK(1,2)\","));
    QVERIFY(!csv.body.contains(",\"=") && !csv.body.contains(",="));
    // For programs nothing is changed.
    const HttpAnswer json = server.call(
        {.method = "GET", .path = "/admin/v1/audit-events/export?format=json", .token = admin});
    const QJsonArray items = json.json().value("items"_L1).toArray();
    QCOMPARE(items.first()["target"_L1]["username"_L1].toString(), u"=HYPERLINK(1,2)"_s);
    const HttpAnswer list =
        server.call({.method = "GET", .path = "/admin/v1/audit-events?limit=200", .token = admin});
    QCOMPARE(items, list.json().value("items"_L1).toArray());
}

void TestFlows::pipelitsSecondStepNeedsAFreshFirst_data()
{
    QTest::addColumn<bool>("isOwnFirstStep");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("status");
    QTest::newRow("within five minutes") << false << 240 << 200;
    QTest::newRow("after five minutes") << false << 301 << 401;
    QTest::newRow("after a first step of another API") << true << 0 << 401;
}

void TestFlows::pipelitsSecondStepNeedsAFreshFirst()
{
    QFETCH(bool, isOwnFirstStep);
    QFETCH(int, seconds);
    QFETCH(int, status);
    TestServer server;
    Cast cast(server);
    const HttpCall first =
        passwordCall(!isOwnFirstStep, cast.value("mfa", "name"), cast.value("mfa", "password"));
    QCOMPARE(server.call(first).status, 200);
    server.clock().advanceSeconds(seconds);
    const QByteArray code = cast.value("mfa", "code");
    const HttpAnswer answer = cast.loginVerify(cast.value("mfa", "name"), code);
    QCOMPARE(answer.status, status);
    if (status == 401) {
        QVERIFY2(answer.body.contains("Invalid credentials."), answer.body.constData());
        // The code was not looked at, so it is still good.
        QCOMPARE(cast.verify(cast.value("mfa", "mfa_token"), code).status, 200);
    }
}

void TestFlows::pipelitsKeyOutlivesItsFactor()
{
    TestServer server;
    Cast cast(server);
    const QByteArray key = cast.value("user", "key");
    const QByteArray second = cast.value("user", "key");
    QVERIFY(key != second);
    const HttpCall me{.method = "GET", .path = "/api/v1/auth/me/", .token = key};
    QCOMPARE(server.call(me).text("username"_L1), "user-person");
    const HttpCall verify{.method = "POST",
                          .path = "/api/v1/auth/mfa/verify/",
                          .token = cast.value("pending", "key"),
                          .body = "{\"code\":\"" + cast.value("pending", "code") + "\"}"};
    QCOMPARE(server.call(verify).status, 200);
    const HttpAnswer after =
        server.call({.method = "GET", .path = "/api/v1/auth/me/", .token = verify.token});
    QCOMPARE(after.status, 200);
    QCOMPARE(after.json().value("mfa_enabled"_L1), QJsonValue(true));
}

void TestFlows::pipelitsDisableTakesEverythingAway()
{
    TestServer server;
    Cast cast(server);
    const HttpCall disable{.method = "POST",
                           .path = "/api/v1/auth/mfa/disable/",
                           .token = cast.value("mfa", "token"),
                           .body = "{\"code\":\"" + cast.value("mfa", "code") + "\"}"};
    QCOMPARE(server.call(disable).status, 200);
    const HttpAnswer state = server.call(
        {.method = "GET", .path = "/admin/v1/me/mfa", .token = cast.value("mfa", "token")});
    QCOMPARE(state.json(), (QJsonObject{{u"mfa_enabled"_s, false},
                                        {u"methods"_s, QJsonArray()},
                                        {u"backup_codes_remaining"_s, 0}}));
    QVERIFY(cast.signIn("mfa").json().contains("access_token"_L1));
}

void TestFlows::aResetFactorLeadsStraightToANewOne()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("enrolling", "token");
    const HttpCall users{.method = "GET", .path = "/admin/v1/me/sessions", .token = token};
    QCOMPARE(server.call(users).status, 403);
    const HttpAnswer started = cast.post("/admin/v1/me/mfa/totp/enable", token);
    QCOMPARE(started.status, 200);
    const base::Secret secret = Cast::secretOf(started.text("secret"_L1));
    const QByteArray code =
        server::crypto::totpCode(secret, server::crypto::totpStepAt(server.clock().now()))
            .toLatin1();
    QCOMPARE(
        cast.post("/admin/v1/me/mfa/totp/confirm", token, "{\"code\":\"" + code + "\"}").status,
        200);
    // The same token is a full one now.
    QCOMPARE(server.call(users).status, 200);
}

void TestFlows::anInvitedPersonComesInThroughPipelitAndOurOwnStep()
{
    TestServer server;
    Cast cast(server);
    const HttpAnswer refused = server.call(
        passwordCall(true, cast.value("invited", "name"), cast.value("invited", "password")));
    QCOMPARE(refused.status, 401);
    const HttpAnswer in = cast.changePassword(refused.text("change_token"_L1));
    QCOMPARE(in.status, 200);
    QCOMPARE(
        server.call(passwordCall(true, cast.value("invited", "name"), "quite-another-sentence"))
            .status,
        200);
    QCOMPARE(server
                 .call(passwordCall(true, cast.value("invited", "name"),
                                    cast.value("invited", "password")))
                 .status,
             401);
}

void TestFlows::aListenerForOneSystemAnswersNothingElse_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("foreign");
    QTest::newRow("pipelit") << u"pipelit"_s << QByteArray("/api/v1/auth/setup-status/")
                             << QByteArray("/admin/v1/setup");
    QTest::newRow("pipelit without its prefix")
        << u"pipelit"_s << QByteArray("/api/v1/auth/setup-status/")
        << QByteArray("/pipelit/api/v1/auth/setup-status/");
    QTest::newRow("authdesk") << u"authdesk"_s << QByteArray("/admin/v1/setup")
                              << QByteArray("/api/v1/auth/setup-status/");
}

void TestFlows::aListenerForOneSystemAnswersNothingElse()
{
    QFETCH(QString, system);
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, foreign);
    TestServerOptions options;
    options.system = system;
    TestServer server(options);
    QCOMPARE(server.call({.method = "GET", .path = own}).status, 200);
    QCOMPARE(server.call({.method = "GET", .path = foreign}).status, 404);
}

void TestFlows::pipelitsListenerTellsItsHealth()
{
    TestServerOptions options;
    options.system = u"pipelit"_s;
    TestServer server(options);
    const HttpAnswer well = server.call({.method = "GET", .path = "/health"});
    QCOMPARE(well.status, 200);
    QCOMPARE(well.json(), (QJsonObject{{u"status"_s, u"ok"_s},
                                       {u"version"_s, QStringLiteral(AUTHDESK_VERSION)},
                                       {u"redis"_s, true},
                                       {u"database"_s, true}}));
    server.breakDatabase();
    const HttpAnswer ill = server.call({.method = "GET", .path = "/health"});
    QCOMPARE(ill.status, 200);
    QCOMPARE(ill.text("status"_L1), "degraded"_ba);
    QCOMPARE(ill.json().value("database"_L1), QJsonValue(false));
    const OpenApi document(server.call({.method = "GET", .path = "/openapi.json"}).body);
    for (const HttpAnswer &answer : {well, ill}) {
        QCOMPARE(document.complaint(document.operation("GET", "/health"), 200, answer.body),
                 QString());
    }
    QCOMPARE(server.call({.method = "GET", .path = "/healthz"}).status, 200);
    // It is not printed among Pipelit's paths, so it is no business of the root.
    QCOMPARE(TestServer().call({.method = "GET", .path = "/health"}).status, 404);
}

void TestFlows::readinessFollowsTheDatabase()
{
    TestServer server;
    const HttpAnswer ready = server.call({.method = "GET", .path = "/readyz"});
    QCOMPARE(ready.status, 200);
    QCOMPARE(ready.body, R"({"database":true,"status":"ready"})"_ba);
    server.breakDatabase();
    const HttpAnswer broken = server.call({.method = "GET", .path = "/readyz"});
    QCOMPARE(broken.status, 503);
    QCOMPARE(broken.body, R"({"database":false,"status":"not_ready"})"_ba);
    QCOMPARE(server.call({.method = "GET", .path = "/healthz"}).status, 200);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestFlows)
#include "tst_flows.moc"
