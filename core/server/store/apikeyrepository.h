// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// API keys. They arrive hashed. Used inside Database::read() and write().
#pragma once

#include "core/model/apikey.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace authdesk::server::store {

class Connection;

class ApiKeyRepository final
{
public:
    explicit ApiKeyRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The new id; `key.id` is not looked at.
    [[nodiscard]] qint64 create(const model::ApiKey &key, const QByteArray &hash);
    [[nodiscard]] std::optional<model::ApiKey> find(qint64 id);
    /// Revoked and expired ones too: the caller compares.
    [[nodiscard]] std::optional<model::ApiKey> findByHash(const QByteArray &hash);
    /// A person's, newest first, also those that are not good any more; at most `limit`.
    [[nodiscard]] QList<model::ApiKey> list(qint64 userId, int limit);
    /// How many of a person's are good.
    [[nodiscard]] qint64 countActive(qint64 userId, const QDateTime &now);

    /// False when there is none, or it was revoked before.
    [[nodiscard]] bool revoke(qint64 id, const QDateTime &now);
    /// All of a person's; how many were good until now.
    qint64 revokeForUser(qint64 userId, const QDateTime &now);
    void setLastUsed(qint64 id, const QDateTime &at);
    /// Of a person's that are not good any more, all but the newest `keep` go.
    void removeStale(qint64 userId, int keep, const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
