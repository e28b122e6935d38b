// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One listening socket, or a share in one, and the clients that came by it. Bound exclusively: a
// second program cannot take the same port. In the event loop's thread.
#pragma once

#include "core/server/http/connection.h"
#include "core/server/http/tlsidentity.h"
#include "core/server/http/trustedproxies.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtNetwork/QTcpServer>

namespace authdesk::server::http {

/// How many clients there are, over all listeners and loops of a server. Thread-safe.
class ConnectionCount final
{
public:
    /// What there is room for.
    enum class Place {
        Served,
        Told, ///< only to hear that there are too many
        None, ///< so many are being told already that it is only cut off
    };

    ConnectionCount(const Limits &limits, const TrustedProxies &proxies)
        : m_limits(limits)
        , m_proxies(proxies)
    {
    }
    [[nodiscard]] Place take(const QHostAddress &address);
    void giveBack(Place place, const QHostAddress &address);

private:
    const Limits &m_limits;
    const TrustedProxies &m_proxies;
    QMutex m_mutex;
    int m_served = 0;
    int m_told = 0;
    QHash<QHostAddress, int> m_byAddress;
};

class Listener final : public QTcpServer
{
    Q_OBJECT

public:
    /// `tls`: null for plain HTTP; outlives the listener.
    Listener(const Limits &limits, ConnectionCount &count, const TlsIdentity *tls);

    /// Accepts from the same socket as another loop's listener, which may close its own end first.
    /// False: errorString() says why.
    [[nodiscard]] bool share(qintptr descriptor);
    /// Needed before the first client comes; outlives the listener.
    void setDispatcher(Dispatcher &dispatcher) { m_dispatcher = &dispatcher; }
    void checkTimes(qint64 nowMs);
    /// Accepts nothing any more and lets every client go once it has its answer, or has not asked
    /// for `graceMs`.
    void finish(int graceMs);
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
    const TlsIdentity *m_tls;
    QHash<Connection *, ConnectionCount::Place> m_clients;
    bool m_isPaused = false; ///< accepting failed, mostly for want of descriptors
};

} // namespace authdesk::server::http
