// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/httpserver.h"

#include "core/base/log.h"
#include "core/server/http/descriptorlimit.h"
#include "core/server/http/serverrun.h"

#include <QtCore/QMutexLocker>

#include <optional>
#include <utility>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

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

base::Result<std::unique_ptr<HttpServer::Running>> HttpServer::run(const HttpServerOptions &options,
                                                                   Running *before)
{
    auto running =
        std::make_unique<Running>(options, m_authenticator, m_clock, m_requestLog, before);
    allowConnections(options.limits.connections);
    if (auto started = running->start(); !started)
        return std::unexpected(std::move(started.error()));
    return running;
}

base::Result<QList<QUrl>> HttpServer::start()
{
    stop();
    const QMutexLocker locker(&m_mutex);
    auto running = run(m_options, nullptr);
    if (!running)
        return std::unexpected(std::move(running.error()));
    m_running = *std::move(running);
    return m_running->urls();
}

base::Result<QList<QUrl>> HttpServer::reopen(HttpServerOptions options)
{
    const QMutexLocker locker(&m_mutex);
    if (!m_running)
        return base::fail(base::ErrorCode::Busy, u"The server is stopping."_s);
    std::erase_if(m_retired, [](const auto &retired) { return retired->isOver(); });
    auto running = run(options, m_running.get());
    std::optional<base::Error> refused;
    if (!running) {
        refused = running.error();
        m_running->takeBack();
        if (!m_running->gaveWay())
            return base::fail(*refused);
        running = run(m_running->optionsAsRun(), m_running.get());
        if (!running) {
            qCCritical(base::logServer).noquote()
                << "An address that was let go cannot be had back:" << running.error().message;
            m_running->takeBack();
            return base::fail(*refused);
        }
    }
    m_retired.push_back(std::make_unique<Retired>(std::exchange(m_running, *std::move(running))));
    if (refused)
        return base::fail(*refused);
    m_options = std::move(options);
    return m_running->urls();
}

void HttpServer::stop()
{
    std::unique_ptr<Running> running;
    std::vector<std::unique_ptr<Retired>> retired;
    {
        // What is in flight may be about to reopen; it finds the server gone.
        const QMutexLocker locker(&m_mutex);
        running = std::move(m_running);
        retired = std::move(m_retired);
    }
    if (running)
        running->leave(Loop::Leave::Promptly);
    retired.clear();
}

bool HttpServer::isRunning() const
{
    const QMutexLocker locker(&m_mutex);
    return m_running != nullptr;
}

} // namespace authdesk::server::http
