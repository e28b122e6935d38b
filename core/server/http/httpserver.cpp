// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/httpserver.h"

#include "core/server/http/serverloop.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>

#include <future>

namespace authdesk::server::http {

struct HttpServer::Running
{
    std::unique_ptr<QThread> thread;
    Loop *loop = nullptr;         ///< lives on the thread until stop() was called
    QEventLoop *events = nullptr; ///< so does this
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
    auto running = std::make_unique<Running>();
    const auto started = std::make_shared<std::promise<base::Result<QList<QUrl>>>>();
    running->thread.reset(QThread::create([this, started, &place = *running] {
        Loop loop(m_options, m_authenticator, m_clock, m_requestLog);
        QEventLoop events;
        auto urls = loop.listen();
        place.loop = &loop;
        place.events = &events;
        const bool isListening = urls.has_value();
        started->set_value(std::move(urls));
        if (isListening)
            events.exec();
    }));
    running->thread->setObjectName(QStringLiteral("http"));
    running->thread->start();
    auto urls = started->get_future().get();
    if (urls)
        m_running = std::move(running);
    else
        running->thread->wait();
    return urls;
}

void HttpServer::stop()
{
    if (!m_running)
        return;
    QMetaObject::invokeMethod(
        m_running->loop,
        [loop = m_running->loop, events = m_running->events] {
            loop->stop([events] { events->quit(); });
        },
        Qt::QueuedConnection);
    m_running->thread->wait();
    m_running.reset();
}

bool HttpServer::isRunning() const
{
    return m_running != nullptr;
}

} // namespace authdesk::server::http
