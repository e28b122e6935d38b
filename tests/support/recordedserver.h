// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tiny HTTP server that gives recorded answers on 127.0.0.1 and remembers what it was asked.
// Answers exactly what a test tells it, well-formed or not. One thread.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <functional>

namespace authdesk::tests {

struct RecordedRequest
{
    QByteArray line;    ///< "POST /a?b=c"
    QByteArray headers; ///< as sent, lower case
    QByteArray body;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] bool hasHeader(const QByteArray &header) const
    {
        return headers.contains("\r\n" + header.toLower());
    }
};

struct RecordedAnswer
{
    enum class How { Whole, Drip, Silence, Disconnect };
    QByteArray bytes = {};
    How how = How::Whole;
};

[[nodiscard]] inline RecordedAnswer answer(int status, const QByteArray &body,
                                           const QByteArray &type = "application/json",
                                           const QByteArray &moreHeaders = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders
            + "\r\n" + body};
}

class RecordedServer final : public QObject
{
public:
    RecordedServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl address() const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.serverPort());
        return url;
    }
    /// `line` without the query; the last one set wins. Everything else is 404 with JSON.
    void on(const QByteArray &line, const RecordedAnswer &recorded)
    {
        m_answers.insert(line, [recorded](const RecordedRequest &) { return recorded; });
    }
    void on(const QByteArray &line, std::function<RecordedAnswer(const RecordedRequest &)> made)
    {
        m_answers.insert(line, std::move(made));
    }

    /// What answers everything that no line was set for.
    void otherwise(std::function<RecordedAnswer(const RecordedRequest &)> made)
    {
        m_otherwise = std::move(made);
    }

    QList<RecordedRequest> requests;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        RecordedRequest request;
        request.headers = buffer.first(end + 2).toLower();
        const qsizetype at = request.headers.indexOf("content-length: ");
        const qsizetype length = at < 0 ? 0 : request.headers.mid(at + 16).split('\r')[0].toInt();
        if (buffer.size() < end + 4 + length)
            return;
        request.line = buffer.first(buffer.indexOf(" HTTP/"));
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.append(request);
        const auto made = m_answers.value(request.line.split('?')[0]);
        if (made)
            reply(socket, made(request));
        else if (m_otherwise)
            reply(socket, m_otherwise(request));
        else
            reply(socket, answer(404, R"({"detail":"Not Found"})"));
    }

    void reply(QTcpSocket *socket, const RecordedAnswer &recorded)
    {
        switch (recorded.how) {
        case RecordedAnswer::How::Whole:
            socket->write(recorded.bytes);
            break;
        case RecordedAnswer::How::Drip: {
            socket->write(recorded.bytes);
            auto *drops = new QTimer(socket);
            connect(drops, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drops->start(20);
            break;
        }
        case RecordedAnswer::How::Silence:
            break;
        case RecordedAnswer::How::Disconnect:
            socket->disconnectFromHost();
            break;
        }
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QHash<QByteArray, std::function<RecordedAnswer(const RecordedRequest &)>> m_answers;
    std::function<RecordedAnswer(const RecordedRequest &)> m_otherwise;
};

/// Waits, with the event loop running, until `future` has finished, cancelled or not.
template <typename Future>
[[nodiscard]] bool finishes(const Future &future, int milliseconds = 10000)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }, milliseconds);
}

} // namespace authdesk::tests
