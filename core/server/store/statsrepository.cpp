// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/statsrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::SignInHour;
using model::UserStatus;

namespace {

qint64 numberOf(Rows rows)
{
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

QString StatsRepository::databaseEngine() const
{
    return m_connection.engine().kind();
}

model::UserCounts StatsRepository::countUsers()
{
    // A statement each: one GROUP BY over status and factors reads every row, these an index each,
    // and those who are active, mostly nearly all, are what is left.
    const auto withStatus = [this](UserStatus status) {
        return numberOf(m_connection.select("SELECT count(*) FROM users WHERE status = ?",
                                            {storedStatus(status)}));
    };
    model::UserCounts counts;
    counts.disabled = withStatus(UserStatus::Disabled);
    counts.locked = withStatus(UserStatus::Locked);
    counts.invited = withStatus(UserStatus::Invited);
    counts.active = numberOf(m_connection.select("SELECT count(*) FROM users")) - counts.disabled
                    - counts.locked - counts.invited;
    counts.withSecondFactor =
        numberOf(m_connection.select("SELECT count(*) FROM users WHERE mfa_kinds > 0"));
    return counts;
}

qint64 StatsRepository::countSessions(const QDateTime &now)
{
    return numberOf(m_connection.select("SELECT count(*) FROM sessions WHERE ends_at > ?", {now}));
}

qint64 StatsRepository::firstAuditRow(const QDateTime &from)
{
    // Halving, as ids have no gaps: the audit can be long, and its times have no index.
    qint64 first = 1;
    qint64 behind = lastAuditRow() + 1;
    while (first < behind) {
        const qint64 middle = first + (behind - first) / 2;
        Rows rows = m_connection.select("SELECT at FROM audit WHERE id = ?", {middle});
        if (rows.next() && rows.time(0) < from)
            first = middle + 1;
        else
            behind = middle;
    }
    return first;
}

qint64 StatsRepository::lastAuditRow()
{
    return numberOf(m_connection.select("SELECT last_id FROM audit_head"));
}

QList<SignInHour> StatsRepository::signIns(qint64 after, qint64 last)
{
    Rows rows = m_connection.select(
        "SELECT at / 3600000, sum(CASE WHEN result = 'ok' THEN 1 ELSE 0 END), count(*) FROM audit "
        "WHERE id > ? AND id <= ? AND action IN ('sign_in', 'sign_in.failed', "
        "'sign_in.code_failed') GROUP BY 1 ORDER BY 1",
        {after, last});
    constexpr qint64 hour = 3'600'000;
    QList<SignInHour> hours;
    while (rows.next()) {
        const qint64 succeeded = rows.integer(1);
        hours.append({.from = timeFromStored(rows.integer(0) * hour),
                      .succeeded = succeeded,
                      .refused = rows.integer(2) - succeeded});
    }
    return hours;
}

} // namespace authdesk::server::store
