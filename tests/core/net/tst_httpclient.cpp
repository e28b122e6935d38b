// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"

#include "selfsignedserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using tests::RecordedAnswer;

/// A translation that translates nothing but its own name.
class SaysItsLanguage final : public QTranslator
{
public:
    explicit SaysItsLanguage(QString language)
        : m_language(std::move(language))
    {
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *,
                                    int) const override
    {
        const bool isAsked = qstrcmp(context, "Sentences") == 0 && qstrcmp(source, "en") == 0;
        return isAsked ? m_language : QString();
    }

private:
    QString m_language;
};

class TestHttpClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesAnswersOfAnyStatus_data();
    void givesAnswersOfAnyStatus();
    void sendsBodyAndBearer();
    void asksForTheLanguageOfTheWindowAtThatMoment();
    void followsNoRedirectWithAToken();
    void keepsNoCookies();
    void endsWithATimeLimit_data();
    void endsWithATimeLimit();
    void sendsABodyOnceWhenTheServerDisconnects();
    void sendsABodyOnceOnAKeptConnection();
    void asksOnceMoreForWhatItOnlyReads();
    void givesUpWhereNobodyAnswers();
    void refusesAnAnswerThatIsTooLong_data();
    void refusesAnAnswerThatIsTooLong();
    void handsALongBodyOnPartByPart();
    void keepsARefusalForItself();
    void endsWithWhatTheReceiverSays();
    void waitsOnWhilePartsCome();
    void endsWhenItsFutureIsCancelled();
    void endsWithCancelledAtDestruction();
    void tellsARefusedConnection();
    void s47_refusesWhatIsNoTls();
    void s47_refusesACertificateThatNobodyTrusts();
    void refusesOtherSchemes();
    void tellsTheObserverOnceAndNoSecret();

private:
    QFuture<base::Result<net::Answer>> get(const QString &path)
    {
        return m_client->send({.address = url(path), .timeLimit = std::chrono::seconds(5)});
    }
    QUrl url(const QString &path)
    {
        QUrl address = m_server->address();
        address.setPath(path);
        return address;
    }

    tests::FakeClock m_clock;
    QList<net::Exchange> m_seen;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<net::HttpClient> m_client;
};

void TestHttpClient::init()
{
    m_seen.clear();
    m_server = std::make_unique<tests::RecordedServer>();
    m_client = std::make_unique<net::HttpClient>(
        m_clock, [this](const net::Exchange &exchange) { m_seen.append(exchange); });
}

void TestHttpClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestHttpClient::givesAnswersOfAnyStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("json");
    QTest::newRow("a success") << 200 << QByteArray("application/json") << true;
    QTest::newRow("with a charset") << 201 << QByteArray("application/json; charset=utf-8") << true;
    QTest::newRow("a page of html") << 200 << QByteArray("text/html") << false;
    QTest::newRow("not signed in") << 401 << QByteArray("application/json") << true;
    QTest::newRow("not found") << 404 << QByteArray("application/json") << true;
    QTest::newRow("too many") << 429 << QByteArray("application/json") << true;
    QTest::newRow("a server's mistake") << 500 << QByteArray("text/plain") << false;
    QTest::newRow("busy") << 503 << QByteArray("application/problem+json") << true;
}

void TestHttpClient::givesAnswersOfAnyStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(bool, json);
    m_server->on("GET /a", tests::answer(status, "{\"x\":1}", type));
    const auto future = get(u"/a"_s);
    QVERIFY(tests::finishes(future));
    const auto result = future.result();
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->status, status);
    QCOMPARE(result->body, QByteArray("{\"x\":1}"));
    QCOMPARE(result->isJson(), json);
}

void TestHttpClient::sendsBodyAndBearer()
{
    m_server->on("POST /a", tests::answer(200, "{}"));
    const auto future = m_client->send({.method = "POST",
                                        .address = url(u"/a"_s),
                                        .headers = {{"If-Match", "\"3\""}},
                                        .bearer = base::Secret::fromString(u"token-1"_s),
                                        .body = QJsonObject{{u"password"_s, u"ä b"_s}}});
    QVERIFY(tests::finishes(future));
    QVERIFY(future.result());
    QCOMPARE(m_server->requests.size(), 1);
    const auto &request = m_server->requests.constFirst();
    QCOMPARE(request.json(), (QJsonObject{{u"password"_s, u"ä b"_s}}));
    QVERIFY(request.hasHeader("authorization: bearer token-1\r\n"));
    QVERIFY(request.hasHeader("content-type: application/json\r\n"));
    QVERIFY(request.hasHeader("if-match: \"3\"\r\n"));
}

void TestHttpClient::asksForTheLanguageOfTheWindowAtThatMoment()
{
    m_server->on("GET /a", tests::answer(200, "{}"));
    QVERIFY(tests::finishes(get(u"/a"_s)));
    QVERIFY(m_server->requests.constLast().hasHeader("accept-language: en\r\n"));
    SaysItsLanguage translator(u"de"_s);
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QVERIFY(tests::finishes(get(u"/a"_s)));
    QVERIFY(m_server->requests.constLast().hasHeader("accept-language: de\r\n"));
    QVERIFY(QCoreApplication::removeTranslator(&translator));
    SaysItsLanguage careless(u"en\r\nX-Evil: 1"_s);
    QVERIFY(QCoreApplication::installTranslator(&careless));
    QVERIFY(tests::finishes(get(u"/a"_s)));
    QVERIFY(m_server->requests.constLast().hasHeader("accept-language: en\r\n"));
    QVERIFY(!m_server->requests.constLast().hasHeader("x-evil"));
}

void TestHttpClient::followsNoRedirectWithAToken()
{
    tests::RecordedServer other;
    m_server->on("GET /a", tests::answer(302, {}, "text/html",
                                         "Location: " + other.address().toEncoded() + "/b\r\n"));
    const auto future =
        m_client->send({.address = url(u"/a"_s), .bearer = base::Secret::fromString(u"t"_s)});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result()->status, 302);
    // One more round trip elsewhere, so that a redirect would have arrived by now.
    QVERIFY(tests::finishes(get(u"/c"_s)));
    QVERIFY(other.requests.isEmpty());
}

void TestHttpClient::keepsNoCookies()
{
    m_server->on("GET /a",
                 tests::answer(200, "{}", "application/json", "Set-Cookie: s=1; Path=/\r\n"));
    QVERIFY(tests::finishes(get(u"/a"_s)));
    QVERIFY(tests::finishes(get(u"/a"_s)));
    QCOMPARE(m_server->requests.size(), 2);
    QVERIFY(!m_server->requests.constLast().hasHeader("cookie:"));
}

void TestHttpClient::endsWithATimeLimit_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("a server that says nothing") << int(RecordedAnswer::How::Silence);
    QTest::newRow("a server that drips") << int(RecordedAnswer::How::Drip);
}

void TestHttpClient::endsWithATimeLimit()
{
    QFETCH(int, how);
    m_server->on("GET /a", {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                            "Content-Length: 100000\r\n\r\n{",
                            RecordedAnswer::How(how)});
    const auto future =
        m_client->send({.address = url(u"/a"_s), .timeLimit = std::chrono::milliseconds(200)});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::TimedOut);
    QCOMPARE(m_seen.size(), 1);
    QCOMPARE(m_seen.constFirst().problem, u"timed_out"_s);
}

void TestHttpClient::sendsABodyOnceWhenTheServerDisconnects()
{
    m_server->on("POST /a", {{}, RecordedAnswer::How::Disconnect});
    const auto future = m_client->send(
        {.method = "POST", .address = url(u"/a"_s), .body = QJsonObject{{u"a"_s, 1}}});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::Unreachable);
    QCOMPARE(m_server->requests.size(), 1);
}

void TestHttpClient::sendsABodyOnceOnAKeptConnection()
{
    m_server->on("GET /warm", tests::answer(200, "{}"));
    m_server->on("POST /a", {{}, RecordedAnswer::How::Disconnect});
    QVERIFY(tests::finishes(get(u"/warm"_s)));
    const auto future = m_client->send(
        {.method = "POST", .address = url(u"/a"_s), .body = QJsonObject{{u"a"_s, 1}}});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::Unreachable);
    QCOMPARE(m_server->requests.size(), 2);
}

void TestHttpClient::asksOnceMoreForWhatItOnlyReads()
{
    // Qt sends the same request twice by itself, but over the channel that was just closed.
    int asked = 0;
    m_server->on("GET /a", [&asked](const tests::RecordedRequest &) {
        return ++asked <= 2 ? RecordedAnswer{{}, RecordedAnswer::How::Disconnect}
                            : tests::answer(200, "{}");
    });
    const auto future = get(u"/a"_s);
    QVERIFY(tests::finishes(future));
    QVERIFY(future.result());
    QCOMPARE(m_seen.size(), 1);
}

void TestHttpClient::givesUpWhereNobodyAnswers()
{
    m_server->on("GET /a", {{}, RecordedAnswer::How::Disconnect});
    const auto future = get(u"/a"_s);
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::Unreachable);
    QVERIFY(m_server->requests.size() <= 4);
}

void TestHttpClient::refusesAnAnswerThatIsTooLong_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("announced") << QByteArray("Content-Length: 20000\r\n");
    QTest::newRow("not announced") << QByteArray("Connection: close\r\n");
}

void TestHttpClient::refusesAnAnswerThatIsTooLong()
{
    QFETCH(QByteArray, head);
    m_server->on("GET /a", {"HTTP/1.1 200 OK\r\n" + head + "\r\n" + QByteArray(20000, 'x')});
    const auto future = m_client->send({.address = url(u"/a"_s), .answerLimit = 10000});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::TooLarge);
}

void TestHttpClient::handsALongBodyOnPartByPart()
{
    QByteArray body;
    for (int i = 0; i < 3'000'000; ++i)
        body.append("0123456789", 10);
    m_server->on("GET /export", tests::answer(200, body, "text/csv"));
    QByteArray received;
    QList<qint64> totals;
    const auto future = m_client->send(
        {.address = url(u"/export"_s), .sink = [&](QByteArrayView part, qint64 total) {
             received += part;
             totals.append(total);
             return base::Result<void>();
         }});
    QVERIFY(tests::finishes(future, 60000));
    QVERIFY(future.result());
    QCOMPARE(future.result()->status, 200);
    QVERIFY(future.result()->body.isEmpty());
    QVERIFY(received == body);
    QVERIFY(totals.size() > 1);
    QCOMPARE(totals.count(body.size()), totals.size());
}

void TestHttpClient::keepsARefusalForItself()
{
    m_server->on("GET /export", tests::answer(403, "{\"detail\":\"No.\"}"));
    bool called = false;
    const auto future =
        m_client->send({.address = url(u"/export"_s), .sink = [&](QByteArrayView, qint64) {
                            called = true;
                            return base::Result<void>();
                        }});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result()->status, 403);
    QCOMPARE(future.result()->body, QByteArray("{\"detail\":\"No.\"}"));
    QVERIFY(!called);
}

void TestHttpClient::endsWithWhatTheReceiverSays()
{
    m_server->on("GET /export", tests::answer(200, QByteArray(5'000'000, 'x'), "text/csv"));
    int parts = 0;
    const auto future = m_client->send(
        {.address = url(u"/export"_s), .sink = [&](QByteArrayView, qint64) -> base::Result<void> {
             ++parts;
             return base::fail(ErrorCode::DiskFull, u"Full."_s);
         }});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::DiskFull);
    QCOMPARE(parts, 1);
    QCOMPARE(m_seen.constLast().problem, u"disk_full"_s);
}

void TestHttpClient::waitsOnWhilePartsCome()
{
    // A drop each 20 ms, and never an end: as long as something comes nobody gives up.
    m_server->on("GET /export",
                 {"HTTP/1.1 200 X\r\nContent-Type: text/csv\r\n\r\n", RecordedAnswer::How::Drip});
    int drops = 0;
    auto future = m_client->send({.address = url(u"/export"_s),
                                  .timeLimit = std::chrono::milliseconds(500),
                                  .sink = [&](QByteArrayView part, qint64 total) {
                                      drops += total == -1 ? int(part.size()) : 0;
                                      return base::Result<void>();
                                  }});
    QTRY_VERIFY(drops >= 50);
    QVERIFY(!future.isFinished());
    future.cancel();
    QVERIFY(tests::finishes(future));
}

void TestHttpClient::endsWhenItsFutureIsCancelled()
{
    m_server->on("GET /a", {{}, RecordedAnswer::How::Silence});
    auto future = get(u"/a"_s);
    QTRY_COMPARE(m_server->requests.size(), 1);
    future.cancel();
    QTRY_COMPARE(m_seen.size(), 1);
    QCOMPARE(m_seen.constFirst().problem, u"cancelled"_s);
    QVERIFY(future.isFinished());
}

void TestHttpClient::endsWithCancelledAtDestruction()
{
    m_server->on("GET /a", {{}, RecordedAnswer::How::Silence});
    const auto first = get(u"/a"_s);
    const auto second = get(u"/a"_s);
    m_client.reset();
    QVERIFY(first.isFinished());
    QCOMPARE(first.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(second.result().error().code, ErrorCode::Cancelled);
}

void TestHttpClient::tellsARefusedConnection()
{
    const QUrl gone = m_server->address();
    m_server.reset();
    const auto future = m_client->send({.address = gone});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::Unreachable);
    QVERIFY(future.result().error().message.contains(u"Nothing accepts connections"_s));
}

void TestHttpClient::s47_refusesWhatIsNoTls()
{
    QUrl address = url(u"/a"_s);
    address.setScheme(u"https"_s);
    m_server->on("GET /a", tests::answer(200, "{}"));
    const auto future = m_client->send({.address = address,
                                        .bearer = base::Secret::fromString(u"t"_s),
                                        .timeLimit = std::chrono::milliseconds(500)});
    QVERIFY(tests::finishes(future));
    QVERIFY(!future.result());
    QVERIFY(m_server->requests.isEmpty());
}

void TestHttpClient::s47_refusesACertificateThatNobodyTrusts()
{
    nettest::SelfSignedServer server;
    const auto future =
        m_client->send({.method = "POST",
                        .address = QUrl(u"https://127.0.0.1:%1/a"_s.arg(server.port())),
                        .bearer = base::Secret::fromString(u"t"_s),
                        .body = QJsonObject{{u"password"_s, u"p"_s}}});
    QVERIFY(tests::finishes(future));
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().code, ErrorCode::TlsFailed);
    QVERIFY2(future.result().error().message.contains(u"self-signed"_s),
             qPrintable(future.result().error().message));
    QCOMPARE(server.handshakes, 1);
    QCOMPARE(server.received, 0);
    QCOMPARE(m_seen.constFirst().problem, u"tls_failed"_s);
}

void TestHttpClient::refusesOtherSchemes()
{
    const auto future = m_client->send({.address = QUrl(u"file:///etc/passwd"_s)});
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Unreachable);
}

void TestHttpClient::tellsTheObserverOnceAndNoSecret()
{
    m_server->on("GET /a", tests::answer(200, "{}"));
    QUrl address = url(u"/a"_s);
    address.setUserInfo(u"karl:hunter2"_s);
    address.setQuery(u"token=hunter2"_s);
    const auto future =
        m_client->send({.address = address, .bearer = base::Secret::fromString(u"hunter2"_s)});
    QVERIFY(tests::finishes(future));
    QCOMPARE(m_seen.size(), 1);
    const net::Exchange &exchange = m_seen.constFirst();
    QCOMPARE(exchange.method, u"GET"_s);
    QCOMPARE(exchange.path, u"/a"_s);
    QCOMPARE(exchange.status, 200);
    QVERIFY(!exchange.host.contains(u"hunter2"_s));
    QVERIFY(!m_server->requests.constFirst().hasHeader("authorization: basic"));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
