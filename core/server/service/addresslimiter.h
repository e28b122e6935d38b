// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Failed sign-ins per address and minute, in memory: an IPv6 network of /64 counts as one address.
// What other servers on the same database refused is counted as soon as they tell.
// Thread-safe.
#pragma once

#include "core/base/clock.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtNetwork/QHostAddress>

#include <deque>

namespace authdesk::server::service {

struct AddressTicket
{
    QString network;
    qint64 countedAtMs = 0;    ///< monotonic
    int retryAfterSeconds = 0; ///< more than 0: refused, and not counted
};

class AddressLimiter final
{
public:
    /// `limit`: failures a minute; 0: none counted.
    AddressLimiter(const base::Clock &clock, int limit);

    /// Checks and counts in one step, before the guess is looked at: of many at the same instant no
    /// more than the limit get through. Whoever was not wrong gives it back.
    [[nodiscard]] AddressTicket reserve(const QHostAddress &address);
    void giveBack(const AddressTicket &ticket);
    /// A wrong guess that another server looked at.
    void countElsewhere(const QHostAddress &address);

    /// What is counted as one: the address, its /64, or the IPv4 address that IPv6 carries.
    [[nodiscard]] static QString networkOf(const QHostAddress &address);

private:
    [[nodiscard]] std::deque<qint64> &recentFailures(const QString &network);
    [[nodiscard]] int secondsToWait(const std::deque<qint64> &failures) const;
    void dropOld(std::deque<qint64> &failures) const;

    const base::Clock &m_clock;
    int m_limit;
    QMutex m_mutex;
    QHash<QString, std::deque<qint64>> m_failures; ///< monotonic milliseconds, oldest first
};

} // namespace authdesk::server::service
