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
                       "user_id = coalesce(excluded.user_id, user_id), "
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

ThrottleState ThrottleRepository::countFailure(const ThrottleKey &key, const QDateTime &now)
{
    Rows rows = m_connection.select(
        "INSERT INTO throttle (kind, name_hash, user_id, failures, updated_at) "
        "VALUES (?, ?, ?, 1, ?) ON CONFLICT (kind, name_hash) DO UPDATE SET "
        "failures = failures + 1, user_id = coalesce(excluded.user_id, user_id), "
        "updated_at = excluded.updated_at RETURNING failures, locked_until",
        {int(key.kind), key.nameHash, key.userId, now});
    return rows.next() ? stateFromRow(rows) : ThrottleState{};
}

void ThrottleRepository::giveBack(const ThrottleKey &key)
{
    m_connection.execute("UPDATE throttle SET failures = max(failures - 1, 0) "
                         "WHERE kind = ? AND name_hash = ?",
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
    const bool wasLocked = find(key).lockedUntil || find(key).lockedForGood;
    m_connection.execute("DELETE FROM throttle WHERE kind = ? AND name_hash = ?",
                         {int(key.kind), key.nameHash});
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

bool ThrottleRepository::knowsAddress(qint64 userId, const QString &address, const QDateTime &since)
{
    return m_connection
        .select("SELECT 1 FROM known_addresses WHERE user_id = ? AND address = ? "
                "AND last_sign_in_at >= ?",
                {userId, address, since})
        .next();
}

} // namespace authdesk::server::store
