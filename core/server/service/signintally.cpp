// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/signintally.h"

#include "core/server/service/toolbox.h"
#include "core/server/store/statsrepository.h"

#include <QtCore/QMutexLocker>

#include <algorithm>

namespace authdesk::server::service {

using model::SignInHour;

namespace {

constexpr int hoursOfDay = 24;
constexpr qint64 secondsOfHour = 3600;

/// So many audit rows are read at once: some ten milliseconds, in between which others read.
constexpr qint64 batch = 20000;

QDateTime startOfHour(const QDateTime &time)
{
    const qint64 seconds = time.toSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch(seconds - seconds % secondsOfHour, Qt::UTC);
}

struct Stretch
{
    qint64 last = 0; ///< row that was counted
    qint64 end = 0;  ///< the last row there is
    QList<SignInHour> hours;
};

} // namespace

SignInTally::SignInTally(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<QList<SignInHour>> SignInTally::lastDay()
{
    const QMutexLocker locker(&m_mutex);
    const QDateTime current = startOfHour(m_tools.now());
    const QDateTime first = current.addSecs(-(hoursOfDay - 1) * secondsOfHour);
    if (auto counted = countOn(first); !counted)
        return base::fail(counted.error());
    m_hours.erase(m_hours.begin(), m_hours.lower_bound(first));
    QList<SignInHour> day;
    for (int hour = 0; hour < hoursOfDay; ++hour) {
        const QDateTime from = first.addSecs(hour * secondsOfHour);
        const auto known = m_hours.find(from);
        day.append(known == m_hours.end() ? SignInHour{.from = from} : known->second);
    }
    return day;
}

base::Result<void> SignInTally::countOn(const QDateTime &from)
{
    for (;;) {
        const auto stretch = m_tools.read([&](store::Connection &connection) {
            store::StatsRepository stats(connection);
            const qint64 end = stats.lastAuditRow();
            const qint64 after = std::max(m_countedTo, stats.firstAuditRow(from) - 1);
            const qint64 last = std::min(end, after + batch);
            return Stretch{.last = last, .end = end, .hours = stats.signIns(after, last)};
        });
        if (!stretch)
            return base::fail(stretch.error());
        for (const SignInHour &counted : stretch->hours) {
            SignInHour &hour = m_hours[counted.from];
            hour.from = counted.from;
            hour.succeeded += counted.succeeded;
            hour.refused += counted.refused;
        }
        m_countedTo = stretch->last;
        if (stretch->last == stretch->end)
            return {};
    }
}

} // namespace authdesk::server::service
