// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/signingkeyrepository.h"

#include "core/server/store/connection.h"

namespace authdesk::server::store {

namespace {

#define AUTHDESK_SELECT_SIGNING_KEY                                                                \
    "SELECT kid, algorithm, sealed_secret, public_key, created_at, retired_at FROM signing_keys "

SigningKeyRecord signingKeyFromRow(const Rows &rows)
{
    return {.id = rows.text(0),
            .algorithm = rows.text(1),
            .sealedSecret = rows.bytes(2),
            .publicKey = rows.bytes(3),
            .createdAt = rows.time(4),
            .retiredAt = rows.optionalTime(5)};
}

} // namespace

void SigningKeyRepository::create(const SigningKeyRecord &key)
{
    // An empty one is not NULL.
    const QByteArray publicKey = key.publicKey.isNull() ? QByteArray("") : key.publicKey;
    m_connection.execute("INSERT INTO signing_keys (kid, algorithm, sealed_secret, public_key, "
                         "created_at) VALUES (?, ?, ?, ?, ?)",
                         {key.id, key.algorithm, key.sealedSecret, publicKey, key.createdAt});
}

std::optional<SigningKeyRecord> SigningKeyRepository::findSigning(const QString &algorithm)
{
    Rows rows = m_connection.select(
        AUTHDESK_SELECT_SIGNING_KEY "WHERE algorithm = ? AND retired_at IS NULL", {algorithm});
    return rows.next() ? std::optional(signingKeyFromRow(rows)) : std::nullopt;
}

QList<SigningKeyRecord> SigningKeyRepository::list()
{
    Rows rows = m_connection.select(AUTHDESK_SELECT_SIGNING_KEY "ORDER BY created_at, kid");
    QList<SigningKeyRecord> keys;
    while (rows.next())
        keys.append(signingKeyFromRow(rows));
    return keys;
}

qint64 SigningKeyRepository::retireOlderThan(const QDateTime &before, const QDateTime &now)
{
    return m_connection.execute("UPDATE signing_keys SET retired_at = ?2 "
                                "WHERE retired_at IS NULL AND created_at < ?1",
                                {before, now});
}

void SigningKeyRepository::removeRetired(const QDateTime &before)
{
    m_connection.execute("DELETE FROM signing_keys WHERE retired_at < ?", {before});
}

} // namespace authdesk::server::store
