// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/serverloop.h"

#include "core/server/http/descriptorlimit.h"

#include <algorithm>

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

HttpServer::Loop::Loop(const HttpServerOptions &options, Authenticator &authenticator,
                       const base::Clock &clock, RequestLog &requestLog)
    : m_options(options)
    , m_requestLog(requestLog)
    , m_generalPool(options.limits.poolThreads, options.limits.poolQueue)
    , m_signInPool(options.limits.signInThreads, options.limits.signInQueue)
    , m_context{.authenticator = authenticator,
                .clock = clock,
                .limits = options.limits,
                .requestLog = requestLog,
                .generalPool = m_generalPool,
                .signInPool = m_signInPool,
                .logLine = options.logLine}
    , m_count(options.limits)
    , m_qtServer(std::make_unique<QtServer>())
{
    connect(&m_sweep, &QTimer::timeout, this, &Loop::sweep);
    m_stopDeadline.setSingleShot(true);
    connect(&m_stopDeadline, &QTimer::timeout, this, [this] {
        for (Listener *const listener : m_listeners)
            listener->abortAll();
    });
}

HttpServer::Loop::~Loop()
{
    // What still runs on a pool reports to a dispatcher.
    m_generalPool.drain();
    m_signInPool.drain();
    m_qtServer.reset();
}

base::Result<QList<QUrl>> HttpServer::Loop::listen()
{
    allowConnections(m_options.limits.connections);
    QList<QUrl> urls;
    for (const ListenerOptions &options : m_options.listeners) {
        auto url = listen(options);
        if (!url)
            return std::unexpected(std::move(url.error()));
        urls.append(*url);
    }
    for (Listener *const listener : m_listeners)
        m_qtServer->bind(listener);
    m_sweep.start(sweepInterval(m_options.limits));
    return urls;
}

base::Result<QUrl> HttpServer::Loop::listen(const ListenerOptions &options)
{
    auto table = RouteTable::create(options.mounts);
    if (!table)
        return std::unexpected(std::move(table.error()));
    // Nobody is accepted before the event loop turns, so the port may be asked for first.
    auto listener = std::make_unique<Listener>(m_options.limits, m_count);
    if (!listener->listen(options.address, options.port)) {
        const QString where = u"%1:%2"_s.arg(options.address.toString()).arg(options.port);
        const bool isTaken = listener->serverError() == QAbstractSocket::AddressInUseError;
        return base::fail(
            isTaken ? base::ErrorCode::PortTaken : base::ErrorCode::Unreachable,
            isTaken ? u"Another program already listens on %1."_s.arg(where)
                    : u"Nothing can listen on %1: %2"_s.arg(where, listener->errorString()),
            listener->errorString());
    }
    const quint16 port = listener->serverPort();
    Dispatcher &dispatcher = *m_dispatchers.emplace_back(std::make_unique<Dispatcher>(
        std::move(*table),
        OriginRules(options.address, port, m_options.publicUrl, m_options.corsOrigins), m_context));
    listener->setDispatcher(dispatcher);
    listener->setParent(m_qtServer.get());
    m_listeners.push_back(listener.release());
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(options.address.toString());
    url.setPort(port);
    return url;
}

void HttpServer::Loop::sweep()
{
    const qint64 now = steadyMs();
    for (Listener *const listener : m_listeners)
        listener->checkTimes(now);
    m_requestLog.endOverdueWaits();
}

void HttpServer::Loop::stop(std::function<void()> stopped)
{
    m_stopped = std::move(stopped);
    m_stopDeadline.start(m_options.limits.stopMs);
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
    if (std::none_of(m_listeners.begin(), m_listeners.end(),
                     [](const Listener *listener) { return listener->hasClients(); }))
        m_stopped();
}

} // namespace authdesk::server::http
