// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/listener.h"

#include "core/server/http/dispatcher.h"
#include "core/server/http/requestpipe.h"

namespace authdesk::server::http {

namespace {

constexpr int backlog = 511;
/// So many may wait to read that there is no room; whoever comes then is only cut off.
constexpr qsizetype mostTurnedAway = 100;

} // namespace

bool ConnectionCount::add(const QHostAddress &address)
{
    if (m_total >= m_limits.connections)
        return false;
    int &here = m_byAddress[address];
    if (here >= m_limits.connectionsPerAddress)
        return false;
    ++here;
    ++m_total;
    return true;
}

void ConnectionCount::remove(const QHostAddress &address)
{
    const auto here = m_byAddress.find(address);
    if (here == m_byAddress.end())
        return;
    --m_total;
    if (--*here == 0)
        m_byAddress.erase(here);
}

Listener::Listener(const Limits &limits, ConnectionCount &count)
    : m_limits(limits)
    , m_count(count)
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(backlog);
    // QTcpServer stops accepting by itself then, and would never begin again.
    connect(this, &QTcpServer::acceptError, this, [this] { m_isPaused = true; });
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *const connection = new Connection(descriptor, *m_dispatcher, m_limits, this);
    connect(connection, &Connection::gone, this, &Listener::forget);
    m_clients.insert(connection);
    if (m_count.add(connection->peer())) {
        addPendingConnection(&connection->pipe());
        return;
    }
    m_turnedAway.insert(connection);
    if (m_turnedAway.size() > mostTurnedAway)
        connection->abort();
    else
        connection->turnAway(m_dispatcher->refuse(
            *connection, {}, {503, QLatin1StringView("There are too many connections.")}));
}

void Listener::forget(Connection *connection)
{
    m_clients.remove(connection);
    if (!m_turnedAway.remove(connection))
        m_count.remove(connection->peer());
    if (m_clients.isEmpty())
        Q_EMIT lastClientGone();
}

void Listener::checkTimes(qint64 nowMs)
{
    if (m_isPaused && isListening()) {
        m_isPaused = false;
        resumeAccepting();
    }
    // A copy: a client that is ended leaves the set.
    const QSet<Connection *> clients = m_clients;
    for (Connection *const connection : clients)
        connection->checkTimes(nowMs);
}

void Listener::finish()
{
    close();
    const QSet<Connection *> clients = m_clients;
    for (Connection *const connection : clients)
        connection->finish();
}

void Listener::abortAll()
{
    const QSet<Connection *> clients = m_clients;
    for (Connection *const connection : clients)
        connection->abort();
}

} // namespace authdesk::server::http
