// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/listener.h"

#include "core/server/http/dispatcher.h"
#include "core/server/http/requestpipe.h"

#include <optional>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace authdesk::server::http {

namespace {

constexpr int backlog = 511;
/// So many may wait to read that there is no room.
constexpr int mostTold = 100;

/// Another descriptor of the same listening socket; -1 where there can be none.
qintptr anotherDescriptor(qintptr descriptor)
{
#ifdef Q_OS_UNIX
    return ::fcntl(static_cast<int>(descriptor), F_DUPFD_CLOEXEC, 0);
#else
    Q_UNUSED(descriptor)
    return -1;
#endif
}

} // namespace

ConnectionCount::Place ConnectionCount::take(const QHostAddress &address)
{
    // Everybody who comes through a proxy comes from its address.
    const bool isProxy = m_proxies.contains(address);
    const QMutexLocker locker(&m_mutex);
    if (m_served < m_limits.connections) {
        int &here = m_byAddress[address];
        if (isProxy || here < m_limits.connectionsPerAddress) {
            ++here;
            ++m_served;
            return Place::Served;
        }
    }
    if (m_told >= mostTold)
        return Place::None;
    ++m_told;
    return Place::Told;
}

void ConnectionCount::giveBack(Place place, const QHostAddress &address)
{
    const QMutexLocker locker(&m_mutex);
    if (place == Place::Told)
        --m_told;
    if (place != Place::Served)
        return;
    --m_served;
    const auto here = m_byAddress.find(address);
    if (here != m_byAddress.end() && --*here == 0)
        m_byAddress.erase(here);
}

Listener::Listener(const Limits &limits, ConnectionCount &count, const TlsIdentity *tls)
    : m_limits(limits)
    , m_count(count)
    , m_tls(tls)
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(backlog);
    // QTcpServer stops accepting by itself then, and would never begin again.
    connect(this, &QTcpServer::acceptError, this, [this] { m_isPaused = true; });
}

bool Listener::share(qintptr descriptor)
{
    const qintptr own = anotherDescriptor(descriptor);
    return own >= 0 && setSocketDescriptor(own);
}

void Listener::incomingConnection(qintptr descriptor)
{
    std::optional<QSslConfiguration> tls;
    if (m_tls)
        tls = m_tls->configuration();
    auto *const connection =
        new Connection(descriptor, tls ? &*tls : nullptr, *m_dispatcher, m_limits, this);
    connect(connection, &Connection::gone, this, &Listener::forget);
    const ConnectionCount::Place place = m_count.take(connection->peer());
    m_clients.insert(connection, place);
    if (base::Telemetry *const telemetry = m_dispatcher->telemetry())
        telemetry->connectionOpened();
    switch (place) {
    case ConnectionCount::Place::Served:
        addPendingConnection(&connection->pipe());
        break;
    case ConnectionCount::Place::Told:
        connection->turnAway(m_dispatcher->refuse(
            *connection, {}, {503, QLatin1StringView("There are too many connections.")}));
        break;
    case ConnectionCount::Place::None:
        connection->abort();
        break;
    }
}

void Listener::forget(Connection *connection)
{
    m_count.giveBack(m_clients.take(connection), connection->peer());
    if (base::Telemetry *const telemetry = m_dispatcher->telemetry())
        telemetry->connectionClosed();
    if (m_clients.isEmpty())
        Q_EMIT lastClientGone();
}

void Listener::checkTimes(qint64 nowMs)
{
    if (m_isPaused && isListening()) {
        m_isPaused = false;
        resumeAccepting();
    }
    // A copy: a client that is ended leaves the table.
    const QList<Connection *> clients = m_clients.keys();
    for (Connection *const connection : clients)
        connection->checkTimes(nowMs);
}

void Listener::finish(int graceMs)
{
    close();
    const QList<Connection *> clients = m_clients.keys();
    for (Connection *const connection : clients)
        connection->finish(graceMs);
}

void Listener::abortAll()
{
    const QList<Connection *> clients = m_clients.keys();
    for (Connection *const connection : clients)
        connection->abort();
}

} // namespace authdesk::server::http
