// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A few threads for handlers that answer later: for rows that must not take the place of quicker
// ones. Bounded; whoever asks is told whether anybody still waits for the answer. Any thread;
// destroyed once its threads are done, which it asks them to be.
#pragma once

#include "core/server/http/response.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace authdesk::systems::own::routes {

class LaterPool final
{
public:
    using Wanted = std::function<bool()>;
    using Work = std::function<server::http::Response(const Wanted &isWanted)>;

    /// `mostWaiting`: those that run included.
    LaterPool(int threads, int mostWaiting)
        : m_mostWaiting(mostWaiting)
    {
        m_pool.setMaxThreadCount(threads);
    }
    ~LaterPool() { m_isEnding = true; }
    LaterPool(const LaterPool &) = delete;
    LaterPool &operator=(const LaterPool &) = delete;

    /// nullopt when too many wait already.
    [[nodiscard]] std::optional<QFuture<server::http::Response>> run(Work work)
    {
        if (m_waiting.fetch_add(1) >= m_mostWaiting) {
            --m_waiting;
            return std::nullopt;
        }
        auto promise = std::make_shared<QPromise<server::http::Response>>();
        promise->start();
        QFuture<server::http::Response> future = promise->future();
        m_pool.start([this, promise, work = std::move(work)] {
            promise->addResult(
                work([this, promise] { return !m_isEnding && !promise->isCanceled(); }));
            --m_waiting;
            promise->finish();
        });
        return future;
    }

private:
    const int m_mostWaiting;
    std::atomic<int> m_waiting = 0;
    std::atomic<bool> m_isEnding = false;
    QThreadPool m_pool; ///< last: waits for its threads before the rest goes
};

} // namespace authdesk::systems::own::routes
