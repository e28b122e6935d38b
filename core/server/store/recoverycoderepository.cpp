// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/recoverycoderepository.h"

#include "core/server/store/connection.h"

namespace authdesk::server::store {

void RecoveryCodeRepository::replace(qint64 userId, const QList<QByteArray> &hashes,
                                     const QDateTime &now)
{
    removeAll(userId);
    for (const QByteArray &hash : hashes) {
        m_connection.execute(
            "INSERT INTO recovery_codes (user_id, hash, created_at) VALUES (?, ?, ?)",
            {userId, hash, now});
    }
}

QList<RecoveryCodeRecord> RecoveryCodeRepository::listUnspent(qint64 userId)
{
    QList<RecoveryCodeRecord> codes;
    Rows rows = m_connection.select(
        "SELECT id, hash FROM recovery_codes WHERE user_id = ? AND used_at IS NULL ORDER BY id",
        {userId});
    while (rows.next())
        codes.append({.id = rows.integer(0), .hash = rows.bytes(1)});
    return codes;
}

qint64 RecoveryCodeRepository::countUnspent(qint64 userId)
{
    Rows rows = m_connection.select(
        "SELECT count(*) FROM recovery_codes WHERE user_id = ? AND used_at IS NULL", {userId});
    return rows.next() ? rows.integer(0) : 0;
}

bool RecoveryCodeRepository::spend(qint64 id, const QDateTime &now)
{
    return m_connection.execute(
               "UPDATE recovery_codes SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL",
               {id, now})
           == 1;
}

void RecoveryCodeRepository::removeAll(qint64 userId)
{
    m_connection.execute("DELETE FROM recovery_codes WHERE user_id = ?", {userId});
}

void RecoveryCodeRepository::setOneTimeCode(qint64 userId, const QByteArray &hash,
                                            const QDateTime &expiresAt, const QDateTime &now)
{
    m_connection.execute("INSERT INTO one_time_codes (user_id, hash, created_at, expires_at) "
                         "VALUES (?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET "
                         "hash = excluded.hash, created_at = excluded.created_at, "
                         "expires_at = excluded.expires_at",
                         {userId, hash, now, expiresAt});
}

std::optional<OneTimeCodeRecord> RecoveryCodeRepository::findOneTimeCode(qint64 userId,
                                                                         const QDateTime &now)
{
    Rows rows = m_connection.select(
        "SELECT hash, expires_at FROM one_time_codes WHERE user_id = ? AND expires_at > ?",
        {userId, now});
    if (!rows.next())
        return std::nullopt;
    return OneTimeCodeRecord{.hash = rows.bytes(0), .expiresAt = rows.time(1)};
}

bool RecoveryCodeRepository::spendOneTimeCode(qint64 userId)
{
    return m_connection.execute("DELETE FROM one_time_codes WHERE user_id = ?", {userId}) == 1;
}

} // namespace authdesk::server::store
