// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/openguesses.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

OpenGuesses::Ticket OpenGuesses::open(const QByteArray &name)
{
    const QMutexLocker locker(&m_mutex);
    ++m_open[name];
    return {this, [this, name](const void *) { close(name); }};
}

int OpenGuesses::count(const QByteArray &name) const
{
    const QMutexLocker locker(&m_mutex);
    return m_open.value(name);
}

quint64 OpenGuesses::ended() const
{
    const QMutexLocker locker(&m_mutex);
    return m_ended;
}

void OpenGuesses::waitForEnd(quint64 seen, QDeadlineTimer deadline)
{
    const QMutexLocker locker(&m_mutex);
    while (m_ended == seen && m_oneEnded.wait(&m_mutex, deadline)) {
    }
}

void OpenGuesses::close(const QByteArray &name)
{
    const QMutexLocker locker(&m_mutex);
    if (--m_open[name] == 0)
        m_open.remove(name);
    ++m_ended;
    m_oneEnded.wakeAll();
}

} // namespace authdesk::server::service
