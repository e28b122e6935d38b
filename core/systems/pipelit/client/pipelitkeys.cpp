// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitkeys.h"

#include "core/systems/pipelit/client/pipelitmodel.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;

namespace {

QString keysPath(qint64 userId)
{
    return u"/users/%1/keys"_s.arg(userId);
}

} // namespace

PipelitKeys::Answer<QList<model::ApiKey>> PipelitKeys::list(qint64 userId)
{
    return net::decoded<QList<model::ApiKey>>(
        m_calls.get(keysPath(userId), net::CallAs::SignedIn), errorOf,
        [userId](const QByteArray &body) -> base::Result<QList<model::ApiKey>> {
            const auto keys = messages::decodeKeys(body);
            if (!keys)
                return std::unexpected(keys.error());
            QList<model::ApiKey> all;
            for (const messages::Key &key : *keys)
                all.append(keyOf(key, userId));
            return all;
        });
}

PipelitKeys::Answer<gateway::CreatedKey>
PipelitKeys::create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt)
{
    return net::decoded<gateway::CreatedKey>(
        m_calls.post(keysPath(userId),
                     messages::encode(messages::NewKey{.name = name, .expiresAt = expiresAt}),
                     net::CallAs::SignedIn),
        errorOf, [userId](const QByteArray &body) -> base::Result<gateway::CreatedKey> {
            const auto key = messages::decodeCreatedKey(body);
            if (!key)
                return std::unexpected(key.error());
            return gateway::CreatedKey{.key = keyOf(*key, userId), .secret = key->key};
        });
}

PipelitKeys::Answer<void> PipelitKeys::revoke(qint64 userId, qint64 keyId)
{
    return net::succeeded(m_calls.api().call({.method = "DELETE",
                                              .path = u"%1/%2"_s.arg(keysPath(userId)).arg(keyId)}),
                          errorOf);
}

PipelitKeys::Answer<void> PipelitKeys::revokeAll(qint64 userId)
{
    using Keys = base::Result<QList<model::ApiKey>>;
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::chain<base::Result<void>>(
        list(userId), [this, alive, userId](const Keys &keys) -> Answer<void> {
            if (!keys)
                return net::readyFuture<base::Result<void>>(std::unexpected(keys.error()));
            if (alive.expired())
                return net::readyFuture<base::Result<void>>(base::fail(base::ErrorCode::Cancelled));
            QList<qint64> active;
            for (const model::ApiKey &key : *keys) {
                if (key.isActive(m_calls.clock().now()))
                    active.append(key.id);
            }
            return revokeRest(userId, active);
        });
}

PipelitKeys::Answer<void> PipelitKeys::revokeRest(qint64 userId, QList<qint64> keyIds)
{
    if (keyIds.isEmpty())
        return net::readyFuture<base::Result<void>>({});
    const qint64 next = keyIds.takeLast();
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::chain<base::Result<void>>(
        revoke(userId, next),
        [this, alive, userId, keyIds](const base::Result<void> &revoked) -> Answer<void> {
            // Somebody else may have been quicker.
            if (!revoked && revoked.error().code != base::ErrorCode::NotFound)
                return net::readyFuture<base::Result<void>>(std::unexpected(revoked.error()));
            if (alive.expired())
                return net::readyFuture<base::Result<void>>(base::fail(base::ErrorCode::Cancelled));
            return revokeRest(userId, keyIds);
        });
}

} // namespace authdesk::systems::pipelit::client
