// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testserver.h"

#include "core/base/log.h"

#include <QtCore/QMutex>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;

namespace {

constexpr const char *good = "Authorization: Bearer good\r\n";

} // namespace

class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void everyAnswerCarriesTheSecurityHeaders();
    void headTellsTheLengthWithoutTheBody();
    void s45_optionsAndAllow();
    void s43_onlyConfiguredOriginsMayRead();
    void errorsOfNoSystemCarryBothShapes();
    void busyCarriesRetryAfter();
    void s50_exceptionsAreAnsweredGenerically();
    void failuresAreLoggedOnceWithTheirRequest_data();
    void failuresAreLoggedOnceWithTheirRequest();
    void handlersCannotSplitTheAnswer();
    void s44_forwardedRequestsAreNotLoopback_data();
    void s44_forwardedRequestsAreNotLoopback();
    void refusesForeignHosts_data();
    void refusesForeignHosts();
    void refusesTheSamePortTwice();
    void refusesContradictingRows();
    void startsAgainAfterStop();
};

void TestHttpServer::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &request, int status,
                        const QByteArray &body = {}) {
        QTest::newRow(name) << request << status << body;
    };
    row("anyone", get("/own/open"), 200, "\"open\"");
    row("query is no part of the path", get("/own/open?a=b"), 200);
    row("unknown path", get("/own/none"), 404);
    row("unknown path with a token", get("/own/none", good), 404);
    row("trailing slash is another path", get("/own/open/"), 404);
    row("missing slash is another path", get("/other/me", good), 404);
    row("prefix", get("/other/me/", good), 200, "\"other\"");
    row("no token", get("/own/me"), 401);
    row("token", get("/own/me", good), 200, "\"me\"");
    row("scheme without case", get("/own/me", "Authorization: bEARER good\r\n"), 200);
    row("another scheme", get("/own/me", "Authorization: Basic good\r\n"), 401);
    row("token with a space", get("/own/me", "Authorization: Bearer good x\r\n"), 401);
    row("bad token", get("/own/me", "Authorization: Bearer bad\r\n"), 401);
    row("two tokens", get("/own/me", QByteArray(good) + good), 401);
    row("token from the store", get("/own/me", "Authorization: Bearer stored\r\n"), 200);
    row("enrolling may see itself", get("/own/me", "Authorization: Bearer enrolling\r\n"), 200);
    row("s27 enrolling may nothing else", get("/other/me/", "Authorization: Bearer enrolling\r\n"),
        403);
    row("right", get("/own/users", good), 200);
    row("s46 without the right", get("/own/users", "Authorization: Bearer auditor\r\n"), 403);
    row("parameter", get("/own/users/42"), 200, "42");
    row("parameter is no number", get("/own/users/4x"), 404);
    row("parameter is negative", get("/own/users/-4"), 404);
    row("parameter is empty", get("/own/users/"), 404);
    row("parameter overflows", get("/own/users/9223372036854775808"), 404);
    row("wrong method", get("/own/open", {}, "DELETE"), 405);
    row("s45 TRACE", get("/own/open", {}, "TRACE"), 405);
    row("s45 unknown method", get("/own/open", {}, "BREW"), 405);
    row("s45 TRACE of nothing", get("/nothing", {}, "TRACE"), 405);
    row("upgrade is not for us", get("/own/none", "Connection: Upgrade\r\nUpgrade: websocket\r\n"),
        404);
    row("json", post("/own/users", "{}", QByteArray(good) + "Content-Type: application/json\r\n"),
        201, "{}");
    row("json with charset",
        post("/own/users", "{}",
             QByteArray(good) + "Content-Type: Application/JSON; charset=UTF-8\r\n"),
        201);
    row("json with another charset",
        post("/own/users", "{}",
             QByteArray(good) + "Content-Type: application/json; charset=latin1\r\n"),
        415);
    row("no type", post("/own/users", "{}", good), 415);
    row("form",
        post("/own/users", "a=b",
             QByteArray(good) + "Content-Type: application/x-www-form-urlencoded\r\n"),
        415);
    row("no body needs no type", post("/own/users", "", good), 201);
    row("no body with a type", post("/own/users", "", QByteArray(good) + "Content-Type: a/b\r\n"),
        201);
    row("chunked body",
        "POST /own/users HTTP/1.1\r\nHost: localhost\r\n" + QByteArray(good)
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              "2\r\n{}\r\n0\r\n\r\n",
        201, "{}");
    row("a row's own body limit",
        post("/own/large", QByteArray(2 * 1024 * 1024, 'a'), "Content-Type: text/plain\r\n"), 200,
        "2097152");
}

void TestHttpServer::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    TestServer server;
    RawClient client(server.port);
    const Answer answer = client.ask(request);
    QTEST(answer.status, "status");
    if (!body.isEmpty())
        QCOMPARE(answer.body, body);
    if (answer.status == 401)
        QCOMPARE(answer.header("WWW-Authenticate"), "Bearer"_ba);
    if (answer.status == 405)
        QVERIFY(answer.head.contains("\nAllow:"));
    // The connection is still good.
    QCOMPARE(client.ask(get("/own/open")).status, 200);
}

void TestHttpServer::everyAnswerCarriesTheSecurityHeaders()
{
    TestServer server;
    for (const QByteArray &request :
         {get("/own/open"), get("/own/none"), get("/own/me"), get("/own/throw"),
          get("/own/open", {}, "TRACE"), "GET\r\n\r\n"_ba}) {
        const Answer answer = RawClient(server.port).ask(request);
        QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff"_ba);
        QCOMPARE(answer.header("Cache-Control"), "no-store"_ba);
        QCOMPARE(answer.header("Referrer-Policy"), "no-referrer"_ba);
        QCOMPARE(answer.header("Content-Security-Policy"),
                 "default-src 'none'; frame-ancestors 'none'"_ba);
        QCOMPARE(answer.header("X-Request-Id").size(), 16);
        QVERIFY(!answer.header("Date").isEmpty());
        QVERIFY(!answer.head.contains("Access-Control"));
    }
}

void TestHttpServer::headTellsTheLengthWithoutTheBody()
{
    TestServer server;
    RawClient client(server.port);
    const Answer head = client.ask(get("/own/open", {}, "HEAD"), false);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("Content-Length"), "6"_ba);
    // A body would be read as the beginning of this answer.
    QCOMPARE(client.ask(get("/own/open")).body, "\"open\""_ba);
}

void TestHttpServer::s45_optionsAndAllow()
{
    TestServer server;
    RawClient client(server.port);
    const Answer options = client.ask(get("/own/users", {}, "OPTIONS"));
    QCOMPARE(options.status, 204);
    QCOMPARE(options.header("Allow"), "GET, HEAD, POST, OPTIONS"_ba);
    QCOMPARE(client.ask(get("/own/users", {}, "DELETE")).header("Allow"),
             "GET, HEAD, POST, OPTIONS"_ba);
    QCOMPARE(client.ask(get("*", {}, "OPTIONS")).status, 204);
    QCOMPARE(client.ask(get("/own/none", {}, "OPTIONS")).status, 404);
}

void TestHttpServer::s43_onlyConfiguredOriginsMayRead()
{
    HttpServerOptions options;
    options.corsOrigins = {"https://app.example"_ba};
    TestServer server({}, options);
    RawClient client(server.port);
    const QByteArray origin = "Origin: https://app.example\r\n";
    const QByteArray stranger = "Origin: https://app.example.evil\r\n";
    const QByteArray asks = "Access-Control-Request-Method: POST\r\n";

    const Answer preflight = client.ask(get("/own/users", origin + asks, "OPTIONS"));
    QCOMPARE(preflight.status, 204);
    QCOMPARE(preflight.header("Access-Control-Allow-Origin"), "https://app.example"_ba);
    QCOMPARE(preflight.header("Access-Control-Allow-Methods"), "GET, HEAD, POST, OPTIONS"_ba);
    // What Swagger UI sends beside the form of its Authorize button.
    const QByteArray headers = ' ' + preflight.header("Access-Control-Allow-Headers") + ',';
    for (const char *header : {" Authorization,", " Content-Type,", " X-Requested-With,"})
        QVERIFY2(headers.contains(header), headers.constData());
    QCOMPARE(client.ask(get("/own/open", origin)).header("Access-Control-Allow-Origin"),
             "https://app.example"_ba);
    for (const QByteArray &request :
         {get("/own/users", stranger + asks, "OPTIONS"), get("/own/open", stranger),
          get("/own/open", "Origin: null\r\n"), get("/own/open")})
        QVERIFY(!client.ask(request).head.contains("Access-Control"));
}

void TestHttpServer::errorsOfNoSystemCarryBothShapes()
{
    TestServer server;
    RawClient client(server.port);
    const QByteArray unknown = client.ask(get("/nobody/knows")).body;
    QVERIFY(unknown.contains("\"detail\":") && unknown.contains("\"error\":"));
    QVERIFY(client.ask(get("/own/none")).body.startsWith("{\"own\":"));
}

void TestHttpServer::busyCarriesRetryAfter()
{
    TestServer server;
    const Answer answer = RawClient(server.port).ask(get("/own/busy"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("Retry-After"), "7"_ba);
}

void TestHttpServer::s50_exceptionsAreAnsweredGenerically()
{
    TestServer server;
    const Answer answer = RawClient(server.port).ask(get("/own/throw"));
    QCOMPARE(answer.status, 500);
    QVERIFY(!answer.body.contains("secret"));
}

void TestHttpServer::failuresAreLoggedOnceWithTheirRequest_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("line"); // empty: none
    QTest::newRow("one that is returned")
        << "/own/broken"_ba << 503 << u"A request failed: database_failed: disk I/O error"_s;
    QTest::newRow("one that is thrown")
        << "/own/throw"_ba << 500 << u"A request failed: internal: secret"_s;
    QTest::newRow("a caller's mistake") << "/own/users/x"_ba << 404 << QString();
    QTest::newRow("too many requests") << "/own/busy"_ba << 429 << QString();
}

void TestHttpServer::failuresAreLoggedOnceWithTheirRequest()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QString, line);
    static QMutex mutex;
    static QStringList lines;
    lines.clear();
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            const QMutexLocker locker(&mutex);
            lines.append(text + u" / "_s + base::currentLogRequest());
        });
    Answer answer;
    {
        TestServer server;
        answer = RawClient(server.port).ask(get(path));
    }
    qInstallMessageHandler(before);
    QCOMPARE(answer.status, status);
    const QString id = QString::fromLatin1(answer.header("X-Request-Id"));
    QCOMPARE(lines, line.isEmpty() ? QStringList() : QStringList{line + u" / "_s + id});
}

void TestHttpServer::handlersCannotSplitTheAnswer()
{
    TestServer server;
    const Answer answer = RawClient(server.port).ask(get("/own/split"));
    QCOMPARE(answer.status, 204);
    QVERIFY(!answer.head.contains("X-Injected"));
    QVERIFY(answer.header("Content-Type").isEmpty());
}

void TestHttpServer::s44_forwardedRequestsAreNotLoopback_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("isLoopback");
    QTest::newRow("plain") << ""_ba << "true"_ba;
    QTest::newRow("r13 X-Forwarded-For") << "X-Forwarded-For: 127.0.0.1\r\n"_ba << "false"_ba;
    QTest::newRow("Forwarded") << "Forwarded: for=127.0.0.1\r\n"_ba << "false"_ba;
    QTest::newRow("Via") << "Via: 1.1 proxy\r\n"_ba << "false"_ba;
    QTest::newRow("foreign page") << "Origin: https://evil.example\r\n"_ba << "false"_ba;
    QTest::newRow("no origin at all") << "Origin: null\r\n"_ba << "false"_ba;
    QTest::newRow("another port's page") << "Origin: http://localhost:1\r\n"_ba << "false"_ba;
    QTest::newRow("own page") << "Origin: http://127.0.0.1:PORT\r\n"_ba << "true"_ba;
}

void TestHttpServer::s44_forwardedRequestsAreNotLoopback()
{
    QFETCH(QByteArray, headers);
    TestServer server;
    headers.replace("PORT", QByteArray::number(server.port));
    QTEST(RawClient(server.port).ask(get("/own/where", headers)).body, "isLoopback");
}

void TestHttpServer::refusesForeignHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("name") << "LocalHost:1"_ba << 200;
    QTest::newRow("IPv4") << "127.0.0.1"_ba << 200;
    QTest::newRow("IPv6") << "[::1]:8000"_ba << 200;
    QTest::newRow("public") << "id.example.org"_ba << 200;
    QTest::newRow("rebound name") << "evil.example"_ba << 421;
    QTest::newRow("longer name") << "localhost.evil.example"_ba << 421;
    QTest::newRow("other loopback address") << "127.0.0.2"_ba << 421;
}

void TestHttpServer::refusesForeignHosts()
{
    QFETCH(QByteArray, host);
    HttpServerOptions options;
    options.publicUrl = QUrl(u"https://id.example.org"_s);
    TestServer server({}, options);
    QTEST(RawClient(server.port).ask("GET /own/open HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status,
          "status");
}

void TestHttpServer::refusesTheSamePortTwice()
{
    TestServer first;
    HttpServerOptions options;
    options.listeners = {{.port = first.port}};
    HttpServer second(options, first.authenticator, first.clock, first.log);
    const auto urls = second.start();
    QVERIFY(!urls);
    QCOMPARE(urls.error().code, base::ErrorCode::PortTaken);
    QVERIFY(urls.error().message.contains(QString::number(first.port)));
    QVERIFY(!second.isRunning());
}

void TestHttpServer::refusesContradictingRows()
{
    TestServer first;
    const Route route{Method::Get, "/a", Right::anyone(),
                      Handler::inLoop([](const Request &) { return Response::empty(); })};
    HttpServerOptions options;
    options.listeners = {
        {.port = 0, .mounts = {{.prefix = {}, .system = {}, .routes = {route, route}}}}};
    HttpServer second(options, first.authenticator, first.clock, first.log);
    const auto urls = second.start();
    QVERIFY(!urls);
    QCOMPARE(urls.error().code, base::ErrorCode::Internal);
}

void TestHttpServer::startsAgainAfterStop()
{
    TestServer server;
    server.server->stop();
    QVERIFY(!server.server->isRunning());
    const auto urls = server.server->start();
    QVERIFY(urls);
    QCOMPARE(RawClient(static_cast<quint16>(urls->first().port())).ask(get("/own/open")).status,
             200);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
