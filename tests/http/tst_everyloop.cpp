// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server with several event loops is one server: what a call to one loop changes, all know at
// once.

#include "tests/http/cast.h"

#include <QtCore/QSemaphore>
#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

constexpr int loops = 3;

/// A connection that stays open, and with it at the loop that accepted it.
class KeptClient final
{
public:
    explicit KeptClient(const QUrl &server)
    {
        m_socket.connectToHost(server.host(), quint16(server.port()));
        m_socket.waitForConnected(5000);
    }
    void send(const QByteArray &path, const QByteArray &token = {})
    {
        m_socket.write(
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
            + (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n")
            + "\r\n");
        m_socket.flush();
    }
    HttpAnswer receive()
    {
        HttpAnswer answer;
        while (!m_buffer.contains("\r\n\r\n")) {
            if (!more())
                return {};
        }
        answer.head = m_buffer.first(m_buffer.indexOf("\r\n\r\n"));
        m_buffer.remove(0, answer.head.size() + 4);
        const qsizetype length = answer.header("Content-Length").toLongLong();
        while (m_buffer.size() < length) {
            if (!more())
                return {};
        }
        answer.body = m_buffer.first(length);
        m_buffer.remove(0, length);
        answer.status = answer.head.mid(9, 3).toInt();
        return answer;
    }
    HttpAnswer ask(const QByteArray &path, const QByteArray &token)
    {
        send(path, token);
        return receive();
    }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(20'000))
            return false;
        m_buffer += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

class TestEveryLoop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void s32_everyLoopForgetsATokenAtOnce_data();
    void s32_everyLoopForgetsATokenAtOnce();
    void aChangeIsSeenByEveryLoopAtOnce();
    void theRequestsOfEveryLoopAreShown();
    void aLongPollHearsOfWhatAnotherLoopDid();

private:
    QSemaphore m_hold; ///< what GET /hold waits for, its event loop with it
    QSemaphore m_held; ///< released by each GET /hold that waits
    std::unique_ptr<TestServer> m_server;
    std::vector<std::unique_ptr<KeptClient>> m_clients; ///< one in each loop
};

void TestEveryLoop::init()
{
    const auto hold = [this](const Request &) {
        m_held.release();
        m_hold.acquire();
        return Response::empty();
    };
    m_server = std::make_unique<TestServer>(TestServerOptions{
        .loops = loops,
        .mounts = {{.prefix = {},
                    .system = {},
                    .routes = {{Method::Get, "/hold", Right::anyone(), Handler::inLoop(hold)}}}}});
    // A loop that is held up leaves the next client to the others.
    for (int i = 0; i < loops; ++i) {
        m_clients.push_back(std::make_unique<KeptClient>(m_server->url()));
        m_clients.back()->send("/hold");
        QVERIFY(m_held.tryAcquire(1, 10'000));
    }
    m_hold.release(loops);
    for (const auto &client : m_clients)
        QCOMPARE(client->receive().status, 204);
}

void TestEveryLoop::cleanup()
{
    m_hold.release(1000);
    m_clients.clear();
    m_server.reset();
    (void)m_hold.tryAcquire(m_hold.available());
}

void TestEveryLoop::s32_everyLoopForgetsATokenAtOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("byAdmin");
    const auto row = [](const char *name, const QByteArray &method, const QByteArray &path,
                        const QByteArray &body,
                        bool byAdmin) { QTest::newRow(name) << method << path << body << byAdmin; };
    row("signed out", "POST", "/admin/v1/sign-out", "", false);
    row("disabled", "PATCH", "/admin/v1/users/ID", R"({"status":"disabled"})", true);
    row("another role", "PATCH", "/admin/v1/users/ID", R"({"role":"auditor"})", true);
    row("revoked", "POST", "/admin/v1/users/ID/revoke-sessions", "", true);
    row("deleted", "DELETE", "/admin/v1/users/ID", "", true);
}

void TestEveryLoop::s32_everyLoopForgetsATokenAtOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, byAdmin);
    Cast cast(*m_server);
    const QByteArray token = cast.value("user", "token");
    for (const auto &client : m_clients) {
        QCOMPARE(client->ask("/admin/v1/me", token).status, 200);
        QCOMPARE(client->ask("/api/v1/auth/me/", token).status, 200);
    }
    path.replace("ID", cast.value("user", "id"));
    const int done = m_server
                         ->call({.method = method,
                                 .path = path,
                                 .token = byAdmin ? cast.value("admin", "token") : token,
                                 .body = body})
                         .status;
    QVERIFY(done == 200 || done == 204);
    for (const auto &client : m_clients) {
        QCOMPARE(client->ask("/admin/v1/me", token).status, 401);
        QCOMPARE(client->ask("/api/v1/auth/me/", token).status, 401);
    }
}

void TestEveryLoop::aChangeIsSeenByEveryLoopAtOnce()
{
    Cast cast(*m_server);
    const QByteArray token = cast.value("user", "token");
    for (const QByteArray &name : {"Ada"_ba, "Grace"_ba, "Mary"_ba}) {
        const HttpCall change{.method = "PATCH",
                              .path = "/admin/v1/me",
                              .token = token,
                              .body = R"({"first_name":")" + name + "\"}"};
        QCOMPARE(m_server->call(change).status, 200);
        for (const auto &client : m_clients)
            QCOMPARE(client->ask("/admin/v1/me", token).text("first_name"_L1), name);
    }
}

void TestEveryLoop::theRequestsOfEveryLoopAreShown()
{
    Cast cast(*m_server);
    const QByteArray admin = cast.value("admin", "token");
    for (std::size_t i = 0; i < m_clients.size(); ++i)
        QCOMPARE(m_clients[i]
                     ->ask("/admin/v1/users/" + QByteArray::number(1000 + qint64(i)), admin)
                     .status,
                 404);
    for (const auto &client : m_clients) {
        const QJsonArray items =
            client->ask("/admin/v1/requests", admin).json().value("items"_L1).toArray();
        QSet<QString> paths;
        for (const auto &item : items)
            paths.insert(item.toObject().value("path"_L1).toString());
        for (int i = 0; i < loops; ++i)
            QVERIFY(paths.contains(u"/admin/v1/users/%1"_s.arg(1000 + i)));
    }
}

void TestEveryLoop::aLongPollHearsOfWhatAnotherLoopDid()
{
    Cast cast(*m_server);
    const QByteArray admin = cast.value("admin", "token");
    for (const auto &client : m_clients) {
        const QJsonArray events =
            client->ask("/admin/v1/audit-events?limit=1", admin).json().value("items"_L1).toArray();
        const qint64 newest = events.at(0).toObject().value("id"_L1).toInteger();
        client->send("/admin/v1/audit-events?wait=60&after=" + QByteArray::number(newest), admin);
        QCOMPARE(cast.signIn("admin").status, 200);
        const HttpAnswer heard = client->receive();
        QCOMPARE(heard.status, 200);
        QVERIFY(!heard.json().value("items"_L1).toArray().isEmpty());
    }
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestEveryLoop)
#include "tst_everyloop.moc"
