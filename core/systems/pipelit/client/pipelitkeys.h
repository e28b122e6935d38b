// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People's keys on a Pipelit server of the newest generation. Window thread; owned by its
// connection.
#pragma once

#include "core/gateway/keysgateway.h"
#include "core/systems/pipelit/client/pipelitcalls.h"

namespace authdesk::systems::pipelit::client {

class PipelitKeys final : public gateway::KeysGateway
{
public:
    explicit PipelitKeys(PipelitCalls &calls)
        : m_calls(calls)
    {
    }

    [[nodiscard]] Answer<QList<model::ApiKey>> list(qint64 userId) override;
    [[nodiscard]] Answer<gateway::CreatedKey>
    create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt) override;
    [[nodiscard]] Answer<void> revoke(qint64 userId, qint64 keyId) override;
    /// Every key that is good, one after the other.
    [[nodiscard]] Answer<void> revokeAll(qint64 userId);

private:
    [[nodiscard]] Answer<void> revokeRest(qint64 userId, QList<qint64> keyIds);

    PipelitCalls &m_calls;
};

} // namespace authdesk::systems::pipelit::client
