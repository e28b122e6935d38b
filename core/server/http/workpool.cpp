// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/workpool.h"

namespace authdesk::server::http {

WorkPool::WorkPool(int threads, int queue)
    : m_limit(threads + queue)
{
    m_pool.setMaxThreadCount(threads);
}

bool WorkPool::run(std::function<void()> work)
{
    if (m_accepted.fetch_add(1, std::memory_order_relaxed) >= m_limit) {
        m_accepted.fetch_sub(1, std::memory_order_relaxed);
        return false;
    }
    m_pool.start([this, work = std::move(work)] {
        work();
        m_accepted.fetch_sub(1, std::memory_order_relaxed);
    });
    return true;
}

void WorkPool::drain()
{
    m_pool.waitForDone();
}

} // namespace authdesk::server::http
