// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A running HttpServer with a few rows, and a client that speaks bytes. The server has threads of
// its own, so the client may block.
#pragma once

#include "core/server/http/httpserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSemaphore>
#include <QtCore/QTemporaryFile>
#include <QtCore/QThread>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

namespace authdesk::server::http::testing {

/// Knows "good" (from memory), "stored" (from the store only), "enrolling" and "auditor".
class FakeAuthenticator final : public Authenticator
{
public:
    std::optional<Answer> recall(QByteArrayView token) override
    {
        return token == "stored" ? std::optional<Answer>() : check(token);
    }
    Answer lookUp(QByteArrayView token) override { return check(token); }
    bool allows(const Principal &principal, model::Action, model::Subject) const override
    {
        return principal.username == QLatin1StringView("good");
    }

private:
    static Answer check(QByteArrayView token)
    {
        if (token != "good" && token != "stored" && token != "enrolling" && token != "auditor")
            return base::fail(base::ErrorCode::Unauthenticated, QStringLiteral("No."));
        Principal principal;
        principal.username = QString::fromLatin1(token.toByteArray());
        principal.enrollmentRequired = token == "enrolling";
        return std::make_shared<const Principal>(principal);
    }
};

struct Answer
{
    int status = 0;
    QByteArray head = {};
    QByteArray body = {};

    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0
                && QByteArrayView(line).first(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }
};

class RawClient
{
public:
    explicit RawClient(quint16 port, const QString &address = QStringLiteral("127.0.0.1"))
        : m_socket(std::make_unique<QTcpSocket>())
    {
        m_socket->connectToHost(address, port);
        m_socket->waitForConnected(wait);
    }

    /// One that is connected already.
    explicit RawClient(std::unique_ptr<QTcpSocket> socket)
        : m_socket(std::move(socket))
    {
    }

    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }

    /// The next answer; status 0 when the connection ended first.
    Answer receive(bool hasBody = true)
    {
        Answer answer;
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
            if (!more())
                return answer;
        }
        answer.head = m_buffer.first(end + 2);
        m_buffer.remove(0, end + 4);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype length = hasBody ? answer.header("Content-Length").toLongLong() : 0;
        while (m_buffer.size() < length) {
            if (!more())
                return answer;
        }
        answer.body = m_buffer.first(length);
        m_buffer.remove(0, length);
        return answer;
    }

    Answer ask(const QByteArray &bytes, bool hasBody = true)
    {
        send(bytes);
        return receive(hasBody);
    }

    /// True when the server ends the connection without another byte.
    bool isClosedByServer()
    {
        while (more()) {
        }
        return m_buffer.isEmpty() && m_socket->state() == QAbstractSocket::UnconnectedState;
    }

    QTcpSocket &socket() { return *m_socket; }

private:
    static constexpr int wait = 10'000;

    bool more()
    {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(wait))
            return false;
        m_buffer += m_socket->readAll();
        return true;
    }

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
};

[[nodiscard]] inline QByteArray get(const QByteArray &path, const QByteArray &headers = {},
                                    const QByteArray &method = "GET")
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

[[nodiscard]] inline QByteArray
post(const QByteArray &path, const QByteArray &body,
     const QByteArray &headers = "Content-Type: application/json\r\n")
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

class TestServer final
{
public:
    explicit TestServer(const Limits &limits = {}, HttpServerOptions options = {})
        : log(clock)
    {
        limitsOfTest = limits;
        options.limits = limits;
        // Most tests hold with any number of loops, and run with one and with several.
        options.loops = std::max(options.loops, qEnvironmentVariableIntValue("LOOPS_OF_THE_TESTS"));
        options.listeners = {
            {.address = QHostAddress(QHostAddress::LocalHost), .port = 0, .mounts = mounts()}};
        options.logLine = [this](const model::RequestEntry &) { ++logLines; };
        server = std::make_unique<HttpServer>(std::move(options), authenticator, clock, log);
        const auto urls = server->start();
        if (urls)
            port = static_cast<quint16>(urls->first().port());
    }
    ~TestServer()
    {
        gate.release(1000);
        hold.release(1000);
    }

    /// Listens there from now on, with the same rows.
    [[nodiscard]] base::Result<QList<QUrl>>
    reopen(const QList<QPair<QHostAddress, quint16>> &addresses, HttpServerOptions options = {})
    {
        options.limits = limitsOfTest;
        options.loops = std::max(options.loops, qEnvironmentVariableIntValue("LOOPS_OF_THE_TESTS"));
        options.logLine = [this](const model::RequestEntry &) { ++logLines; };
        for (const auto &[address, wanted] : addresses)
            options.listeners.append({.address = address, .port = wanted, .mounts = mounts()});
        return server->reopen(std::move(options));
    }

    /// A client in each of that many loops: a loop that is held up leaves the next client to the
    /// others. Empty: they did not come.
    [[nodiscard]] std::vector<std::unique_ptr<RawClient>> clientInEveryLoop(int loops)
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        while (qsizetype(clients.size()) < loops) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send(get("/own/hold"));
            if (!held.tryAcquire(1, 10'000)) {
                clients.clear();
                break;
            }
        }
        hold.release(int(clients.size()));
        for (const auto &client : clients)
            (void)client->receive();
        return clients;
    }

    Limits limitsOfTest;
    base::SystemClock clock;
    FakeAuthenticator authenticator;
    RequestLog log;
    QSemaphore gate;            ///< what GET /gate waits for
    QSemaphore hold;            ///< what GET /hold waits for, its event loop with it
    QSemaphore held;            ///< released by each GET /hold that waits
    QPromise<Response> promise; ///< what GET /later answers with
    std::atomic<int> inGate = 0;
    std::atomic<int> inLater = 0;
    std::atomic<int> logLines = 0;
    QByteArray fileBytes; ///< what GET /own/file answers with; set before it is asked
    QString lastFile;     ///< the name of the file that it was answered from
    std::unique_ptr<HttpServer> server;
    quint16 port = 0;

private:
    QList<Mount> mounts();
};

inline QList<Mount> TestServer::mounts()
{
    const auto say = [](const QByteArray &text) {
        return Handler::inLoop(
            [text](const Request &) { return Response::encodedJson(200, '"' + text + '"'); });
    };
    Mount own{.prefix = {}, .system = QStringLiteral("authdesk")};
    own.encodeError = [](const base::Error &error, const Request &) {
        return Response::json(statusOf(error.code),
                              QJsonObject{{QStringLiteral("own"), error.message}});
    };
    own.routes = {
        {Method::Get, "/own/open", Right::anyone(), say("open")},
        {Method::Get, "/own/me", Right::signedInOrEnrolling(), say("me")},
        {Method::Get, "/own/users", Right::to(model::Action::Read, model::Subject::Users),
         say("users")},
        {Method::Post, "/own/users", Right::signedIn(), Handler::onPool([](const Request &request) {
             return Response::encodedJson(201, request.body);
         })},
        {Method::Get, "/own/users/{id}", Right::anyone(),
         Handler::onPool([](const Request &request) -> base::Result<Response> {
             const auto id = request.idParameter(0);
             if (!id)
                 return base::fail(base::ErrorCode::NotFound, QStringLiteral("no such user"));
             return Response::encodedJson(200, QByteArray::number(*id));
         })},
        {Method::Get, "/own/gate", Right::anyone(), Handler::onPool([this](const Request &) {
             ++inGate;
             gate.acquire();
             --inGate;
             return Response::encodedJson(200, "\"gate\"");
         })},
        {Method::Get, "/own/later", Right::anyone(), Handler::later([this](const Request &) {
             ++inLater;
             return promise.future();
         })},
        {Method::Get, "/own/hold", Right::anyone(), Handler::inLoop([this](const Request &) {
             held.release();
             hold.acquire();
             return Response::encodedJson(200, "\"hold\"");
         })},
        {Method::Get, "/own/loop", Right::anyone(), Handler::inLoop([](const Request &) {
             return Response::encodedJson(200, QThread::currentThread()->objectName().toUtf8());
         })},
        {Method::Get, "/own/throw", Right::anyone(),
         Handler::onPool([](const Request &) -> Response { throw std::runtime_error("secret"); })},
        {Method::Get, "/own/broken", Right::anyone(),
         Handler::onPool([](const Request &) -> base::Result<Response> {
             return base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("no luck"),
                               QStringLiteral("disk I/O error"));
         })},
        {Method::Get, "/own/busy", Right::anyone(),
         Handler::inLoop([](const Request &) -> base::Result<Response> {
             return base::fail({.code = base::ErrorCode::TooManyRequests,
                                .message = QStringLiteral("slow down"),
                                .retryAfterSeconds = 7});
         })},
        {Method::Get, "/own/big", Right::anyone(), Handler::inLoop([](const Request &) {
             return Response::encodedJson(200, QByteArray(50'000'000, 'x'));
         })},
        {Method::Get, "/own/medium", Right::anyone(), Handler::inLoop([](const Request &) {
             return Response::encodedJson(200, QByteArray(1'000'000, 'x'));
         })},
        {Method::Get, "/own/file", Right::anyone(), Handler::onPool([this](const Request &) {
             auto file = std::make_shared<QTemporaryFile>();
             if (file->open()) {
                 file->write(fileBytes);
                 file->flush();
                 lastFile = file->fileName();
             }
             return Response::ofFile("text/csv", std::move(file));
         })},
        {Method::Get, "/own/where", Right::anyone(), Handler::inLoop([](const Request &request) {
             return Response::encodedJson(200, request.loopback ? "true" : "false");
         })},
        {Method::Get, "/own/secure", Right::anyone(), Handler::inLoop([](const Request &request) {
             return Response::encodedJson(200, request.secure ? "true" : "false");
         })},
        {Method::Get, "/own/split", Right::anyone(), Handler::inLoop([](const Request &) {
             return Response::empty(204).withHeader("X-Bad", "a\r\nX-Injected: b");
         })},
        {Method::Post, "/own/large", Right::anyone(), Handler::inLoop([](const Request &request) {
             return Response::encodedJson(200, QByteArray::number(request.body.size()));
         }),
         BodyType::Any, 3 * 1024 * 1024},
    };
    Mount other{.prefix = "/other", .system = QStringLiteral("other")};
    other.encodeError = [](const base::Error &error, const Request &) {
        return Response::json(statusOf(error.code),
                              QJsonObject{{QStringLiteral("other"), error.message}});
    };
    other.routes = {{Method::Get, "/me/", Right::signedIn(), say("other")}};
    return {own, other};
}

} // namespace authdesk::server::http::testing
