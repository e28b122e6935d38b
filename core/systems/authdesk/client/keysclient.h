// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People's API keys, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/keysgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class KeysClient final : public gateway::KeysGateway
{
public:
    explicit KeysClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] gateway::KeyTraits traits() const override { return {.hasLevels = true}; }
    [[nodiscard]] Answer<QList<model::ApiKey>> list(qint64 userId) override;
    [[nodiscard]] Answer<gateway::CreatedKey>
    create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt) override;
    [[nodiscard]] Answer<gateway::CreatedKey>
    createLimited(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt,
                  model::KeyLevel level) override;
    [[nodiscard]] Answer<void> revoke(qint64 userId, qint64 keyId) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
