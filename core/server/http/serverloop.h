// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An event loop of a server: its listeners and their dispatchers. Made, used and destroyed on its
// own thread; what the loops have in common is given to all of them.
#pragma once

#include "core/server/http/dispatcher.h"
#include "core/server/http/httpserver.h"
#include "core/server/http/listener.h"
#include "core/server/http/qtserver.h"

#include <QtCore/QTimer>

namespace authdesk::server::http {

/// What the loops of a server share; outlives them. Written while the loops start, one after
/// another; afterwards every member is thread-safe or only read.
struct HttpServer::Shared
{
    Shared(HttpServerOptions options, Authenticator &authenticator, const base::Clock &clock,
           RequestLog &requestLog, Running *before);

    /// Fills `tables`. Internal when two rows claim the same path.
    [[nodiscard]] base::Result<void> readRoutes();
    [[nodiscard]] QString scheme() const; ///< what the URLs of the listeners begin with

    const HttpServerOptions options;
    Running
        *before; ///< whose sockets may be taken over; null: nobody's. Only while the loops start
    ConnectionCount count;
    WorkPool generalPool;
    WorkPool signInPool;
    DispatchContext context;
    // One for each listener, in their order.
    std::vector<std::shared_ptr<const RouteTable>> tables;
    /// Opened by the first loop, which lives as long as the others; -1: not yet.
    std::vector<qintptr> sockets;
    QList<QUrl> urls; ///< with the real ports
};

class HttpServer::Loop final : public QObject
{
public:
    explicit Loop(Shared &shared);

    /// On all listeners or none: opens the sockets that are not open yet, shares those that are.
    [[nodiscard]] base::Result<void> listen();
    enum class Leave {
        Promptly,  ///< whoever waits for news is told to come again; Limits::stopMs for the rest
        Patiently, ///< everything comes to its own end, within ten minutes
    };
    /// Lets everyone finish, then calls back once, now or later.
    void stop(Leave leave, std::function<void()> stopped);
    /// Goes on promptly with what stop() began patiently.
    void hurry();
    /// Accepts nothing any more at that place.
    void close(std::size_t place) { m_listeners[place]->close(); }

private:
    [[nodiscard]] base::Result<void> openAll();
    [[nodiscard]] base::Result<void> open(std::size_t place);
    [[nodiscard]] base::Result<void> share(std::size_t place);
    [[nodiscard]] bool takeOver(Listener &listener, const ListenerOptions &options);
    void attend(std::size_t place);
    void sweep();
    void stopWhenQuiet();

    Shared &m_shared;
    std::vector<std::unique_ptr<Dispatcher>> m_dispatchers;
    std::vector<Listener *> m_listeners; ///< owned by m_qtServer, which they are bound to
    std::unique_ptr<QtServer> m_qtServer;
    QTimer m_sweep;
    QTimer m_stopDeadline;
    std::function<void()> m_stopped; ///< empty: nobody waits
};

} // namespace authdesk::server::http
