// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/addresslimiter.h"

#include <QtCore/QMutexLocker>

#include <algorithm>

namespace authdesk::server::service {

namespace {

constexpr qint64 windowMs = 60'000;
constexpr qsizetype manyAddresses = 20'000;

} // namespace

AddressLimiter::AddressLimiter(const base::Clock &clock, int limit)
    : m_clock(clock)
    , m_limit(limit)
{
}

AddressTicket AddressLimiter::reserve(const QHostAddress &address)
{
    AddressTicket ticket;
    if (m_limit <= 0)
        return ticket;
    ticket.network = networkOf(address);
    ticket.countedAtMs = m_clock.monotonicMs();
    const QMutexLocker locker(&m_mutex);
    std::deque<qint64> &failures = recentFailures(ticket.network);
    ticket.retryAfterSeconds = secondsToWait(failures);
    if (ticket.retryAfterSeconds == 0)
        failures.push_back(ticket.countedAtMs);
    return ticket;
}

void AddressLimiter::giveBack(const AddressTicket &ticket)
{
    if (ticket.network.isEmpty() || ticket.retryAfterSeconds > 0)
        return;
    const QMutexLocker locker(&m_mutex);
    const auto found = m_failures.find(ticket.network);
    if (found == m_failures.end())
        return;
    const auto counted = std::find(found->begin(), found->end(), ticket.countedAtMs);
    if (counted != found->end())
        found->erase(counted);
    if (found->empty())
        m_failures.erase(found);
}

void AddressLimiter::countElsewhere(const QHostAddress &address)
{
    if (m_limit <= 0 || address.isNull())
        return;
    const QMutexLocker locker(&m_mutex);
    recentFailures(networkOf(address)).push_back(m_clock.monotonicMs());
}

std::deque<qint64> &AddressLimiter::recentFailures(const QString &network)
{
    if (m_failures.size() > manyAddresses) {
        m_failures.removeIf([this](auto entry) {
            dropOld(entry.value());
            return entry.value().empty();
        });
    }
    std::deque<qint64> &failures = m_failures[network];
    dropOld(failures);
    return failures;
}

QString AddressLimiter::networkOf(const QHostAddress &address)
{
    bool carriesIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&carriesIpv4);
    if (carriesIpv4)
        return QHostAddress(ipv4).toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString();
}

int AddressLimiter::secondsToWait(const std::deque<qint64> &failures) const
{
    if (failures.size() < size_t(m_limit))
        return 0;
    // The oldest of the last `limit` failures has to leave the window.
    const qint64 oldest = failures[failures.size() - size_t(m_limit)];
    const qint64 waitMs = oldest + windowMs - m_clock.monotonicMs();
    return int(std::max<qint64>(1, (waitMs + 999) / 1000));
}

void AddressLimiter::dropOld(std::deque<qint64> &failures) const
{
    const qint64 start = m_clock.monotonicMs() - windowMs;
    while (!failures.empty() && failures.front() <= start)
        failures.pop_front();
}

} // namespace authdesk::server::service
