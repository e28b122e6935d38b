// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What lives on a server's thread: the listeners, their dispatchers and the pools. Made, used and
// destroyed there.
#pragma once

#include "core/server/http/dispatcher.h"
#include "core/server/http/httpserver.h"
#include "core/server/http/listener.h"
#include "core/server/http/qtserver.h"

#include <QtCore/QTimer>

namespace authdesk::server::http {

class HttpServer::Loop final : public QObject
{
public:
    Loop(const HttpServerOptions &options, Authenticator &authenticator, const base::Clock &clock,
         RequestLog &requestLog);
    ~Loop() override;

    /// All listeners or none.
    [[nodiscard]] base::Result<QList<QUrl>> listen();
    /// Lets everyone finish, then calls back: now or later, perhaps more than once.
    void stop(std::function<void()> stopped);

private:
    [[nodiscard]] base::Result<QUrl> listen(const ListenerOptions &options);
    void sweep();
    void stopWhenQuiet();

    const HttpServerOptions &m_options;
    RequestLog &m_requestLog;
    WorkPool m_generalPool;
    WorkPool m_signInPool;
    DispatchContext m_context;
    ConnectionCount m_count;
    std::vector<std::unique_ptr<Dispatcher>> m_dispatchers;
    std::vector<Listener *> m_listeners; ///< owned by m_qtServer, which they are bound to
    std::unique_ptr<QtServer> m_qtServer;
    QTimer m_sweep;
    QTimer m_stopDeadline;
    std::function<void()> m_stopped;
};

} // namespace authdesk::server::http
