// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells two parallel renewals with one refresh token from an old token that comes back later. The
// loser of a race began before the winner was written; a thief begins after. Thread-safe.
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

class RotationLog final
{
public:
    /// To be taken when a renewal begins.
    [[nodiscard]] quint64 now()
    {
        const QMutexLocker locker(&m_mutex);
        return m_count;
    }
    /// Inside the write that rotates.
    void rotated(qint64 sessionId)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_last.size() > mostSessions)
            m_last.clear();
        m_last.insert(sessionId, ++m_count);
    }
    /// Whether the session was rotated since `began`.
    [[nodiscard]] bool rotatedSince(qint64 sessionId, quint64 began)
    {
        const QMutexLocker locker(&m_mutex);
        return m_last.value(sessionId, 0) > began;
    }

private:
    static constexpr qsizetype mostSessions = 10'000;

    QMutex m_mutex;
    quint64 m_count = 0;
    QHash<qint64, quint64> m_last;
};

} // namespace authdesk::server::service
