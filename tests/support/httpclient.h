// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A blocking HTTP client for tests: one connection per request, answers as they came. The server
// has threads of its own, so the test's thread may wait.
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpSocket>

namespace authdesk::tests {

struct HttpAnswer
{
    int status = 0; ///< 0: no answer
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    /// A member of the body that is a text, as bytes.
    [[nodiscard]] QByteArray text(QLatin1StringView name) const
    {
        return json().value(name).toString().toUtf8();
    }
};

struct HttpCall
{
    QByteArray method;
    QByteArray path;
    QByteArray token = {};
    QByteArray body = {};
    QList<QByteArray> headers = {}; ///< whole lines; a Content-Type of one's own replaces ours
};

[[nodiscard]] inline QByteArray encodedCall(const HttpCall &call, const QUrl &server)
{
    QByteArray bytes = call.method + ' ' + call.path
                       + " HTTP/1.1\r\nHost: " + server.authority().toLatin1()
                       + "\r\nConnection: close\r\nUser-Agent: tests\r\n";
    if (!call.token.isEmpty())
        bytes += "Authorization: Bearer " + call.token + "\r\n";
    bool hasType = false;
    for (const QByteArray &line : call.headers) {
        bytes += line + "\r\n";
        hasType = hasType || line.toLower().startsWith("content-type:");
    }
    if (!call.body.isEmpty() && !hasType)
        bytes += "Content-Type: application/json\r\n";
    if (!call.body.isEmpty() || call.method == "POST" || call.method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    return bytes + "\r\n" + call.body;
}

/// Everything until the server closes, taken apart.
[[nodiscard]] inline HttpAnswer readAnswer(QTcpSocket &socket)
{
    QByteArray bytes;
    QElapsedTimer timer;
    timer.start();
    while (socket.state() != QAbstractSocket::UnconnectedState && timer.elapsed() < 20'000) {
        socket.waitForReadyRead(1000);
        bytes += socket.readAll();
    }
    bytes += socket.readAll();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (!bytes.startsWith("HTTP/1.1 ") || end < 0)
        return {};
    return {
        .status = bytes.mid(9, 3).toInt(), .head = bytes.first(end), .body = bytes.sliced(end + 4)};
}

[[nodiscard]] inline HttpAnswer exchange(const QUrl &server, const HttpCall &call)
{
    QTcpSocket socket;
    socket.connectToHost(server.host(), quint16(server.port()));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(encodedCall(call, server));
    return readAnswer(socket);
}

/// The same calls at once: every one is sent before the first answer is read.
[[nodiscard]] inline QList<HttpAnswer> exchangeAtOnce(const QUrl &server,
                                                      const QList<HttpCall> &calls)
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (const HttpCall &call : calls) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(server.host(), quint16(server.port()));
        if (socket->waitForConnected(5000))
            socket->write(encodedCall(call, server));
        socket->waitForBytesWritten(5000);
        sockets.push_back(std::move(socket));
    }
    QList<HttpAnswer> answers;
    for (const auto &socket : sockets)
        answers.append(readAnswer(*socket));
    return answers;
}

} // namespace authdesk::tests
