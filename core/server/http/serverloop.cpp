// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/serverloop.h"

#include "core/server/http/serverrun.h"

#include <algorithm>
#include <utility>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

/// For what a server that was replaced still answers.
constexpr int patienceMs = 10 * 60 * 1000;
/// For a client that is connected to it and was about to ask.
constexpr int graceMs = 2'000;

/// Often enough for the shortest deadline, seldom enough to cost nothing.
int sweepInterval(const Limits &limits)
{
    const int shortest =
        std::min({limits.requestMs, limits.idleMs, limits.writeMs, limits.lingerMs});
    return std::clamp(shortest / 4, 5, 250);
}

} // namespace

HttpServer::Shared::Shared(HttpServerOptions serverOptions, Authenticator &authenticator,
                           const base::Clock &clock, RequestLog &requestLog, Running *predecessor)
    : options(std::move(serverOptions))
    , before(predecessor)
    , count(options.limits, options.proxies)
    , generalPool(options.limits.poolThreads, options.limits.poolQueue)
    , signInPool(options.limits.signInThreads, options.limits.signInQueue)
    , context{.authenticator = authenticator,
              .clock = clock,
              .limits = options.limits,
              .proxies = options.proxies,
              .requestLog = requestLog,
              .generalPool = generalPool,
              .signInPool = signInPool,
              .logLine = options.logLine,
              .telemetry = options.telemetry}
    , sockets(std::size_t(options.listeners.size()), -1)
    , urls(options.listeners.size())
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
        const TlsIdentity *const tls = m_shared.options.tls.get();
        auto *const listener = new Listener(m_shared.options.limits, m_shared.count, tls);
        listener->setParent(m_qtServer.get());
        m_listeners.push_back(listener);
    }
    if (auto opened = openAll(); !opened)
        return opened;
    // Nobody is accepted before the event loop turns.
    for (std::size_t place = 0; place < m_listeners.size(); ++place) {
        attend(place);
        m_qtServer->bind(m_listeners[place]);
    }
    m_sweep.start(sweepInterval(m_shared.options.limits));
    return {};
}

base::Result<void> HttpServer::Loop::openAll()
{
    std::vector<std::size_t> inTheWay;
    for (std::size_t place = 0; place < m_listeners.size(); ++place) {
        const quint16 port = m_shared.options.listeners.at(qsizetype(place)).port;
        if (m_shared.sockets[place] >= 0) {
            if (auto shared = share(place); !shared)
                return shared;
        } else if (auto opened = open(place); !opened) {
            if (!m_shared.before || !m_shared.before->listensOn(port))
                return opened;
            inTheWay.push_back(place);
        }
    }
    // Last, when nothing else can fail any more.
    for (const std::size_t place : inTheWay) {
        m_shared.before->giveWay(m_shared.options.listeners.at(qsizetype(place)).port);
        if (auto opened = open(place); !opened)
            return opened;
    }
    return {};
}

base::Result<void> HttpServer::Loop::share(std::size_t place)
{
    Listener &listener = *m_listeners[place];
    if (listener.share(m_shared.sockets[place]))
        return {};
    return base::fail(base::ErrorCode::Internal,
                      u"The event loops of the server cannot share a socket."_s,
                      listener.errorString());
}

bool HttpServer::Loop::takeOver(Listener &listener, const ListenerOptions &options)
{
    const qintptr socket = m_shared.before ? m_shared.before->takeSocket(options) : -1;
    return socket >= 0 && listener.share(socket);
}

base::Result<void> HttpServer::Loop::open(std::size_t place)
{
    Listener &listener = *m_listeners[place];
    const ListenerOptions &options = m_shared.options.listeners.at(qsizetype(place));
    if (!takeOver(listener, options) && !listener.listen(options.address, options.port)) {
        const QString where = u"%1:%2"_s.arg(options.address.toString()).arg(options.port);
        const bool isTaken = listener.serverError() == QAbstractSocket::AddressInUseError;
        return base::fail(
            isTaken ? base::ErrorCode::PortTaken : base::ErrorCode::Unreachable,
            isTaken ? u"Another program already listens on %1."_s.arg(where)
                    : u"Nothing can listen on %1: %2"_s.arg(where, listener.errorString()),
            listener.errorString());
    }
    QUrl &url = m_shared.urls[qsizetype(place)];
    url.setScheme(m_shared.scheme());
    url.setHost(options.address.toString());
    url.setPort(listener.serverPort());
    m_shared.sockets[place] = listener.socketDescriptor();
    return {};
}

void HttpServer::Loop::attend(std::size_t place)
{
    const ListenerOptions &options = m_shared.options.listeners.at(qsizetype(place));
    Listener &listener = *m_listeners[place];
    const OriginRules::Place origin{.listening = options.address,
                                    .port = listener.serverPort(),
                                    .scheme = m_shared.scheme(),
                                    .publicUrl = m_shared.options.publicUrl,
                                    .corsOrigins = m_shared.options.corsOrigins};
    Dispatcher &dispatcher = *m_dispatchers.emplace_back(std::make_unique<Dispatcher>(
        m_shared.tables[place], OriginRules(origin), m_shared.context));
    listener.setDispatcher(dispatcher);
}

void HttpServer::Loop::sweep()
{
    const qint64 now = steadyMs();
    for (Listener *const listener : m_listeners)
        listener->checkTimes(now);
    m_shared.context.requestLog.endOverdueWaits();
}

void HttpServer::Loop::stop(Leave leave, std::function<void()> stopped)
{
    m_stopped = std::move(stopped);
    for (Listener *const listener : m_listeners) {
        connect(listener, &Listener::lastClientGone, this, &Loop::stopWhenQuiet);
        listener->finish(graceMs);
    }
    if (leave == Leave::Promptly)
        hurry();
    else
        m_stopDeadline.start(patienceMs);
    stopWhenQuiet();
}

void HttpServer::Loop::hurry()
{
    m_stopDeadline.start(m_shared.options.limits.stopMs);
    for (const std::unique_ptr<Dispatcher> &dispatcher : m_dispatchers)
        dispatcher->endLongPolls();
    for (Listener *const listener : m_listeners)
        listener->finish(0);
}

void HttpServer::Loop::stopWhenQuiet()
{
    if (m_stopped
        && std::none_of(m_listeners.begin(), m_listeners.end(),
                        [](const Listener *listener) { return listener->hasClients(); }))
        std::exchange(m_stopped, {})();
}

} // namespace authdesk::server::http
