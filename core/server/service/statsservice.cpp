// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/statsservice.h"

#include "core/server/service/rights.h"
#include "core/server/service/servercontrol.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/statsrepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QMutexLocker>

#include <algorithm>
#include <utility>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Attention;
using model::Concern;

namespace {

/// A twentieth of a reader's time at most, however often somebody asks.
constexpr qint64 keptTimesAsLong = 20;
constexpr qint64 keptAtMostMs = 5000;

constexpr qint64 certificateConcernDays = 30;

qint64 countManagers(store::Connection &connection, const QDateTime &now)
{
    QList<qint64> managing;
    for (const model::Role &role : store::RoleRepository(connection).list()) {
        if (mayManageUsers(role.statements))
            managing.append(role.id);
    }
    return store::UserRepository(connection).countUsable(managing, std::nullopt, now);
}

QList<Attention> attentionOf(const model::UserCounts &users)
{
    QList<Attention> attention;
    if (users.mayManageUsers == 1)
        attention.append({.concern = Concern::OneManager});
    if (const qint64 without = users.withoutSecondFactor(); without > 0)
        attention.append({.concern = Concern::NoSecondFactor, .count = without});
    if (users.locked > 0)
        attention.append({.concern = Concern::Locked, .count = users.locked});
    return attention;
}

} // namespace

StatsService::StatsService(Toolbox &tools)
    : m_tools(tools)
    , m_startedAt(tools.now())
    , m_signIns(tools)
{
}

void StatsService::setListeners(QList<model::ListenerAddress> listeners)
{
    const QMutexLocker locker(&m_mutex);
    m_listeners = std::move(listeners);
}

void StatsService::setControl(const ServerControl *control)
{
    const QMutexLocker locker(&m_mutex);
    m_control = control;
}

std::optional<Attention> StatsService::certificateConcern()
{
    const ServerControl *control = nullptr;
    {
        const QMutexLocker locker(&m_mutex);
        control = m_control;
    }
    const auto certificate =
        control ? control->state().certificate : std::optional<model::CertificateFacts>();
    if (!certificate)
        return std::nullopt;
    const QDateTime now = m_tools.now();
    if (now.addDays(certificateConcernDays) < certificate->validUntil)
        return std::nullopt;
    constexpr qint64 day = 24 * 3600;
    const qint64 left = now.secsTo(certificate->validUntil) / day;
    return Attention{.concern = Concern::CertificateEnds, .count = std::max<qint64>(0, left)};
}

base::Result<model::ServerStats> StatsService::read(const Actor &actor)
{
    if (auto allowed = demandRight(actor.statements, model::Action::Read, model::Subject::Users);
        !allowed)
        return base::fail(allowed.error());
    const auto counted = counts();
    if (!counted)
        return base::fail(counted.error());
    auto signIns = m_signIns.lastDay();
    if (!signIns)
        return base::fail(signIns.error());
    model::ServerStats stats;
    stats.server = {.name = m_tools.serverName(),
                    .version = QStringLiteral(AUTHDESK_VERSION),
                    .startedAt = m_startedAt,
                    .databaseEngine = counted->databaseEngine,
                    .listeners = {}};
    stats.users = counted->users;
    stats.openSessions = counted->openSessions;
    stats.signIns = *std::move(signIns);
    stats.attention = attentionOf(counted->users);
    if (const auto concern = certificateConcern())
        stats.attention.append(*concern);
    const QMutexLocker locker(&m_mutex);
    stats.server.listeners = m_listeners;
    return stats;
}

base::Result<StatsService::Counts> StatsService::counts()
{
    const base::Clock &clock = m_tools.ground.clock;
    const qint64 before = clock.monotonicMs();
    {
        const QMutexLocker locker(&m_mutex);
        if (m_kept && before < m_keptUntilMs)
            return *m_kept;
    }
    auto counted = count();
    if (!counted)
        return counted;
    const qint64 after = clock.monotonicMs();
    const QMutexLocker locker(&m_mutex);
    m_kept = *counted;
    m_keptUntilMs = after + std::min(keptTimesAsLong * (after - before), keptAtMostMs);
    return counted;
}

base::Result<StatsService::Counts> StatsService::count()
{
    const QDateTime now = m_tools.now();
    bool isOutdated = false;
    const auto once = [&](store::Connection &connection) {
        store::StatsRepository stats(connection);
        isOutdated = store::UserRepository(connection).hasOutdatedStatuses(now);
        Counts counts{.databaseEngine = stats.databaseEngine(),
                      .users = stats.countUsers(),
                      .openSessions = stats.countSessions(now)};
        counts.users.mayManageUsers = countManagers(connection, now);
        return counts;
    };
    auto counted = m_tools.read(once);
    if (!counted || !isOutdated)
        return counted;
    // A lock or an account ran out since somebody last looked.
    const auto refreshed = m_tools.write([&](store::Connection &connection) {
        store::UserRepository(connection).refreshStatuses(now);
    });
    if (!refreshed)
        return base::fail(refreshed.error());
    return m_tools.read(once);
}

} // namespace authdesk::server::service
