// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/throttlerepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

namespace {

ThrottleState stateFromRow(const Rows &rows)
{
    ThrottleState state{.failures = int(rows.integer(0)), .lockedUntil = {}};
    const qint64 lockedUntil = rows.integer(1);
    state.lockedForGood = lockedUntil == forever;
    if (lockedUntil != 0 && lockedUntil != forever)
        state.lockedUntil = timeFromStored(lockedUntil);
    return state;
}

/// What the person's row shows of the locks.
void showLock(Connection &connection, qint64 userId, const QDateTime &now)
{
    connection.execute("UPDATE users SET locked_until = (SELECT coalesce(max(locked_until), 0) "
                       "FROM throttle WHERE user_id = ?1) WHERE id = ?1",
                       {userId});
    refreshStatus(connection, userId, now);
}

void lock(Connection &connection, const ThrottleKey &key, qint64 until, const QDateTime &now)
{
    connection.execute("INSERT INTO throttle (kind, name_hash, user_id, failures, locked_until, "
                       "updated_at) VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (kind, name_hash) DO "
                       "UPDATE SET locked_until = excluded.locked_until, "
                       "user_id = coalesce(excluded.user_id, throttle.user_id), "
                       "updated_at = excluded.updated_at",
                       {int(key.kind), key.nameHash, key.userId, until, now});
    if (key.userId)
        showLock(connection, *key.userId, now);
}

} // namespace

ThrottleState ThrottleRepository::find(const ThrottleKey &key)
{
    Rows rows = m_connection.select(
        "SELECT failures, locked_until FROM throttle WHERE kind = ? AND name_hash = ?",
        {int(key.kind), key.nameHash});
    return rows.next() ? stateFromRow(rows) : ThrottleState{};
}

ThrottleStanding ThrottleRepository::standing(const ThrottleKey &key, const QByteArray &ownHash,
                                              const QString &address, const QDateTime &since)
{
    // One question for all three, asked for names that nobody has too: no person has the number 0.
    constexpr qint64 nobody = 0;
    enum Part { Whole, Own, KnownAddress };
    Rows rows = m_connection.select(
        "SELECT failures, locked_until, 0 FROM throttle WHERE kind = ?1 AND name_hash = ?2 "
        "UNION ALL "
        "SELECT failures, locked_until, 1 FROM throttle WHERE kind = ?1 AND name_hash = ?3 "
        "UNION ALL "
        "SELECT 0, 0, 2 FROM known_addresses WHERE user_id = ?4 AND address = ?5 "
        "AND last_sign_in_at >= ?6",
        {int(key.kind), key.nameHash, ownHash, key.userId.value_or(nobody), address, since});
    ThrottleStanding standing;
    while (rows.next()) {
        switch (Part(rows.integer(2))) {
        case Whole:
            standing.whole = stateFromRow(rows);
            break;
        case Own:
            standing.own = stateFromRow(rows);
            break;
        case KnownAddress:
            standing.isKnownAddress = true;
            break;
        }
    }
    return standing;
}

ThrottleState ThrottleRepository::findForUser(ThrottleKind kind, qint64 userId)
{
    Rows rows = m_connection.select("SELECT failures, locked_until FROM throttle "
                                    "WHERE user_id = ? AND kind = ? ORDER BY failures DESC LIMIT 1",
                                    {userId, int(kind)});
    return rows.next() ? stateFromRow(rows) : ThrottleState{};
}

ThrottleState ThrottleRepository::countFailure(const ThrottleKey &key, const QDateTime &now)
{
    Rows rows =
        m_connection.select("INSERT INTO throttle (kind, name_hash, user_id, failures, updated_at) "
                            "VALUES (?, ?, ?, 1, ?) ON CONFLICT (kind, name_hash) DO UPDATE SET "
                            "failures = throttle.failures + 1, "
                            "user_id = coalesce(excluded.user_id, throttle.user_id), "
                            "updated_at = excluded.updated_at RETURNING failures, locked_until",
                            {int(key.kind), key.nameHash, key.userId, now});
    return rows.next() ? stateFromRow(rows) : ThrottleState{};
}

void ThrottleRepository::giveBack(const ThrottleKey &key)
{
    m_connection.execute("UPDATE throttle SET failures = failures - 1 "
                         "WHERE kind = ? AND name_hash = ? AND failures > 0",
                         {int(key.kind), key.nameHash});
}

void ThrottleRepository::lockUntil(const ThrottleKey &key, const QDateTime &until,
                                   const QDateTime &now)
{
    lock(m_connection, key, toStored(until), now);
}

void ThrottleRepository::lockForGood(const ThrottleKey &key, const QDateTime &now)
{
    lock(m_connection, key, forever, now);
}

void ThrottleRepository::reset(const ThrottleKey &key, const QDateTime &now)
{
    bool wasLocked = false;
    {
        Rows rows = m_connection.select(
            "DELETE FROM throttle WHERE kind = ? AND name_hash = ? RETURNING locked_until",
            {int(key.kind), key.nameHash});
        wasLocked = rows.next() && rows.integer(0) != 0;
    }
    if (wasLocked && key.userId)
        showLock(m_connection, *key.userId, now);
}

void ThrottleRepository::resetForUser(qint64 userId, const QDateTime &now)
{
    m_connection.execute("DELETE FROM throttle WHERE user_id = ?", {userId});
    showLock(m_connection, userId, now);
}

qint64 ThrottleRepository::removeOlderThan(const QDateTime &time, const QDateTime &now)
{
    return m_connection.execute("DELETE FROM throttle WHERE updated_at < ? AND locked_until <= ?",
                                {time, now});
}

void ThrottleRepository::rememberAddress(qint64 userId, const QString &address,
                                         const QDateTime &now)
{
    m_connection.execute("INSERT INTO known_addresses (user_id, address, last_sign_in_at) "
                         "VALUES (?, ?, ?) ON CONFLICT (user_id, address) DO UPDATE SET "
                         "last_sign_in_at = excluded.last_sign_in_at",
                         {userId, address, now});
}

} // namespace authdesk::server::store
