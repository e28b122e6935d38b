// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/serverloop.h"

#include <algorithm>
#include <utility>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

/// Often enough for the shortest deadline, seldom enough to cost nothing.
int sweepInterval(const Limits &limits)
{
    const int shortest =
        std::min({limits.requestMs, limits.idleMs, limits.writeMs, limits.lingerMs});
    return std::clamp(shortest / 4, 5, 250);
}

} // namespace

HttpServer::Shared::Shared(const HttpServerOptions &serverOptions, Authenticator &authenticator,
                           const base::Clock &clock, RequestLog &requestLog)
    : options(serverOptions)
    , count(serverOptions.limits, serverOptions.proxies)
    , generalPool(serverOptions.limits.poolThreads, serverOptions.limits.poolQueue)
    , signInPool(serverOptions.limits.signInThreads, serverOptions.limits.signInQueue)
    , context{.authenticator = authenticator,
              .clock = clock,
              .limits = serverOptions.limits,
              .proxies = serverOptions.proxies,
              .requestLog = requestLog,
              .generalPool = generalPool,
              .signInPool = signInPool,
              .logLine = serverOptions.logLine,
              .telemetry = serverOptions.telemetry}
{
}

base::Result<void> HttpServer::Shared::readRoutes()
{
    for (const ListenerOptions &listener : options.listeners) {
        auto table = RouteTable::create(listener.mounts);
        if (!table)
            return std::unexpected(std::move(table.error()));
        tables.push_back(std::move(*table));
    }
    return {};
}

QString HttpServer::Shared::scheme() const
{
    return options.tls ? u"https"_s : u"http"_s;
}

HttpServer::Loop::Loop(Shared &shared)
    : m_shared(shared)
    , m_qtServer(std::make_unique<QtServer>())
{
    connect(&m_sweep, &QTimer::timeout, this, &Loop::sweep);
    m_stopDeadline.setSingleShot(true);
    connect(&m_stopDeadline, &QTimer::timeout, this, [this] {
        for (Listener *const listener : m_listeners)
            listener->abortAll();
    });
}

base::Result<void> HttpServer::Loop::listen()
{
    for (std::size_t place = 0; place < m_shared.tables.size(); ++place) {
        if (auto listening = listen(place); !listening)
            return listening;
    }
    for (Listener *const listener : m_listeners)
        m_qtServer->bind(listener);
    m_sweep.start(sweepInterval(m_shared.options.limits));
    return {};
}

base::Result<void> HttpServer::Loop::listen(std::size_t place)
{
    const ListenerOptions &options = m_shared.options.listeners.at(qsizetype(place));
    // Nobody is accepted before the event loop turns, so the port may be asked for first.
    auto listener =
        std::make_unique<Listener>(m_shared.options.limits, m_shared.count, m_shared.options.tls);
    if (place == m_shared.sockets.size()) {
        if (auto opened = open(*listener, options); !opened)
            return opened;
    } else if (!listener->share(m_shared.sockets[place])) {
        return base::fail(base::ErrorCode::Internal,
                          u"The event loops of the server cannot share a socket."_s,
                          listener->errorString());
    }
    Dispatcher &dispatcher = *m_dispatchers.emplace_back(
        std::make_unique<Dispatcher>(m_shared.tables[place],
                                     OriginRules({.listening = options.address,
                                                  .port = listener->serverPort(),
                                                  .scheme = m_shared.scheme(),
                                                  .publicUrl = m_shared.options.publicUrl,
                                                  .corsOrigins = m_shared.options.corsOrigins}),
                                     m_shared.context));
    listener->setDispatcher(dispatcher);
    listener->setParent(m_qtServer.get());
    m_listeners.push_back(listener.release());
    return {};
}

base::Result<void> HttpServer::Loop::open(Listener &listener, const ListenerOptions &options)
{
    if (!listener.listen(options.address, options.port)) {
        const QString where = u"%1:%2"_s.arg(options.address.toString()).arg(options.port);
        const bool isTaken = listener.serverError() == QAbstractSocket::AddressInUseError;
        return base::fail(
            isTaken ? base::ErrorCode::PortTaken : base::ErrorCode::Unreachable,
            isTaken ? u"Another program already listens on %1."_s.arg(where)
                    : u"Nothing can listen on %1: %2"_s.arg(where, listener.errorString()),
            listener.errorString());
    }
    QUrl url;
    url.setScheme(m_shared.scheme());
    url.setHost(options.address.toString());
    url.setPort(listener.serverPort());
    m_shared.urls.append(url);
    m_shared.sockets.push_back(listener.socketDescriptor());
    return {};
}

void HttpServer::Loop::sweep()
{
    const qint64 now = steadyMs();
    for (Listener *const listener : m_listeners)
        listener->checkTimes(now);
    m_shared.context.requestLog.endOverdueWaits();
}

void HttpServer::Loop::stop(std::function<void()> stopped)
{
    m_stopped = std::move(stopped);
    m_stopDeadline.start(m_shared.options.limits.stopMs);
    for (Listener *const listener : m_listeners) {
        connect(listener, &Listener::lastClientGone, this, &Loop::stopWhenQuiet);
        listener->finish();
    }
    for (const std::unique_ptr<Dispatcher> &dispatcher : m_dispatchers)
        dispatcher->endLongPolls();
    stopWhenQuiet();
}

void HttpServer::Loop::stopWhenQuiet()
{
    if (m_stopped
        && std::none_of(m_listeners.begin(), m_listeners.end(),
                        [](const Listener *listener) { return listener->hasClients(); }))
        std::exchange(m_stopped, {})();
}

} // namespace authdesk::server::http
