// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requestpipe.h"

#include <QtCore/QScopedValueRollback>

#include <algorithm>
#include <cstring>

namespace authdesk::server::http {

namespace {

thread_local const RequestPipe *current = nullptr;

} // namespace

RequestPipe::RequestPipe(Connection &connection, const QHostAddress &peer)
    : m_connection(connection)
{
    setPeerAddress(peer);
    setOpenMode(ReadWrite);
    setSocketState(ConnectedState);
}

RequestPipe::~RequestPipe()
{
    // QAbstractSocket would want to close a connection that it never had.
    setSocketState(UnconnectedState);
}

void RequestPipe::deliver(Method method, const QByteArray &body)
{
    m_at = 0;
    m_message.clear();
    m_message.append(methodName(method)).append(" / HTTP/1.1\r\nHost: localhost\r\n");
    if (!body.isEmpty())
        m_message.append("Content-Length: ").append(QByteArray::number(body.size())).append("\r\n");
    m_message.append("\r\n").append(body);

    const QScopedValueRollback delivered(current, static_cast<const RequestPipe *>(this));
    qsizetype before = 0;
    do {
        before = unread();
        Q_EMIT readyRead();
    } while (unread() > 0 && unread() < before);
    m_message.clear();
    m_at = 0;
}

const RequestPipe *RequestPipe::delivering()
{
    return current;
}

qint64 RequestPipe::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + unread();
}

/// Qt gives up on a request; the Connection sees that it was not delivered.
void RequestPipe::disconnectFromHost()
{
    m_at = m_message.size();
}

qint64 RequestPipe::readData(char *data, qint64 maxSize)
{
    const qsizetype count = std::min<qsizetype>(unread(), maxSize);
    std::memcpy(data, m_message.constData() + m_at, static_cast<std::size_t>(count));
    m_at += count;
    return count;
}

/// Answers leave through the Connection; what Qt says by itself (it refuses in its own words on
/// some paths) is not for the client.
qint64 RequestPipe::writeData(const char *, qint64 size)
{
    return size;
}

} // namespace authdesk::server::http
