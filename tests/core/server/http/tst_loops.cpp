// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several event loops on one socket: one server still, for everyone who asks.
#include "testserver.h"

#include <QtCore/QSet>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;

namespace {

constexpr int loops = 3;

HttpServerOptions severalLoops()
{
    HttpServerOptions options;
    options.loops = loops;
    return options;
}

} // namespace

class TestLoops final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLoopAcceptsAndAnswers();
    void otherLoopsAnswerWhileOneIsBusy();
    void answersLeaveInOrderInEveryLoop();
    void nobodyElseGetsThePort();
    void s45_capsHoldAcrossTheLoops_data();
    void s45_capsHoldAcrossTheLoops();
    void s17_fullPoolsAreFullForEveryLoop();
    void theRequestLogSeesEveryLoop();
    void stopFinishesWhatIsInFlightInEveryLoop();
    void stopEndsLongPollsInEveryLoop();
    void stopWaitsForWhatAPoolStillDoes();
    void startsAgainAfterStop();
};

void TestLoops::everyLoopAcceptsAndAnswers()
{
    TestServer server({}, severalLoops());
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    QSet<QByteArray> names;
    for (const auto &client : clients) {
        const QByteArray name = client->ask(get("/own/loop")).body;
        QVERIFY(!name.isEmpty());
        // A connection stays where it is.
        QCOMPARE(client->ask(get("/own/loop")).body, name);
        names.insert(name);
    }
    QCOMPARE(names.size(), loops);
}

void TestLoops::otherLoopsAnswerWhileOneIsBusy()
{
    TestServer server({}, severalLoops());
    RawClient busy(server.port);
    busy.send(get("/own/hold"));
    QVERIFY(server.held.tryAcquire(1, 10'000));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 200);
    server.hold.release();
    QCOMPARE(busy.receive().status, 200);
}

void TestLoops::answersLeaveInOrderInEveryLoop()
{
    TestServer server({}, severalLoops());
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    for (const auto &client : clients)
        client->send(get("/own/gate") + get("/own/open") + get("/own/users/7") + get("/own/none"));
    QTRY_COMPARE(server.inGate.load(), loops);
    server.gate.release(loops);
    for (const auto &client : clients) {
        QCOMPARE(client->receive().body, "\"gate\""_ba);
        QCOMPARE(client->receive().body, "\"open\""_ba);
        QCOMPARE(client->receive().body, "7"_ba);
        QCOMPARE(client->receive().status, 404);
    }
}

void TestLoops::nobodyElseGetsThePort()
{
    TestServer server({}, severalLoops());
    QTcpServer other;
    QVERIFY(!other.listen(QHostAddress(QHostAddress::LocalHost), server.port));
    server.server->stop();
    // Every loop has let go of it.
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), server.port));
}

void TestLoops::s45_capsHoldAcrossTheLoops_data()
{
    QTest::addColumn<int>("connections");
    QTest::addColumn<int>("connectionsPerAddress");
    QTest::newRow("of an address") << 100 << loops;
    QTest::newRow("in total") << loops << 100;
}

void TestLoops::s45_capsHoldAcrossTheLoops()
{
    Limits limits;
    QFETCH(int, connections);
    QFETCH(int, connectionsPerAddress);
    limits.connections = connections;
    limits.connectionsPerAddress = connectionsPerAddress;
    TestServer server(limits, severalLoops());
    auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 503);
    clients.pop_back();
    bool isFree = false;
    QTRY_VERIFY(isFree || (isFree = RawClient(server.port).ask(get("/own/open")).status == 200));
}

void TestLoops::s17_fullPoolsAreFullForEveryLoop()
{
    Limits limits;
    limits.poolThreads = 1;
    limits.poolQueue = 0;
    TestServer server(limits, severalLoops());
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    clients[0]->send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    for (int i = 1; i < loops; ++i)
        QCOMPARE(clients[std::size_t(i)]->ask(get("/own/users/7")).status, 503);
    server.gate.release();
    QCOMPARE(clients[0]->receive().status, 200);
}

void TestLoops::theRequestLogSeesEveryLoop()
{
    TestServer server({}, severalLoops());
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    constexpr int rounds = 50;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &client : clients)
            client->send(get("/own/open"));
    }
    for (int i = 0; i < rounds * loops; ++i)
        QCOMPARE(clients[std::size_t(i % loops)]->receive().status, 200);
    const QList<model::RequestEntry> entries = server.log.after(0, 0).result();
    QCOMPARE(entries.size(), loops + rounds * loops);
    for (qsizetype i = 0; i < entries.size(); ++i)
        QCOMPARE(entries[i].id, i + 1);
    // Whoever waits hears of the next one, whichever loop it comes to.
    for (const auto &client : clients) {
        const qint64 newest = server.log.after(0, 0).result().last().id;
        auto next = server.log.after(newest, 60);
        QCOMPARE(client->ask(get("/own/open")).status, 200);
        QCOMPARE(next.result().size(), 1);
    }
}

void TestLoops::stopFinishesWhatIsInFlightInEveryLoop()
{
    TestServer server({}, severalLoops());
    auto idle = server.clientInEveryLoop(loops);
    auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(idle.size() + clients.size(), std::size_t(2 * loops));
    for (const auto &client : clients)
        client->send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), loops);
    std::unique_ptr<QThread> stopper(QThread::create([&server] { server.server->stop(); }));
    stopper->start();
    for (const auto &client : idle)
        QVERIFY(client->isClosedByServer());
    QVERIFY(stopper->isRunning());
    server.gate.release(loops);
    for (const auto &client : clients) {
        QCOMPARE(client->receive().body, "\"gate\""_ba);
        QVERIFY(client->isClosedByServer());
    }
    QVERIFY(stopper->wait());
}

void TestLoops::stopEndsLongPollsInEveryLoop()
{
    TestServer server({}, severalLoops());
    server.promise.start();
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    for (const auto &client : clients)
        client->send(get("/own/later"));
    QTRY_COMPARE(server.inLater.load(), loops);
    server.server->stop();
    for (const auto &client : clients)
        QCOMPARE(client->receive().status, 503);
    server.promise.finish();
}

void TestLoops::stopWaitsForWhatAPoolStillDoes()
{
    Limits limits;
    limits.stopMs = 50;
    TestServer server(limits, severalLoops());
    {
        const auto clients = server.clientInEveryLoop(loops);
        QCOMPARE(clients.size(), std::size_t(loops));
        for (const auto &client : clients)
            client->send(get("/own/gate"));
        QTRY_COMPARE(server.inGate.load(), loops);
    }
    // Nobody wants these answers any more; they come all the same, after every client is gone.
    std::unique_ptr<QThread> stopper(QThread::create([&server] { server.server->stop(); }));
    stopper->start();
    QVERIFY(!stopper->wait(200));
    server.gate.release(loops);
    QVERIFY(stopper->wait());
    QCOMPARE(server.inGate.load(), 0);
}

void TestLoops::startsAgainAfterStop()
{
    TestServer server({}, severalLoops());
    server.server->stop();
    const auto urls = server.server->start();
    QVERIFY(urls);
    QCOMPARE(urls->size(), 1);
    server.port = quint16(urls->first().port());
    const auto clients = server.clientInEveryLoop(loops);
    QCOMPARE(clients.size(), std::size_t(loops));
    QCOMPARE(clients.back()->ask(get("/own/open")).status, 200);
}

QTEST_GUILESS_MAIN(TestLoops)
#include "tst_loops.moc"
