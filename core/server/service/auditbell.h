// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Wakes whoever waits for a new audit event. One thread for all who wait, started with the first.
// Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace authdesk::server::service {

class AuditBell final
{
public:
    /// Tries to finish a wait; true: it is over. `last`: the time is up, finish in any case.
    using Attempt = std::function<bool(bool last)>;

    AuditBell() = default;
    AuditBell(const AuditBell &) = delete;
    AuditBell &operator=(const AuditBell &) = delete;
    /// Every wait is finished with a last attempt.
    ~AuditBell();
    /// As the destructor; later waits are over at once.
    void stop();

    /// A commit brought new events. Quick.
    void ring();
    /// Calls `attempt` at once, after every ring() and a last time after `limit`, always on the
    /// bell's thread.
    void wait(Attempt attempt, std::chrono::seconds limit);

private:
    struct Waiter
    {
        Attempt attempt;
        std::chrono::steady_clock::time_point until;
    };
    void run();
    void attemptAll(std::unique_lock<std::mutex> &lock);

    std::mutex m_mutex;
    std::condition_variable m_condition;
    std::vector<Waiter> m_waiters;
    std::thread m_thread;
    bool m_rung = false;
    bool m_stopping = false;
};

} // namespace authdesk::server::service
