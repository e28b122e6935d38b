// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Qt HTTP Server takes for a client: a socket without a connection, through which it is given
// one complete, checked request at a time. Qt's own parser takes broken lengths for "no body",
// reads pipelined requests before the answer to the first is known, and drops requests with
// Upgrade; none of that can happen to a message that stands alone, complete and spelled by us.
// Child of its Connection, in the event loop's thread.
#pragma once

#include "core/server/http/request.h"

#include <QtNetwork/QTcpSocket>

namespace authdesk::server::http {

class Connection;

class RequestPipe final : public QTcpSocket
{
    Q_OBJECT

public:
    RequestPipe(Connection &connection, const QHostAddress &peer);
    ~RequestPipe() override;

    [[nodiscard]] Connection &connection() const { return m_connection; }
    /// Qt has seen the whole request when this returns, and Connection::delivered() was called;
    /// otherwise Qt did not take it.
    void deliver(Method method, const QByteArray &body);
    /// The one that delivers in this thread now: Qt does not tell by which socket a request came.
    [[nodiscard]] static const RequestPipe *delivering();

    [[nodiscard]] qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] qsizetype unread() const { return m_message.size() - m_at; }

    Connection &m_connection;
    QByteArray m_message;
    qsizetype m_at = 0;
};

} // namespace authdesk::server::http
