// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/addresslimiter.h"

#include <QtCore/QMutexLocker>

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

int AddressLimiter::secondsToWait(const QHostAddress &address)
{
    if (m_limit <= 0)
        return 0;
    const QMutexLocker locker(&m_mutex);
    const auto found = m_failures.find(networkOf(address));
    if (found == m_failures.end())
        return 0;
    dropOld(*found);
    if (found->size() < size_t(m_limit))
        return 0;
    // The oldest of the last `limit` failures has to leave the window.
    const qint64 oldest = (*found)[found->size() - size_t(m_limit)];
    const qint64 waitMs = oldest + windowMs - m_clock.monotonicMs();
    return int(std::max<qint64>(1, (waitMs + 999) / 1000));
}

void AddressLimiter::countFailure(const QHostAddress &address)
{
    if (m_limit <= 0)
        return;
    const QMutexLocker locker(&m_mutex);
    if (m_failures.size() > manyAddresses) {
        m_failures.removeIf([this](auto entry) {
            dropOld(entry.value());
            return entry.value().empty();
        });
    }
    std::deque<qint64> &failures = m_failures[networkOf(address)];
    dropOld(failures);
    failures.push_back(m_clock.monotonicMs());
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

void AddressLimiter::dropOld(std::deque<qint64> &failures) const
{
    const qint64 start = m_clock.monotonicMs() - windowMs;
    while (!failures.empty() && failures.front() <= start)
        failures.pop_front();
}

} // namespace authdesk::server::service
