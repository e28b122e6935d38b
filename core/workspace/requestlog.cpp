// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/requestlog.h"

#include <algorithm>

namespace authdesk::workspace {

RequestLog::RequestLog(int capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max(1, capacity))
{
}

void RequestLog::append(const gateway::SentRequest &request)
{
    if (m_entries.size() >= m_capacity)
        m_entries.removeFirst();
    m_entries.append(request);
    Q_EMIT appended(request);
}

void RequestLog::clear()
{
    m_entries.clear();
    Q_EMIT cleared();
}

} // namespace authdesk::workspace
