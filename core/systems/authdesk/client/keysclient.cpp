// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/keysclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/client/queryencoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/keys.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

QUrlQuery ofPerson(qint64 userId)
{
    QUrlQuery query;
    addEncoded(query, u"user_id"_s, QString::number(userId));
    return query;
}

} // namespace

KeysClient::Answer<QList<model::ApiKey>> KeysClient::list(qint64 userId)
{
    return net::decoded<QList<model::ApiKey>>(
        m_api.call({.path = u"/api-keys"_s, .query = ofPerson(userId)}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<QList<model::ApiKey>> {
            auto page = messages::decodeKeys(body);
            if (!page)
                return std::unexpected(page.error());
            return std::move(page->items);
        });
}

KeysClient::Answer<gateway::CreatedKey>
KeysClient::create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt)
{
    return createLimited(userId, name, expiresAt, model::KeyLevel::Admin);
}

KeysClient::Answer<gateway::CreatedKey>
KeysClient::createLimited(qint64 userId, const QString &name,
                          const std::optional<QDateTime> &expiresAt, model::KeyLevel level)
{
    const messages::NewKey wanted{
        .name = name, .level = level, .expiresAt = expiresAt, .userId = userId};
    return net::decoded<gateway::CreatedKey>(
        m_api.call({.method = "POST", .path = u"/api-keys"_s, .body = messages::encode(wanted)}),
        messages::decodeError, [](const QByteArray &body) -> base::Result<gateway::CreatedKey> {
            const auto created = messages::decodeCreatedKey(body);
            if (!created)
                return std::unexpected(created.error());
            return gateway::CreatedKey{.key = created->key, .secret = created->secret};
        });
}

KeysClient::Answer<void> KeysClient::revoke(qint64 userId, qint64 keyId)
{
    return net::succeeded(
        m_api.call(
            {.method = "DELETE", .path = u"/api-keys/%1"_s.arg(keyId), .query = ofPerson(userId)}),
        messages::decodeError);
}

} // namespace authdesk::systems::own::client
