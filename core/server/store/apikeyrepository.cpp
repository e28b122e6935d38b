// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/apikeyrepository.h"

#include "core/server/store/connection.h"

namespace authdesk::server::store {

using model::ApiKey;

namespace {

/// A level that this program does not know opens as little as there is.
model::KeyLevel levelFromStored(qint64 stored)
{
    for (const model::KeyLevel level : {model::KeyLevel::Admin, model::KeyLevel::Write}) {
        if (stored == qint64(level))
            return level;
    }
    return model::KeyLevel::Read;
}

#define AUTHDESK_SELECT_KEY                                                                        \
    "SELECT id, user_id, system, name, prefix, created_at, expires_at, last_used_at, revoked_at, " \
    "level FROM api_keys WHERE "

ApiKey keyFromRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .userId = rows.integer(1),
            .system = rows.text(2),
            .name = rows.text(3),
            .prefix = rows.text(4),
            .createdAt = rows.time(5),
            .expiresAt = rows.optionalTime(6),
            .lastUsedAt = rows.optionalTime(7),
            .revokedAt = rows.optionalTime(8),
            .level = levelFromStored(rows.integer(9))};
}

std::optional<ApiKey> oneKey(Rows rows)
{
    return rows.next() ? std::optional(keyFromRow(rows)) : std::nullopt;
}

} // namespace

qint64 ApiKeyRepository::create(const ApiKey &key, const QByteArray &hash)
{
    return m_connection.insert(
        "INSERT INTO api_keys (user_id, system, name, prefix, hash, created_at, expires_at, "
        "level) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {key.userId, key.system, key.name, key.prefix, hash, key.createdAt, key.expiresAt,
         qint64(key.level)});
}

std::optional<ApiKey> ApiKeyRepository::find(qint64 id)
{
    return oneKey(m_connection.select(AUTHDESK_SELECT_KEY "id = ?", {id}));
}

std::optional<ApiKey> ApiKeyRepository::findByHash(const QByteArray &hash)
{
    return oneKey(m_connection.select(AUTHDESK_SELECT_KEY "hash = ?", {hash}));
}

QList<ApiKey> ApiKeyRepository::list(qint64 userId, int limit)
{
    Rows rows = m_connection.select(AUTHDESK_SELECT_KEY "user_id = ? ORDER BY id DESC LIMIT ?",
                                    {userId, limit});
    QList<ApiKey> keys;
    while (rows.next())
        keys.append(keyFromRow(rows));
    return keys;
}

qint64 ApiKeyRepository::countActive(qint64 userId, const QDateTime &now)
{
    Rows rows = m_connection.select("SELECT count(*) FROM api_keys WHERE user_id = ?1 AND "
                                    "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > "
                                    "?2)",
                                    {userId, now});
    return rows.next() ? rows.integer(0) : 0;
}

bool ApiKeyRepository::revoke(qint64 id, const QDateTime &now)
{
    return m_connection.execute(
               "UPDATE api_keys SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
               {id, now})
           == 1;
}

qint64 ApiKeyRepository::revokeForUser(qint64 userId, const QDateTime &now)
{
    const qint64 active = countActive(userId, now);
    m_connection.execute(
        "UPDATE api_keys SET revoked_at = ?2 WHERE user_id = ?1 AND revoked_at IS NULL",
        {userId, now});
    return active;
}

void ApiKeyRepository::setLastUsed(qint64 id, const QDateTime &at)
{
    m_connection.execute("UPDATE api_keys SET last_used_at = ?2 WHERE id = ?1", {id, at});
}

void ApiKeyRepository::removeStale(qint64 userId, int keep, const QDateTime &now)
{
    m_connection.execute(
        "DELETE FROM api_keys WHERE id IN (SELECT id FROM (SELECT id FROM api_keys WHERE user_id "
        "= ? AND (revoked_at IS NOT NULL OR expires_at <= ?) ORDER BY id DESC LIMIT 1000000 "
        "OFFSET ?) AS stale)",
        {userId, now, keep});
}

} // namespace authdesk::server::store
