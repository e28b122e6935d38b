// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Pipelit's own front end of the documented generation asks, call for call with the headers
// that it sends, against a port of its own. It takes every 401 of a signed-in call as the end of
// the sign-in, reads no cookie, and tries its socket again and again.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray codeBody(const QByteArray &code)
{
    return "{\"code\":\"" + code + "\"}";
}

QByteArray verifyBody(const QByteArray &code)
{
    return "{\"username\":\"admin\",\"code\":\"" + code + "\"}";
}

const QList<QByteArray> browserHeaders{"Content-Type: application/json", "Accept: */*",
                                       "Sec-Fetch-Site: same-origin"};

} // namespace

class TestPipelitFrontend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void goesItsWay();
    void triesItsSocketAsOftenAsItLikes();
    void findsNothingElseOnItsPort_data();
    void findsNothingElseOnItsPort();
    void isToldWhatAnswers();

private:
    /// `key`: what stands in its local storage.
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        const HttpAnswer answer = exchange(m_server->ownUrl(), {.method = method,
                                                                .path = "/api/v1" + path,
                                                                .token = m_key,
                                                                .body = body,
                                                                .headers = browserHeaders});
        if (!answer.header("Set-Cookie").isEmpty())
            qFatal("%s sets a cookie", path.constData());
        if (!answer.header("Content-Type").startsWith("application/json"))
            qFatal("%s answers %d without JSON", path.constData(), answer.status);
        return answer;
    }
    HttpAnswer openSocket()
    {
        return exchange(m_server->ownUrl(),
                        {.method = "GET",
                         .path = "/ws/?token=" + m_key,
                         .headers = {"Upgrade: websocket", "Sec-WebSocket-Version: 13",
                                     "Sec-WebSocket-Key: dGhlIHNhbXBsZQ=="}});
    }
    QByteArray code(const QByteArray &secret, int steps = 0)
    {
        return server::crypto::totpCode(Cast::secretOf(secret),
                                        server::crypto::totpStepAt(m_server->clock().now()) + steps)
            .toLatin1();
    }
    QByteArray wrong(const QByteArray &secret)
    {
        const QByteArray right = code(secret);
        return right.first(5) + (right.endsWith('0') ? '5' : '0');
    }

    std::unique_ptr<TestServer> m_server;
    QByteArray m_key;
};

void TestPipelitFrontend::init()
{
    m_server = std::make_unique<TestServer>(TestServerOptions{.ownListeners = {u"pipelit"_s}});
    m_key.clear();
}

void TestPipelitFrontend::goesItsWay()
{
    const QByteArray account = R"({"username":"admin","password":"correct-horse-battery"})";
    // 1, 2: the wizard.
    QCOMPARE(ask("GET", "/auth/setup-status/").json().value("needs_setup"_L1), QJsonValue(true));
    const HttpAnswer setUp = ask("POST", "/auth/setup/", account);
    QCOMPARE(setUp.status, 200);
    m_key = setUp.text("key"_L1);
    QVERIFY(!m_key.isEmpty());
    // 3, 4: the first page; the name is not known yet.
    QCOMPARE(ask("GET", "/auth/me/").text("username"_L1), "admin");
    QCOMPARE(openSocket().status, 404);
    QCOMPARE(ask("GET", "/workflows/?limit=50").status, 404);
    // 5 to 8: settings, the second factor: wrong, then right.
    QCOMPARE(ask("GET", "/auth/mfa/status/").json().value("mfa_enabled"_L1), QJsonValue(false));
    const HttpAnswer begun = ask("POST", "/auth/mfa/setup/");
    QCOMPARE(begun.status, 200);
    const QByteArray secret = begun.text("secret"_L1);
    QCOMPARE(secret.size(), 32);
    QVERIFY(begun.text("provisioning_uri"_L1).startsWith("otpauth://totp/"));
    QCOMPARE(ask("POST", "/auth/mfa/verify/", codeBody(wrong(secret))).status, 400);
    QCOMPARE(
        ask("POST", "/auth/mfa/verify/", codeBody(code(secret))).json().value("mfa_enabled"_L1),
        QJsonValue(true));
    QCOMPARE(ask("GET", "/auth/me/").status, 200); // still in
    // 9, 10: out, which tells the server nothing; the sign-in page.
    m_key.clear();
    QCOMPARE(ask("GET", "/auth/setup-status/").json().value("needs_setup"_L1), QJsonValue(false));
    const QByteArray guess = R"({"username":"admin","password":"wrong-horse"})";
    QCOMPARE(ask("POST", "/auth/token/", guess).status, 401);
    // 11 to 13: in again, by both steps, in the next half minute.
    m_server->clock().advanceSeconds(30);
    const HttpAnswer asked = ask("POST", "/auth/token/", account);
    QCOMPARE(asked.status, 200);
    QCOMPARE(asked.json().value("requires_mfa"_L1), QJsonValue(true));
    QCOMPARE(ask("POST", "/auth/mfa/login-verify/", verifyBody(wrong(secret))).status, 401);
    const HttpAnswer in = ask("POST", "/auth/mfa/login-verify/", verifyBody(code(secret)));
    QCOMPARE(in.status, 200);
    m_key = in.text("key"_L1);
    QVERIFY(!m_key.isEmpty());
    // 14: every other page, and the second factor off.
    for (const char *page : {"/workflows/?limit=50", "/credentials/", "/executions/",
                             "/memories/facts/", "/memories/episodes/", "/epics/"})
        QCOMPARE(ask("GET", page).status, 404);
    const QJsonObject agents = ask("GET", "/users/agents/?limit=50").json();
    QCOMPARE(agents, (QJsonObject{{u"items"_s, QJsonArray()}, {u"total"_s, 0}}));
    QCOMPARE(ask("POST", "/auth/mfa/disable/", codeBody(wrong(secret))).status, 400);
    m_server->clock().advanceSeconds(30);
    QCOMPARE(
        ask("POST", "/auth/mfa/disable/", codeBody(code(secret))).json().value("mfa_enabled"_L1),
        QJsonValue(false));
    QCOMPARE(ask("GET", "/auth/me/").status, 200);
}

void TestPipelitFrontend::triesItsSocketAsOftenAsItLikes()
{
    const QByteArray account = R"({"username":"admin","password":"correct-horse-battery"})";
    m_key = ask("POST", "/auth/setup/", account).text("key"_L1);
    for (int i = 0; i < 150; ++i) {
        const HttpAnswer answer = openSocket();
        QCOMPARE(answer.status, 404);
        QVERIFY(!(answer.head + answer.body).contains(m_key));
    }
    // No limit has counted them.
    QCOMPARE(ask("POST", "/auth/token/", account).status, 200);
    QVERIFY(m_server->logged().contains("GET /ws/ 404"_L1));
    QVERIFY(!m_server->logged().contains(QString::fromLatin1(m_key)));
    const HttpAnswer requests =
        m_server->call({.method = "GET", .path = "/admin/v1/requests?limit=200", .token = m_key});
    QCOMPARE(requests.status, 200);
    QVERIFY(requests.body.contains("/ws/"));
    QVERIFY(!requests.body.contains(m_key));
}

void TestPipelitFrontend::findsNothingElseOnItsPort_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/pipelit/api/v1/auth/me/", "/admin/v1/me", "/admin/v1/setup",
                             "/metrics", "/readyz", "/pipelit/health", "/api/v1/health-check"})
        QTest::newRow(path) << QByteArray(path);
}

void TestPipelitFrontend::findsNothingElseOnItsPort()
{
    QFETCH(QByteArray, path);
    QCOMPARE(exchange(m_server->ownUrl(), {.method = "GET", .path = path}).status, 404);
}

void TestPipelitFrontend::isToldWhatAnswers()
{
    const auto get = [&](const QByteArray &path) {
        return exchange(m_server->ownUrl(), {.method = "GET", .path = path});
    };
    QCOMPARE(get("/health").json().value("status"_L1), QJsonValue(u"ok"_s));
    QCOMPARE(get("/healthz").json().value("status"_L1), QJsonValue(u"ok"_s));
    const QJsonObject paths = get("/openapi.json").json().value("paths"_L1).toObject();
    QVERIFY(paths.contains("/api/v1/users/{user_id}/keys"_L1));
    QVERIFY(!paths.contains("/admin/v1/me"_L1));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestPipelitFrontend)
#include "tst_pipelitfrontend.moc"
