// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/jobqueue.h"

#include <algorithm>

namespace authdesk::server::store {

bool JobQueue::push(const TaskPointer &task)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        // A patient task behind another one is taken along with it and needs nobody's attention.
        wakes = !task->patientUntil || m_tasks.empty();
        m_tasks.push_back(task);
    }
    if (wakes)
        m_changed.notify_one();
    return true;
}

std::optional<std::vector<JobQueue::TaskPointer>>
JobQueue::take(std::size_t maximum, std::optional<std::chrono::milliseconds> idle)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_closed || !m_tasks.empty(); };
    if (idle)
        m_changed.wait_for(lock, *idle, ready);
    else
        m_changed.wait(lock, ready);
    if (m_tasks.empty())
        return m_closed ? std::nullopt : std::optional(std::vector<TaskPointer>());
    if (!isUrgent(maximum)) {
        m_changed.wait_until(lock, *m_tasks.front()->patientUntil,
                             [this, maximum] { return isUrgent(maximum); });
    }
    const auto count = std::ptrdiff_t(std::min(maximum, m_tasks.size()));
    std::vector<TaskPointer> taken(m_tasks.begin(), m_tasks.begin() + count);
    m_tasks.erase(m_tasks.begin(), m_tasks.begin() + count);
    return taken;
}

bool JobQueue::isUrgent(std::size_t maximum) const
{
    return m_closed || m_tasks.size() >= maximum
           || std::ranges::any_of(m_tasks, [](const auto &task) { return !task->patientUntil; });
}

void JobQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

} // namespace authdesk::server::store
