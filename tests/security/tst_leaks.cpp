// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a secret must not turn up: in the files, in the log, in the audit, in answers; and what
// every answer carries so that nobody else keeps or reads it.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

namespace {

QMutex *const linesMutex = new QMutex;
QByteArray *const loggedLines = new QByteArray;

void keepLogLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    const QMutexLocker locker(linesMutex);
    loggedLines->append(line.toUtf8() + '\n');
}

/// Catches whatever anything tells Qt's log, while it lives.
class LogCatcher final
{
public:
    LogCatcher()
        : m_before(qInstallMessageHandler(&keepLogLine))
    {
        loggedLines->clear();
    }
    LogCatcher(const LogCatcher &) = delete;
    LogCatcher &operator=(const LogCatcher &) = delete;
    ~LogCatcher() { qInstallMessageHandler(m_before); }

    [[nodiscard]] static QByteArray lines()
    {
        const QMutexLocker locker(linesMutex);
        return *loggedLines;
    }

private:
    QtMessageHandler m_before;
};

/// Lives through everything that knows a secret, on both APIs, and returns every one of them.
QList<QByteArray> liveThroughEverything(Cast &cast)
{
    QList<QByteArray> secrets{"a-wrong-guess-of-ada",          "first-of-user-times",
                              cast.value("admin", "password"), cast.value("admin", "token"),
                              cast.value("admin", "refresh"),  cast.value("admin", "key")};
    const QByteArray admin = cast.value("admin", "token");
    for (const char *who : {"user", "mfa"}) {
        for (const char *field : {"password", "token", "refresh"})
            secrets << cast.value(who, field);
    }
    secrets << cast.value("user", "key") << cast.value("invited", "password")
            << cast.value("invited", "change_token") << cast.value("mfa", "totp")
            << cast.value("mfa", "backup") << cast.value("mfa", "backup2")
            << cast.value("mfa", "code") << cast.value("mfa", "mfa_token");
    for (const char *field : {"flat", "flatrefresh", "readkey", "writekey", "adminkey", "apikey"})
        secrets.prepend(cast.value("user", field));
    secrets.prepend(cast.value("mfa", "bloqd_challenge"));
    const HttpAnswer app = cast.post("/api/v1/auth/mfa/enable", cast.value("helpdesk", "token"));
    secrets.prepend(app.text("secret"_L1));
    for (const QJsonValue code : app.json()["backup_codes"_L1].toArray())
        secrets.prepend(code.toString().toLatin1());
    (void)cast.post("/admin/v1/sign-in", {},
                    R"({"login":"ada","password":"a-wrong-guess-of-ada"})");
    (void)cast.post("/api/v1/auth/token/", {},
                    R"({"username":"ada","password":"a-wrong-guess-of-ada"})");
    (void)cast.verify(secrets.last(), cast.value("mfa", "code"));
    const HttpAnswer recovered =
        cast.verify(cast.value("mfa", "mfa_token"), cast.value("mfa", "backup"));
    secrets << recovered.text("access_token"_L1) << recovered.text("refresh_token"_L1);
    const HttpAnswer renewed = cast.refresh(cast.value("user", "refresh"));
    secrets << renewed.text("access_token"_L1) << renewed.text("refresh_token"_L1);
    (void)cast.refresh(cast.value("user", "refresh")); // an old one came back
    (void)cast.post("/admin/v1/me/password", cast.value("second", "token"),
                    R"({"current_password":")" + cast.value("second", "password")
                        + R"(","new_password":"quite-another-sentence"})");
    secrets << cast.value("second", "password") << "quite-another-sentence";
    const QByteArray person = "/admin/v1/users/" + cast.value("user", "id");
    secrets << cast.post(person + "/reset-password", admin).text("one_time_password"_L1)
            << cast.post(person + "/reset-mfa", admin).text("one_time_code"_L1);
    return secrets;
}

} // namespace

class TestLeaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s30_noSecretLiesInTheDataFolder();
    void s48_noAuthenticatorSecretLiesInTheDataFolder();
    void s49_noSecretIsLoggedOrAudited();
    void s49_nothingSentForgesALine();
    void s49_figuresNameNobody();
    void s46_figuresAreForThisComputer_data();
    void s46_figuresAreForThisComputer();
    void s20_theSecretOfTheAppIsShownOnce();
    void s43_everyAnswerForbidsToKeepAndFrameIt_data();
    void s43_everyAnswerForbidsToKeepAndFrameIt();
    void r14_deepNestingIsRefused_data() { systems(); }
    void r14_deepNestingIsRefused();
    void s45_bodiesHaveALimit_data() { systems(); }
    void s45_bodiesHaveALimit();

private:
    static void systems()
    {
        QTest::addColumn<bool>("isPipelit");
        QTest::newRow("authdesk") << false;
        QTest::newRow("pipelit") << true;
    }
};

void TestLeaks::s30_noSecretLiesInTheDataFolder()
{
    TestServer server;
    Cast cast(server);
    const QList<QByteArray> secrets = liveThroughEverything(cast);
    const QByteArray stored = server.storedBytes();
    QVERIFY(stored.contains("mfa-person")); // looked in the right place
    QVERIFY(stored.contains("$argon2id$"));
    for (const QByteArray &secret : secrets) {
        QVERIFY(secret.size() >= 6);
        QVERIFY2(!stored.contains(secret), secret.constData());
        // Nor as the bytes that the text stands for.
        if (secret.size() == 43) {
            const QByteArray bytes = QByteArray::fromBase64(secret, QByteArray::Base64UrlEncoding);
            QVERIFY2(!stored.contains(bytes), secret.constData());
            QVERIFY2(!stored.contains(bytes.toHex()), secret.constData());
        } else if (secret.count('-') == 4 && secret.size() == 36) {
            const QByteArray bytes = QUuid::fromString(QLatin1StringView(secret)).toRfc4122();
            QVERIFY2(!stored.contains(bytes), secret.constData());
        }
    }
}

void TestLeaks::s48_noAuthenticatorSecretLiesInTheDataFolder()
{
    TestServer server;
    Cast cast(server);
    const QByteArray hex = cast.value("mfa", "totp_hex");
    const QByteArray pending = cast.value("pending", "totp_hex");
    const QByteArray stored = server.storedBytes();
    QVERIFY(stored.contains("pending-person"));
    for (const QByteArray &secret : {hex, pending}) {
        const QByteArray bytes = QByteArray::fromHex(secret);
        QVERIFY(bytes.size() >= 20);
        QVERIFY(!stored.contains(bytes));
        QVERIFY(!stored.contains(secret));
        QVERIFY(!stored.contains(bytes.toBase64()));
    }
    QVERIFY(!stored.contains(cast.value("mfa", "totp")));
    QVERIFY(!stored.contains(cast.value("pending", "totp")));
}

void TestLeaks::s49_noSecretIsLoggedOrAudited()
{
    const LogCatcher log;
    TestServer server;
    Cast cast(server);
    const QList<QByteArray> secrets = liveThroughEverything(cast);
    // In an address too, where a client puts it that does not know better.
    (void)server.call({.method = "GET", .path = "/ws/?token=" + cast.value("admin", "key")});
    (void)server.call({.method = "GET", .path = "/admin/v1/users?token=hidden-in-the-query"});
    QByteArray everything = LogCatcher::lines() + server.logged().toUtf8();
    QVERIFY(everything.contains("POST /admin/v1/sign-in/verify"));
    const QByteArray admin = cast.signIn("admin").text("access_token"_L1);
    QByteArray cursor;
    QByteArray audit;
    do {
        const HttpAnswer page = server.call(
            {.method = "GET", .path = "/admin/v1/audit-events?limit=200" + cursor, .token = admin});
        QCOMPARE(page.status, 200);
        audit += page.body;
        const QByteArray next = page.text("next_cursor"_L1);
        cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next;
    } while (!cursor.isEmpty());
    for (const char *action : {"setup.completed", "sign_in.failed", "session.reuse_detected",
                               "password.changed", "mfa.enabled", "user.created"})
        QVERIFY2(audit.contains(action), action);
    everything += audit;
    everything +=
        server.call({.method = "GET", .path = "/admin/v1/requests?limit=200", .token = admin}).body;
    for (const QByteArray &secret : secrets)
        QVERIFY2(!everything.contains(secret), secret.constData());
    QVERIFY(!everything.contains("hidden-in-the-query"));
}

void TestLeaks::s49_nothingSentForgesALine()
{
    const LogCatcher log;
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "token");
    const qsizetype before = server.logged().count(u'\n');
    int calls = 0;
    const auto send = [&](const HttpCall &call, std::initializer_list<int> statuses) {
        ++calls;
        const int status = server.call(call).status;
        return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
    };
    const QByteArray name = R"(eve\r\nGET /forged 200 ada\u2028\u0000\u001b[2J)";
    QVERIFY(send(passwordCall(false, name, "wrong"), {401, 422}));
    QVERIFY(send(passwordCall(true, name, "wrong"), {401, 422}));
    QVERIFY(send({.method = "POST",
                  .path = "/admin/v1/users",
                  .token = admin,
                  .body = R"({"username":")" + name + "\"}"},
                 {422}));
    QVERIFY(send({.method = "PATCH",
                  .path = "/admin/v1/me",
                  .token = admin,
                  .body = R"({"first_name":")" + name + "\"}"},
                 {422}));
    QVERIFY(send({.method = "GET", .path = "/admin/v1/me%0d%0aGET%20/forged%20200", .token = admin},
                 {400, 404}));
    // A line end or another control character inside a header is no header any more.
    QVERIFY(send({.method = "GET",
                  .path = "/admin/v1/me",
                  .token = admin,
                  .headers = {"X-Agent: a\n GET /forged 200"}},
                 {400}));
    QVERIFY(send({.method = "GET",
                  .path = "/admin/v1/me",
                  .token = admin,
                  .headers = {"X-Agent: a\x1b[2JGET /forged 200"}},
                 {400}));
    const QString lines = server.logged();
    QVERIFY(lines.count(u'\n') <= before + calls);
    for (const QString &line : lines.split(u'\n'))
        QVERIFY2(!line.startsWith("GET /forged"_L1), qPrintable(line));
    for (const QByteArray &line : LogCatcher::lines().split('\n'))
        QVERIFY2(!line.startsWith("GET /forged") && !line.contains('\x1b'), line.constData());
}

void TestLeaks::s49_figuresNameNobody()
{
    TestServer server;
    Cast cast(server);
    const QList<QByteArray> secrets = liveThroughEverything(cast);
    // What somebody sends becomes no label either.
    (void)server.call({.method = "GET", .path = "/mallory/api/v1/auth/me/?token=mallory"});
    (void)server.call({.method = "MALLORY", .path = "/admin/v1/users"});
    const QByteArray figures = server.call({.method = "GET", .path = "/metrics"}).body;
    QVERIFY(figures.contains("authdesk_sign_ins_total{result=\"refused\"}")); // the right place
    for (const QByteArray &secret : secrets)
        QVERIFY2(!figures.contains(secret), secret.constData());
    for (const char *name : {"ada", "user-person", "mfa-person", "example.org", "127.0.0.1",
                             "mallory", "MALLORY", "/users"})
        QVERIFY2(!figures.contains(name), name);
}

void TestLeaks::s46_figuresAreForThisComputer_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("by a proxy") << "X-Forwarded-For: 192.0.2.7"_ba;
    QTest::newRow("by a proxy of the standard") << "Forwarded: for=192.0.2.7"_ba;
    QTest::newRow("by a page of somebody else's") << "Origin: https://elsewhere.example"_ba;
}

void TestLeaks::s46_figuresAreForThisComputer()
{
    QFETCH(QByteArray, header);
    TestServer server;
    Cast cast(server);
    const auto ask = [&](const QByteArray &token) {
        const HttpCall call{
            .method = "GET", .path = "/metrics", .token = token, .headers = {header}};
        return server.call(call);
    };
    const HttpAnswer nobody = ask({});
    QCOMPARE(nobody.status, 401);
    QVERIFY(!nobody.body.contains("authdesk_"));
    QCOMPARE(ask(cast.value("user", "token")).status, 403);
    QCOMPARE(ask(cast.value("admin", "token")).status, 200);
    QCOMPARE(server.call({.method = "GET", .path = "/metrics"}).status, 200);
}

void TestLeaks::s20_theSecretOfTheAppIsShownOnce()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("mfa", "token");
    const QByteArray secret = cast.value("mfa", "totp");
    const QByteArray admin = cast.value("admin", "token");
    QCOMPARE(secret.size(), 32); // 160 bits in Base32
    for (const auto &[path, who] : std::initializer_list<std::pair<QByteArray, QByteArray>>{
             {"/admin/v1/me", token},
             {"/admin/v1/me/mfa", token},
             {"/api/v1/auth/me/", token},
             {"/api/v1/auth/mfa/status/", token},
             {"/api/v1/auth/me", token},
             {"/bloqd/api/v1/users/" + cast.value("mfa", "id"), admin},
             {"/admin/v1/users/" + cast.value("mfa", "id"), admin}}) {
        const HttpAnswer answer = server.call({.method = "GET", .path = path, .token = who});
        QCOMPARE(answer.status, 200);
        QVERIFY2(!answer.body.contains(secret), path.constData());
        QVERIFY2(!answer.body.contains("otpauth"), path.constData());
    }
    for (const char *path :
         {"/admin/v1/me/mfa/totp/enable", "/api/v1/auth/mfa/setup/", "/api/v1/auth/mfa/enable"}) {
        const HttpAnswer again = cast.post(path, token);
        QVERIFY(again.status == 400 || again.status == 409);
        QVERIFY(!again.body.contains("otpauth"));
        QVERIFY(!again.body.contains("secret"));
    }
}

void TestLeaks::s43_everyAnswerForbidsToKeepAndFrameIt_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const char *path, const char *body,
                        int status) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status;
    };
    row("token", "POST", "/admin/v1/sign-in",
        R"({"login":"ada","password":"correct-horse-battery"})", 200);
    row("key", "POST", "/api/v1/auth/token/",
        R"({"username":"ada","password":"correct-horse-battery"})", 200);
    row("me", "GET", "/admin/v1/me", "", 200);
    row("Pipelit's me", "GET", "/api/v1/auth/me/", "", 200);
    row("secret of the app", "POST", "/admin/v1/me/mfa/totp/enable", "", 200);
    row("secret of Pipelit's app", "POST", "/api/v1/auth/mfa/setup/", "", 200);
    row("Bloqd's token", "POST", "/api/v1/auth/login",
        R"({"username":"ada","password":"correct-horse-battery"})", 200);
    row("Bloqd's me", "GET", "/api/v1/auth/me", "", 200);
    row("secret of Bloqd's app", "POST", "/api/v1/auth/mfa/enable", "", 200);
    row("Bloqd's key", "POST", "/bloqd/api/v1/keys", R"({"name":"k","permissions":"read"})", 201);
    row("refused by Bloqd's", "POST", "/api/v1/auth/login", R"({"username":"ada","password":"no"})",
        401);
    row("fields of Bloqd's", "POST", "/api/v1/auth/login", "{}", 400);
    row("nothing to say", "POST", "/admin/v1/sign-out", "", 204);
    row("refused", "POST", "/admin/v1/sign-in", R"({"login":"ada","password":"no"})", 401);
    row("refused by Pipelit's", "POST", "/api/v1/auth/token/",
        R"({"username":"ada","password":"no"})", 401);
    row("malformed", "POST", "/admin/v1/sign-in", "{", 400);
    row("fields", "POST", "/admin/v1/sign-in", "{}", 422);
    row("fields of Pipelit's", "POST", "/api/v1/auth/token/", "{}", 422);
    row("unknown path", "GET", "/nothing/here", "", 404);
    row("unknown method", "PUT", "/admin/v1/me", "", 405);
    row("trace", "TRACE", "/admin/v1/me", "", 405);
}

void TestLeaks::s43_everyAnswerForbidsToKeepAndFrameIt()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    TestServer server;
    Cast cast(server);
    const HttpAnswer answer = server.call({.method = method,
                                           .path = path,
                                           .token = cast.value("admin", "token"),
                                           .body = body,
                                           .headers = {"Origin: https://elsewhere.example"}});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
    QCOMPARE(answer.header("Cache-Control"), "no-store");
    QCOMPARE(answer.header("Referrer-Policy"), "no-referrer");
    QCOMPARE(answer.header("Content-Security-Policy"),
             "default-src 'none'; frame-ancestors 'none'");
    QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
    QVERIFY(answer.header("Set-Cookie").isEmpty());
    QVERIFY(answer.header("Server").isEmpty());
    if (!answer.body.isEmpty())
        QVERIFY(answer.header("Content-Type").startsWith("application/json"));
}

void TestLeaks::r14_deepNestingIsRefused()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    const QByteArray path = passwordCall(isPipelit, "ada", "x").path;
    for (const QByteArray &open : {"["_ba, R"({"a":)"_ba}) {
        const HttpAnswer answer =
            server.call({.method = "POST", .path = path, .body = open.repeated(10'000)});
        QVERIFY2(answer.status == 400 || answer.status == 422, answer.head.constData());
    }
    QCOMPARE(server.call({.method = "GET", .path = "/admin/v1/setup"}).status, 200);
}

void TestLeaks::s45_bodiesHaveALimit()
{
    QFETCH(bool, isPipelit);
    TestServer server;
    const QByteArray path = passwordCall(isPipelit, "ada", "x").path;
    const QByteArray announced = "Content-Length: 99999999999";
    QTcpSocket socket;
    socket.connectToHost(server.url().host(), quint16(server.url().port()));
    QVERIFY(socket.waitForConnected(5000));
    socket.write("POST " + path + " HTTP/1.1\r\nHost: " + server.url().authority().toLatin1()
                 + "\r\nContent-Type: application/json\r\n" + announced + "\r\n\r\n");
    QCOMPARE(readAnswer(socket).status, 413);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestLeaks)
#include "tst_leaks.moc"
