// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs on their way to the database's threads. Any thread. Only inside this room.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace authdesk::server::store {

class Connection;

using Outcome = std::optional<base::Error>;

struct Task
{
    const std::function<Outcome(Connection &)> *job = nullptr; ///< lives until `done` is set
    bool quiet = false; ///< a look that comes again and again; does not count as work
    bool large = false; ///< of so many rows that it shares no transaction
    /// Until then it may lie in the queue for others to share its commit; nullopt: not at all.
    std::optional<std::chrono::steady_clock::time_point> patientUntil;
    std::promise<Outcome> done;
};

class JobQueue final
{
public:
    using TaskPointer = std::shared_ptr<Task>;

    /// False once the queue is closed.
    [[nodiscard]] bool push(const TaskPointer &task);
    /// Waits for work and takes up to `maximum` tasks; patient ones only together with one that is
    /// not, or when the oldest has waited long enough. Empty when `idle` passed without any;
    /// nullopt once the queue is closed and everything was taken.
    [[nodiscard]] std::optional<std::vector<TaskPointer>>
    take(std::size_t maximum, std::optional<std::chrono::milliseconds> idle);
    void close();

private:
    /// Whether something in the queue has to be taken without further waiting.
    [[nodiscard]] bool isUrgent(std::size_t maximum) const;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<TaskPointer> m_tasks;
    bool m_closed = false;
};

} // namespace authdesk::server::store
