// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens between the socket and the dispatcher: order, limits, clients that misbehave.
#include "testserver.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;

class TestConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLeaveInTheOrderOfTheRequests();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void s45_refusesWithAnAnswer_data();
    void s45_refusesWithAnAnswer();
    void s45_smuggledRequestsAreNeverAnswered_data();
    void s45_smuggledRequestsAreNeverAnswered();
    void s45_slowSenderGets408();
    void s45_idleConnectionIsClosed();
    void s45_slowReaderIsCutOff_data();
    void s45_slowReaderIsCutOff();
    void s45_connectionsAreCapped();
    void s45_aThousandConnectionsAreServed();
    void s17_fullPoolAnswers503();
    void goesOnAfterALongAnswerWasRead();
    void sendsAFileAsItIsRead_data();
    void sendsAFileAsItIsRead();
    void tellsTheLengthOfAFileToWhomAsksForTheHead();
    void aFileGoesWithItsClient();
    void saysContinueBeforeTheBody();
    void clientsMayLeaveAtAnyMoment_data();
    void clientsMayLeaveAtAnyMoment();
    void longPollEndsWithItsClient();
    void stopFinishesWhatIsInFlight();
    void stopEndsLongPolls();
    void stopDoesNotWaitForever();
};

void TestConnections::answersLeaveInTheOrderOfTheRequests()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/gate") + get("/own/open") + get("/own/users/7") + get("/own/none")
                + get("/own/gate") + get("/own/where"));
    QTRY_COMPARE(server.inGate.load(), 1);
    server.gate.release(2);
    QCOMPARE(client.receive().body, "\"gate\""_ba);
    QCOMPARE(client.receive().body, "\"open\""_ba);
    QCOMPARE(client.receive().body, "7"_ba);
    QCOMPARE(client.receive().status, 404);
    QCOMPARE(client.receive().body, "\"gate\""_ba);
    QCOMPARE(client.receive().body, "true"_ba);
}

void TestConnections::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("close") << get("/own/open", "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << "GET /own/open HTTP/1.0\r\nHost: localhost\r\n\r\n"_ba;
    QTest::newRow("from a pool") << get("/own/users/7", "Connection: close\r\n");
}

void TestConnections::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    TestServer server;
    RawClient client(server.port);
    // What comes after a request that wanted to be the last is not looked at.
    const Answer answer = client.ask(request + get("/own/open"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QVERIFY(client.isClosedByServer());

    RawClient kept(server.port);
    const QByteArray old =
        "GET /own/open HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n";
    QCOMPARE(kept.ask(old).header("Connection"), "keep-alive"_ba);
    QCOMPARE(kept.ask(old).status, 200);
}

void TestConnections::s45_refusesWithAnAnswer_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray host = "Host: localhost\r\n";
    QTest::newRow("broken") << "GET\r\n\r\n"_ba << 400;
    QTest::newRow("no Host") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("absolute form") << get("http://localhost/own/open") << 400;
    QTest::newRow("other host's path") << get("//own/open") << 400;
    QTest::newRow("large body, sent")
        << post("/own/users", QByteArray(4 * 1024 * 1024, 'a')) << 413;
    QTest::newRow("large body, announced")
        << "POST /own/users HTTP/1.1\r\n" + host + "Content-Length: 1000000000\r\n\r\n"
        << 413;
    QTest::newRow("large body of nobody") << post("/none", QByteArray(4 * 1024 * 1024, 'a')) << 413;
    QTest::newRow("long line") << get('/' + QByteArray(4 * 1024 * 1024, 'a')) << 414;
    QTest::newRow("long header") << get("/", "X: " + QByteArray(4 * 1024 * 1024, 'a')) << 431;
    QTest::newRow("unknown encoding")
        << "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n"
        << 501;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
}

void TestConnections::s45_refusesWithAnAnswer()
{
    QFETCH(QByteArray, request);
    TestServer server;
    RawClient client(server.port);
    const Answer answer = client.ask(request);
    QTEST(answer.status, "status");
    QCOMPARE(answer.header("Connection"), "close"_ba);
    QCOMPARE(answer.header("Content-Type"), "application/json"_ba);
    QVERIFY(client.isClosedByServer());
}

void TestConnections::s45_smuggledRequestsAreNeverAnswered_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("negative length") << "Content-Length: -5\r\n"_ba;
    QTest::newRow("length with letters") << "Content-Length: 5abc\r\n"_ba;
    QTest::newRow("two lengths") << "Content-Length: 0\r\nContent-Length: 50\r\n"_ba;
    QTest::newRow("length and chunked")
        << "Content-Length: 50\r\nTransfer-Encoding: chunked\r\n"_ba;
    QTest::newRow("encoding behind a tab")
        << "Transfer-Encoding:\tchunked\r\nContent-Length: 3\r\n"_ba;
    QTest::newRow("space before the colon") << "Content-Length : 50\r\n"_ba;
    QTest::newRow("folded") << "X: y\r\n Content-Length: 50\r\n"_ba;
}

void TestConnections::s45_smuggledRequestsAreNeverAnswered()
{
    QFETCH(QByteArray, headers);
    TestServer server;
    RawClient client(server.port);
    const Answer answer = client.ask("POST /own/users HTTP/1.1\r\nHost: localhost\r\n" + headers
                                     + "\r\n" + get("/own/open"));
    QCOMPARE(answer.status, 400);
    QVERIFY(client.isClosedByServer());
}

void TestConnections::s45_slowSenderGets408()
{
    Limits limits;
    limits.requestMs = 100;
    TestServer server(limits);
    RawClient head(server.port);
    QCOMPARE(head.ask("GET /own/open HTT").status, 408);
    QVERIFY(head.isClosedByServer());
    RawClient body(server.port);
    QCOMPARE(body.ask("POST /own/users HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhal").status,
             408);
    QVERIFY(body.isClosedByServer());
}

void TestConnections::s45_idleConnectionIsClosed()
{
    Limits limits;
    limits.idleMs = 100;
    TestServer server(limits);
    RawClient silent(server.port);
    QVERIFY(silent.isClosedByServer());
    RawClient used(server.port);
    QCOMPARE(used.ask(get("/own/open")).status, 200);
    QVERIFY(used.isClosedByServer());
}

void TestConnections::s45_slowReaderIsCutOff_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("of an answer in memory") << "/own/big"_ba;
    QTest::newRow("of a file") << "/own/file"_ba;
}

void TestConnections::s45_slowReaderIsCutOff()
{
    QFETCH(QByteArray, path);
    Limits limits;
    limits.writeMs = 100;
    limits.slowestReader = 1'000'000;
    limits.connections = 1;
    TestServer server(limits);
    server.fileBytes = QByteArray(50'000'000, 'x');
    QTcpSocket reader;
    reader.setReadBufferSize(1024);
    reader.connectToHost(u"127.0.0.1"_s, server.port);
    QVERIFY(reader.waitForConnected());
    reader.write(get(path));
    QVERIFY(reader.waitForReadyRead());
    // It takes the only place until the server gives it up.
    bool isFree = false;
    QTRY_VERIFY(isFree || (isFree = RawClient(server.port).ask(get("/own/open")).status == 200));
    reader.setReadBufferSize(0);
    qsizetype received = 0;
    do {
        received += reader.readAll().size();
    } while (reader.waitForReadyRead(1000));
    QVERIFY(received < 50'000'000);
    QCOMPARE(reader.state(), QAbstractSocket::UnconnectedState);
}

void TestConnections::s45_connectionsAreCapped()
{
    Limits limits;
    limits.connectionsPerAddress = 3;
    TestServer server(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port));
        QCOMPARE(clients.back()->ask(get("/own/open")).status, 200);
    }
    RawClient oneTooMany(server.port);
    const Answer answer = oneTooMany.ask(get("/own/open"));
    QCOMPARE(answer.status, 503);
    QVERIFY(!answer.header("Retry-After").isEmpty());
    QVERIFY(oneTooMany.isClosedByServer());
    clients.pop_back();
    bool isFree = false;
    QTRY_VERIFY(isFree || (isFree = RawClient(server.port).ask(get("/own/open")).status == 200));
}

void TestConnections::s45_aThousandConnectionsAreServed()
{
    Limits limits;
    limits.connectionsPerAddress = limits.connections;
    TestServer server(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 1000; ++i)
        clients.push_back(std::make_unique<RawClient>(server.port));
    for (const auto &client : clients)
        client->send(get("/own/open"));
    for (const auto &client : clients)
        QCOMPARE(client->receive().status, 200);
}

void TestConnections::goesOnAfterALongAnswerWasRead()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/own/medium") + get("/own/big") + get("/own/open"));
    QCOMPARE(client.receive().body.size(), 1'000'000);
    QCOMPARE(client.receive().body.size(), 50'000'000);
    QCOMPARE(client.receive().body, "\"open\""_ba);
}

void TestConnections::s17_fullPoolAnswers503()
{
    Limits limits;
    limits.poolThreads = 1;
    limits.poolQueue = 1;
    TestServer server(limits);
    constexpr int callers = 6;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < callers; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port));
        clients.back()->send(get("/own/gate"));
    }
    // One runs and one waits; the others find no place, and the loop still answers.
    QTRY_COMPARE(server.log.after(0, 0).result().size(), callers - 2);
    QTRY_COMPARE(server.inGate.load(), 1);
    QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 200);
    server.gate.release(2);
    int served = 0;
    for (const auto &client : clients) {
        const Answer answer = client->receive();
        QCOMPARE(answer.header("Retry-After"), answer.status == 503 ? "1"_ba : QByteArray());
        served += answer.status == 200 ? 1 : 0;
    }
    QCOMPARE(served, 2);
}

void TestConnections::sendsAFileAsItIsRead_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("empty") << qsizetype(0);
    QTest::newRow("one byte") << qsizetype(1);
    QTest::newRow("exactly one part") << qsizetype(64 * 1024);
    QTest::newRow("many parts") << qsizetype(20'000'001);
}

void TestConnections::sendsAFileAsItIsRead()
{
    QFETCH(qsizetype, size);
    TestServer server;
    for (qsizetype i = 0; i < size; ++i)
        server.fileBytes.append(char('a' + i % 23));
    RawClient client(server.port);
    // The next answer leaves only behind the whole file.
    client.send(get("/own/file") + get("/own/open") + get("/own/file", "Connection: close\r\n"));
    const Answer first = client.receive();
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("Content-Type"), "text/csv"_ba);
    QVERIFY(first.body == server.fileBytes);
    QCOMPARE(client.receive().body, "\"open\""_ba);
    QVERIFY(client.receive().body == server.fileBytes);
    QVERIFY(client.isClosedByServer());
    QTRY_VERIFY(!QFile::exists(server.lastFile));
}

void TestConnections::tellsTheLengthOfAFileToWhomAsksForTheHead()
{
    TestServer server;
    server.fileBytes = "a,b\r\n";
    RawClient client(server.port);
    const Answer head = client.ask(get("/own/file", {}, "HEAD"), false);
    QCOMPARE(head.header("Content-Length"), "5"_ba);
    QCOMPARE(client.ask(get("/own/open")).body, "\"open\""_ba);
}

void TestConnections::aFileGoesWithItsClient()
{
    TestServer server;
    server.fileBytes = QByteArray(50'000'000, 'x');
    {
        RawClient client(server.port);
        client.socket().setReadBufferSize(1000);
        client.send(get("/own/file"));
        QVERIFY(client.socket().waitForReadyRead(10'000));
        QVERIFY(QFile::exists(server.lastFile));
    }
    QTRY_VERIFY(!QFile::exists(server.lastFile));
    QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 200);
}

void TestConnections::saysContinueBeforeTheBody()
{
    TestServer server;
    RawClient client(server.port);
    const QByteArray head = "POST /own/large HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                            "Expect: 100-continue\r\n\r\n";
    QCOMPARE(client.ask(head).status, 100);
    QCOMPARE(client.ask("hello").body, "5"_ba);
    // Whoever does not wait needs no permission.
    QCOMPARE(client.ask(head + "hello").body, "5"_ba);
}

void TestConnections::clientsMayLeaveAtAnyMoment_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("before anything") << ""_ba;
    QTest::newRow("in the head") << "GET /own/op"_ba;
    QTest::newRow("in the body")
        << "POST /own/users HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhal"_ba;
    QTest::newRow("before the answer of a pool") << get("/own/users/7");
    QTest::newRow("while the pool works") << get("/own/gate");
    QTest::newRow("in a long poll") << get("/own/later");
    QTest::newRow("in the answer") << get("/own/medium");
    QTest::newRow("after a refusal") << "nonsense\r\n\r\n"_ba;
    QTest::newRow("with more requests waiting") << get("/own/gate") + get("/own/open");
}

void TestConnections::clientsMayLeaveAtAnyMoment()
{
    QFETCH(QByteArray, bytes);
    TestServer server;
    for (int i = 0; i < 200; ++i) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, server.port);
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        socket.flush();
        if (i % 2 == 0)
            socket.abort();
        else
            socket.disconnectFromHost();
        server.gate.release();
    }
    QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 200);
}

void TestConnections::longPollEndsWithItsClient()
{
    TestServer server;
    server.promise.start();
    {
        RawClient client(server.port);
        client.send(get("/own/later"));
        QTRY_COMPARE(server.inLater.load(), 1);
        QVERIFY(!server.promise.isCanceled());
    }
    QTRY_VERIFY(server.promise.isCanceled());
    server.promise.finish();
}

void TestConnections::stopFinishesWhatIsInFlight()
{
    TestServer server;
    RawClient idle(server.port);
    QCOMPARE(idle.ask(get("/own/open")).status, 200);
    RawClient client(server.port);
    client.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    std::unique_ptr<QThread> stopper(QThread::create([&server] { server.server->stop(); }));
    stopper->start();
    QVERIFY(idle.isClosedByServer());
    server.gate.release();
    const Answer answer = client.receive();
    QCOMPARE(answer.body, "\"gate\""_ba);
    QVERIFY(client.isClosedByServer());
    QVERIFY(stopper->wait());
}

void TestConnections::stopEndsLongPolls()
{
    TestServer server;
    server.promise.start();
    RawClient client(server.port);
    client.send(get("/own/later"));
    QTRY_COMPARE(server.inLater.load(), 1);
    server.server->stop();
    QCOMPARE(client.receive().status, 503);
    server.promise.finish();
}

void TestConnections::stopDoesNotWaitForever()
{
    Limits limits;
    limits.stopMs = 100;
    TestServer server(limits);
    RawClient client(server.port);
    client.send("GET /own/op");
    QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 200);
    server.server->stop();
    QVERIFY(!server.server->isRunning());
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
