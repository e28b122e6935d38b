// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/serverrun.h"

#include <QtCore/QMutexLocker>

#include <algorithm>

namespace authdesk::server::http {

namespace {

int loopsOf(const HttpServerOptions &options)
{
#ifdef Q_OS_UNIX
    return std::max(1, options.loops);
#else
    Q_UNUSED(options)
    return 1;
#endif
}

} // namespace

base::Result<void> HttpServer::LoopThread::start(Shared &shared, int number)
{
    const auto started = std::make_shared<std::promise<base::Result<void>>>();
    m_thread.reset(QThread::create([this, &shared, started] {
        Loop loop(shared);
        QEventLoop events;
        auto listening = loop.listen();
        const bool isListening = listening.has_value();
        m_loop = &loop;
        m_events = &events;
        started->set_value(std::move(listening));
        if (isListening)
            events.exec();
    }));
    m_thread->setObjectName(QStringLiteral("http %1").arg(number));
    m_thread->start();
    auto listening = started->get_future().get();
    if (!listening)
        m_thread->wait();
    return listening;
}

std::future<void> HttpServer::LoopThread::finish(Loop::Leave leave)
{
    const auto quiet = std::make_shared<std::promise<void>>();
    QMetaObject::invokeMethod(
        m_loop,
        [loop = m_loop, leave, quiet] { loop->stop(leave, [quiet] { quiet->set_value(); }); },
        Qt::QueuedConnection);
    return quiet->get_future();
}

void HttpServer::LoopThread::hurry()
{
    QMetaObject::invokeMethod(m_loop, [loop = m_loop] { loop->hurry(); }, Qt::QueuedConnection);
}

void HttpServer::LoopThread::close(std::size_t place)
{
    QMetaObject::invokeMethod(
        m_loop, [loop = m_loop, place] { loop->close(place); }, Qt::BlockingQueuedConnection);
}

void HttpServer::LoopThread::end()
{
    QMetaObject::invokeMethod(
        m_events, [events = m_events] { events->quit(); }, Qt::QueuedConnection);
    m_thread->wait();
}

HttpServer::Running::Running(const HttpServerOptions &options, Authenticator &authenticator,
                             const base::Clock &clock, RequestLog &requestLog, Running *before)
    : m_shared(options, authenticator, clock, requestLog, before)
    , m_sockets(std::size_t(options.listeners.size()), Socket::Own)
{
}

HttpServer::Running::~Running()
{
    if (m_quiet.empty())
        leave(Loop::Leave::Promptly);
    waitUntilQuiet();
    // What still runs on a pool, for clients that left, reports to one of the loops.
    m_shared.generalPool.drain();
    m_shared.signInPool.drain();
    for (const auto &thread : m_threads)
        thread->end();
}

base::Result<void> HttpServer::Running::start()
{
    if (auto read = m_shared.readRoutes(); !read)
        return read;
    for (int number = 1; number <= loopsOf(m_shared.options); ++number) {
        auto thread = std::make_unique<LoopThread>();
        if (auto started = thread->start(m_shared, number); !started)
            return started;
        m_threads.push_back(std::move(thread));
    }
    m_shared.before = nullptr;
    return {};
}

qintptr HttpServer::Running::takeSocket(const ListenerOptions &wanted)
{
    for (std::size_t place = 0; place < m_sockets.size(); ++place) {
        const ListenerOptions &own = m_shared.options.listeners.at(qsizetype(place));
        const bool isThere = own.address == wanted.address
                             && (own.port == wanted.port
                                 || m_shared.urls.at(qsizetype(place)).port() == wanted.port);
        if (m_sockets[place] == Socket::Own && isThere) {
            m_sockets[place] = Socket::Taken;
            return m_shared.sockets[place];
        }
    }
    return -1;
}

bool HttpServer::Running::isInTheWay(std::size_t place, quint16 port) const
{
    return m_sockets[place] == Socket::Own && port != 0
           && m_shared.urls.at(qsizetype(place)).port() == port;
}

bool HttpServer::Running::listensOn(quint16 port) const
{
    for (std::size_t place = 0; place < m_sockets.size(); ++place) {
        if (isInTheWay(place, port))
            return true;
    }
    return false;
}

void HttpServer::Running::giveWay(quint16 port)
{
    for (std::size_t place = 0; place < m_sockets.size(); ++place) {
        if (!isInTheWay(place, port))
            continue;
        for (const auto &thread : m_threads)
            thread->close(place);
        m_sockets[place] = Socket::Closed;
    }
}

void HttpServer::Running::takeBack()
{
    std::replace(m_sockets.begin(), m_sockets.end(), Socket::Taken, Socket::Own);
}

bool HttpServer::Running::gaveWay() const
{
    return std::find(m_sockets.begin(), m_sockets.end(), Socket::Closed) != m_sockets.end();
}

HttpServerOptions HttpServer::Running::optionsAsRun() const
{
    HttpServerOptions options = m_shared.options;
    for (qsizetype i = 0; i < options.listeners.size(); ++i)
        options.listeners[i].port = quint16(m_shared.urls.at(i).port());
    return options;
}

void HttpServer::Running::leave(Loop::Leave leave)
{
    for (const auto &thread : m_threads)
        m_quiet.push_back(thread->finish(leave));
}

void HttpServer::Running::hurry()
{
    for (const auto &thread : m_threads)
        thread->hurry();
}

void HttpServer::Running::waitUntilQuiet()
{
    for (const std::future<void> &one : m_quiet)
        one.wait();
}

HttpServer::Retired::Retired(std::unique_ptr<Running> running)
    : m_running(std::move(running))
{
    m_running->leave(Loop::Leave::Patiently);
    m_thread = std::thread([this] {
        m_running->waitUntilQuiet();
        {
            const QMutexLocker locker(&m_mutex);
            m_running.reset();
        }
        m_isOver = true;
    });
}

HttpServer::Retired::~Retired()
{
    {
        const QMutexLocker locker(&m_mutex);
        if (m_running)
            m_running->hurry();
    }
    m_thread.join();
}

} // namespace authdesk::server::http
