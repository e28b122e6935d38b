// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/jobqueue.h"

#include <algorithm>

namespace authdesk::server::store {

bool JobQueue::push(const TaskPointer &task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed)
            return false;
        m_tasks.push_back(task);
    }
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
    const auto count = std::ptrdiff_t(std::min(maximum, m_tasks.size()));
    std::vector<TaskPointer> taken(m_tasks.begin(), m_tasks.begin() + count);
    m_tasks.erase(m_tasks.begin(), m_tasks.begin() + count);
    return taken;
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
