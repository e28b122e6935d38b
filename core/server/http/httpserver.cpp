// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/httpserver.h"

#include "core/server/http/descriptorlimit.h"
#include "core/server/http/serverloop.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>

#include <algorithm>
#include <future>

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

/// A thread and the loop that lives on it.
class HttpServer::LoopThread final
{
public:
    /// Afterwards the loop accepts connections; the thread ends by end().
    [[nodiscard]] base::Result<void> start(Shared &shared, int number)
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
    /// Accepts nothing any more; ready when every client is gone.
    [[nodiscard]] std::future<void> finish()
    {
        const auto quiet = std::make_shared<std::promise<void>>();
        QMetaObject::invokeMethod(
            m_loop, [loop = m_loop, quiet] { loop->stop([quiet] { quiet->set_value(); }); },
            Qt::QueuedConnection);
        return quiet->get_future();
    }
    void end()
    {
        QMetaObject::invokeMethod(
            m_events, [events = m_events] { events->quit(); }, Qt::QueuedConnection);
        m_thread->wait();
    }

private:
    std::unique_ptr<QThread> m_thread;
    Loop *m_loop = nullptr;         ///< lives on the thread until end()
    QEventLoop *m_events = nullptr; ///< so does this
};

struct HttpServer::Running
{
    Running(const HttpServerOptions &options, Authenticator &authenticator,
            const base::Clock &clock, RequestLog &requestLog)
        : shared(options, authenticator, clock, requestLog)
    {
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    ~Running()
    {
        std::vector<std::future<void>> quiet;
        for (const auto &thread : threads)
            quiet.push_back(thread->finish());
        for (const std::future<void> &one : quiet)
            one.wait();
        // What still runs on a pool, for clients that left, reports to one of the loops.
        shared.generalPool.drain();
        shared.signInPool.drain();
        for (const auto &thread : threads)
            thread->end();
    }

    Shared shared;
    std::vector<std::unique_ptr<LoopThread>> threads; ///< those that accept connections
};

HttpServer::HttpServer(HttpServerOptions options, Authenticator &authenticator,
                       const base::Clock &clock, RequestLog &requestLog)
    : m_options(std::move(options))
    , m_authenticator(authenticator)
    , m_clock(clock)
    , m_requestLog(requestLog)
{
}

HttpServer::~HttpServer()
{
    stop();
}

base::Result<QList<QUrl>> HttpServer::start()
{
    stop();
    auto running = std::make_unique<Running>(m_options, m_authenticator, m_clock, m_requestLog);
    if (auto read = running->shared.readRoutes(); !read)
        return std::unexpected(std::move(read.error()));
    allowConnections(m_options.limits.connections);
    for (int number = 1; number <= loopsOf(m_options); ++number) {
        auto thread = std::make_unique<LoopThread>();
        if (auto started = thread->start(running->shared, number); !started)
            return std::unexpected(std::move(started.error()));
        running->threads.push_back(std::move(thread));
    }
    m_running = std::move(running);
    return m_running->shared.urls;
}

void HttpServer::stop()
{
    m_running.reset();
}

bool HttpServer::isRunning() const
{
    return m_running != nullptr;
}

} // namespace authdesk::server::http
