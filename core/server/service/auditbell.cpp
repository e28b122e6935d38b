// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/auditbell.h"

#include <algorithm>
#include <utility>

namespace authdesk::server::service {

AuditBell::~AuditBell()
{
    stop();
}

void AuditBell::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_condition.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void AuditBell::ring()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiters.empty() && !m_thread.joinable())
            return;
        m_rung = true;
    }
    m_condition.notify_all();
}

void AuditBell::wait(Attempt attempt, std::chrono::seconds limit)
{
    {
        const std::unique_lock lock(m_mutex);
        if (m_stopping) {
            attempt(true);
            return;
        }
        m_waiters.push_back({std::move(attempt), std::chrono::steady_clock::now() + limit});
        m_rung = true;
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_condition.notify_all();
}

void AuditBell::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_rung) {
            const auto next = std::ranges::min_element(m_waiters, {}, &Waiter::until);
            if (next == m_waiters.end()) {
                m_condition.wait(lock);
            } else {
                // A copy: who comes meanwhile may move the waiters to another place.
                const auto until = next->until;
                m_condition.wait_until(lock, until);
            }
        }
        attemptAll(lock);
    }
    for (const Waiter &waiter : m_waiters)
        waiter.attempt(true);
}

void AuditBell::attemptAll(std::unique_lock<std::mutex> &lock)
{
    m_rung = false;
    std::vector<Waiter> waiters = std::exchange(m_waiters, {});
    // An attempt reads the store: nobody who rings may wait for that.
    lock.unlock();
    std::erase_if(waiters, [](const Waiter &waiter) {
        return waiter.attempt(waiter.until <= std::chrono::steady_clock::now());
    });
    lock.lock();
    std::ranges::move(waiters, std::back_inserter(m_waiters));
}

} // namespace authdesk::server::service
