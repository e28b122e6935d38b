// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The HTTP side of a server: listeners, limits and dispatch, in event loops on threads of their
// own. Made, started and stopped from one thread; reopened from any. Handlers run in its event
// loops, several at once, or on its pools.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/telemetry.h"
#include "core/server/http/authenticator.h"
#include "core/server/http/limits.h"
#include "core/server/http/requestlog.h"
#include "core/server/http/route.h"
#include "core/server/http/tlsidentity.h"
#include "core/server/http/trustedproxies.h"

#include <QtCore/QMutex>
#include <QtCore/QUrl>

#include <memory>
#include <vector>

namespace authdesk::server::http {

struct ListenerOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8000; ///< 0 picks a free one
    QList<Mount> mounts = {};
};

struct HttpServerOptions
{
    QList<ListenerOptions> listeners;
    Limits limits = {}; ///< of all loops together
    /// Event loops, each on a thread of its own; they share the listening sockets. On Windows,
    /// where a socket cannot be shared so, there is one.
    int loops = 1;
    /// Every listener speaks TLS with it; null: none does. Filled before the server starts.
    std::shared_ptr<const TlsIdentity> tls = {};
    /// The origin that people see ("https://id.example.org"); empty: none is set.
    QUrl publicUrl = {};
    /// Origins that browsers may call from: "https://app.example.org". Nobody else may.
    QList<QByteArray> corsOrigins = {};
    /// Who may say for whom they call; they are exempt from Limits::connectionsPerAddress.
    TrustedProxies proxies = TrustedProxies();
    /// Called in the event loops, several at once, for every request that a log should name: all
    /// but successful token checks (`GET …/me`). Must not block.
    std::function<void(const model::RequestEntry &)> logLine = {};
    /// Told of every answer and connection; null: nobody. Outlives the server.
    base::Telemetry *telemetry = nullptr;
};

class HttpServer final
{
public:
    /// The three must outlive the server.
    HttpServer(HttpServerOptions options, Authenticator &authenticator, const base::Clock &clock,
               RequestLog &requestLog);
    /// Stops.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens everywhere or nowhere. Afterwards connections are accepted; the URLs stand in the
    /// order of the listeners, with the real ports. PortTaken, with the address in the message;
    /// Internal when two rows claim the same path.
    [[nodiscard]] base::Result<QList<QUrl>> start();
    /// Answers by other options from now on: addresses that stay keep their sockets, new ones are
    /// bound before old ones are closed, and whoever is being answered is answered to the end by
    /// what was (for ten minutes at most). All or nothing, with the errors of start(); also Busy
    /// where the server does not run. Only where a new address covers an old one of the same port,
    /// or the other way round, the old one closes an instant earlier. Returns without waiting for
    /// what is in flight; a handler may call it.
    [[nodiscard]] base::Result<QList<QUrl>> reopen(HttpServerOptions options);
    /// Accepts nothing any more, finishes what is in flight (at most Limits::stopMs; long polls are
    /// ended at once) and joins the threads. Does nothing when it does not run.
    void stop();
    [[nodiscard]] bool isRunning() const;

private:
    struct Shared;
    class Loop;
    class LoopThread;
    class Running;
    class Retired;

    [[nodiscard]] base::Result<std::unique_ptr<Running>> run(const HttpServerOptions &options,
                                                             Running *before);

    HttpServerOptions m_options;
    Authenticator &m_authenticator;
    const base::Clock &m_clock;
    RequestLog &m_requestLog;
    mutable QMutex m_mutex;                          ///< guards what follows, and m_options
    std::unique_ptr<Running> m_running;              ///< null while it does not run
    std::vector<std::unique_ptr<Retired>> m_retired; ///< those before, with what they still answer
};

} // namespace authdesk::server::http
