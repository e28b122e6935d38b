// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that is told to listen elsewhere, or otherwise, while it answers.
#include "tests/support/certificates.h"
#include "testserver.h"

#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;
using authdesk::tests::Certificates;

namespace {

const QHostAddress home{u"127.0.0.1"_s};
const QHostAddress other{u"127.0.0.2"_s};
const QHostAddress everywhere{QHostAddress::AnyIPv4};

bool isAnswered(quint16 port, const QString &address = u"127.0.0.1"_s)
{
    RawClient client(port, address);
    return client.ask(get("/own/open")).status == 200;
}

bool canListen(const QHostAddress &address, quint16 port)
{
    QTcpServer stranger;
    return stranger.listen(address, port);
}

} // namespace

class TestReopen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheNewAndClosesTheOld();
    void whatIsInFlightComesToItsEnd();
    void longPollsComeToTheirOwnEnd();
    void stopEndsWhatTheOneBeforeStillHolds();
    void aTakenPortChangesNothing();
    void nobodyIsTurnedAwayAtAnAddressThatStays();
    void aWildcardTakesItsPortOver();
    void aWildcardThatCannotComeLeavesWhatWas();
    void nobodyElseGetsThePort();
    void tlsComesAndGoes();
    void namesAndOriginsCountAtOnce();
    void doesNothingWhenItDoesNotRun();
};

void TestReopen::opensTheNewAndClosesTheOld()
{
    TestServer server;
    const auto urls = server.reopen({{other, 0}});
    QVERIFY(urls);
    QCOMPARE(urls->size(), 1);
    QCOMPARE(urls->first().host(), u"127.0.0.2"_s);
    QVERIFY(isAnswered(quint16(urls->first().port()), u"127.0.0.2"_s));
    QTRY_VERIFY(canListen(home, server.port));
}

void TestReopen::whatIsInFlightComesToItsEnd()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    const auto urls = server.reopen({{other, 0}});
    QVERIFY(urls);
    QVERIFY(isAnswered(quint16(urls->first().port()), u"127.0.0.2"_s));
    server.gate.release();
    const Answer answer = client.receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "\"gate\""_ba);
    QVERIFY(client.isClosedByServer());
}

void TestReopen::longPollsComeToTheirOwnEnd()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/later"));
    QTRY_COMPARE(server.inLater.load(), 1);
    QVERIFY(server.reopen({{home, server.port}}));
    server.promise.addResult(Response::json(200, QJsonObject{{u"news"_s, true}}));
    server.promise.finish();
    QCOMPARE(client.receive().status, 200);
}

void TestReopen::stopEndsWhatTheOneBeforeStillHolds()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/later"));
    QTRY_COMPARE(server.inLater.load(), 1);
    QVERIFY(server.reopen({{home, server.port}}));
    std::thread stopping([&server] { server.server->stop(); });
    QCOMPARE(client.receive().status, 503);
    stopping.join();
    QVERIFY(!server.server->isRunning());
}

void TestReopen::aTakenPortChangesNothing()
{
    TestServer server;
    QTcpServer stranger;
    QVERIFY(stranger.listen(home));
    RawClient client(server.port);
    client.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    const auto urls = server.reopen({{home, server.port}, {home, stranger.serverPort()}});
    QVERIFY(!urls);
    QCOMPARE(urls.error().code, base::ErrorCode::PortTaken);
    QVERIFY(urls.error().message.contains(u"127.0.0.1:%1"_s.arg(stranger.serverPort())));
    server.gate.release();
    QCOMPARE(client.receive().status, 200);
    // Not even a connection that is open was closed.
    QCOMPARE(client.ask(get("/own/open")).status, 200);
    QVERIFY(isAnswered(server.port));
}

void TestReopen::nobodyIsTurnedAwayAtAnAddressThatStays()
{
    TestServer server;
    std::atomic<bool> isOver = false;
    std::atomic<int> answered = 0;
    std::atomic<int> failed = 0;
    std::thread knocking([&] {
        while (!isOver)
            ++(isAnswered(server.port) ? answered : failed);
    });
    for (int i = 0; i < 20; ++i) {
        QVERIFY(server.reopen({{home, server.port}, {other, quint16(0)}}));
        QVERIFY(server.reopen({{home, server.port}}));
    }
    QTRY_VERIFY(answered > 20);
    isOver = true;
    knocking.join();
    QCOMPARE(failed.load(), 0);
}

void TestReopen::aWildcardTakesItsPortOver()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    QVERIFY(server.reopen({{everywhere, server.port}}));
    QVERIFY(isAnswered(server.port));
    QVERIFY(isAnswered(server.port, u"127.0.0.2"_s));
    QVERIFY(server.reopen({{home, server.port}}));
    QVERIFY(isAnswered(server.port));
    QTRY_VERIFY(canListen(other, server.port));
    server.gate.release();
    QCOMPARE(client.receive().status, 200);
}

void TestReopen::aWildcardThatCannotComeLeavesWhatWas()
{
    TestServer server;
    QTcpServer stranger;
    QVERIFY(stranger.listen(other, server.port));
    const auto urls = server.reopen({{everywhere, server.port}});
    QVERIFY(!urls);
    QCOMPARE(urls.error().code, base::ErrorCode::PortTaken);
    QVERIFY(isAnswered(server.port));
    stranger.close();
    QVERIFY(server.reopen({{everywhere, server.port}}));
    QVERIFY(isAnswered(server.port, u"127.0.0.2"_s));
}

void TestReopen::nobodyElseGetsThePort()
{
    TestServer server;
    QVERIFY(server.reopen({{everywhere, server.port}}));
    QVERIFY(!canListen(home, server.port));
    QVERIFY(!canListen(everywhere, server.port));
    QVERIFY(server.reopen({{home, server.port}}));
    QVERIFY(!canListen(home, server.port));
    QVERIFY(!canListen(everywhere, server.port));
}

void TestReopen::tlsComesAndGoes()
{
    const Certificates certificates;
    const Certificates::Files files = certificates.make(u"own"_s);
    const auto identity = std::make_shared<TlsIdentity>();
    QVERIFY(identity->show(Certificates::contentOf(files.certificate),
                           base::Secret::copyOf(Certificates::contentOf(files.key))));
    TestServer server;
    RawClient plain(server.port);
    plain.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    HttpServerOptions options;
    options.tls = identity;
    const auto urls = server.reopen({{home, server.port}}, options);
    QVERIFY(urls);
    QCOMPARE(urls->first().scheme(), u"https"_s);
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, server.port);
    QVERIFY(socket->waitForEncrypted(10'000));
    RawClient encrypted(std::move(socket));
    QCOMPARE(encrypted.ask(get("/own/open")).status, 200);
    server.gate.release();
    QCOMPARE(plain.receive().status, 200);
    QVERIFY(server.reopen({{home, server.port}}));
    QVERIFY(isAnswered(server.port));
}

void TestReopen::namesAndOriginsCountAtOnce()
{
    TestServer server;
    const QByteArray named = "GET /own/open HTTP/1.1\r\nHost: id.example.org\r\n"
                             "Origin: https://app.example.org\r\n\r\n";
    QCOMPARE(RawClient(server.port).ask(named).status, 421);
    HttpServerOptions options;
    options.publicUrl = QUrl(u"https://id.example.org"_s);
    options.corsOrigins = {"https://app.example.org"_ba};
    QVERIFY(server.reopen({{home, server.port}}, options));
    const Answer answer = RawClient(server.port).ask(named);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Access-Control-Allow-Origin"), "https://app.example.org"_ba);
}

void TestReopen::doesNothingWhenItDoesNotRun()
{
    TestServer server;
    server.server->stop();
    const auto urls = server.reopen({{home, server.port}});
    QVERIFY(!urls);
    QCOMPARE(urls.error().code, base::ErrorCode::Busy);
    QVERIFY(canListen(home, server.port));
}

QTEST_GUILESS_MAIN(TestReopen)
#include "tst_reopen.moc"
