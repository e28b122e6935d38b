// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Guesses that are counted but not yet looked at, by name: whoever is kept out only by these waits
// for them instead of being refused. Knows this process only. Inside this room only; thread-safe.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QWaitCondition>

#include <memory>

namespace authdesk::server::service {

class OpenGuesses final
{
public:
    /// While it lives, the guess is open.
    using Ticket = std::shared_ptr<const void>;

    [[nodiscard]] Ticket open(const QByteArray &name);
    [[nodiscard]] int count(const QByteArray &name) const;

    /// How many have ended so far: what waitForEnd() goes by.
    [[nodiscard]] quint64 ended() const;
    /// Until one more than `seen` has ended, or the time is over.
    void waitForEnd(quint64 seen, QDeadlineTimer deadline);

private:
    void close(const QByteArray &name);

    mutable QMutex m_mutex;
    QWaitCondition m_oneEnded;
    QHash<QByteArray, int> m_open;
    quint64 m_ended = 0;
};

} // namespace authdesk::server::service
