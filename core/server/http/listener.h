// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One listening socket and the clients that came by it. Bound exclusively: a second program cannot
// take the same port. In the event loop's thread.
#pragma once

#include "core/server/http/connection.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtNetwork/QTcpServer>

namespace authdesk::server::http {

/// How many clients there are, over all listeners of a server.
class ConnectionCount final
{
public:
    explicit ConnectionCount(const Limits &limits)
        : m_limits(limits)
    {
    }
    /// False: one more would be too many.
    [[nodiscard]] bool add(const QHostAddress &address);
    void remove(const QHostAddress &address);

private:
    const Limits &m_limits;
    int m_total = 0;
    QHash<QHostAddress, int> m_byAddress;
};

class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    Listener(const Limits &limits, ConnectionCount &count);

    /// Needed before the first client comes; outlives the listener.
    void setDispatcher(Dispatcher &dispatcher) { m_dispatcher = &dispatcher; }
    void checkTimes(qint64 nowMs);
    /// Accepts nothing any more and lets every client go once it has its answer.
    void finish();
    void abortAll();
    [[nodiscard]] bool hasClients() const { return !m_clients.isEmpty(); }

Q_SIGNALS:
    void lastClientGone();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void forget(Connection *connection);

    Dispatcher *m_dispatcher = nullptr;
    const Limits &m_limits;
    ConnectionCount &m_count;
    QSet<Connection *> m_clients;
    QSet<Connection *> m_turnedAway; ///< among m_clients; not counted
    bool m_isPaused = false;         ///< accepting failed, mostly for want of descriptors
};

} // namespace authdesk::server::http
