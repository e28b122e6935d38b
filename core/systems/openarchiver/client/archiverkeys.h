// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own API keys on an OpenArchiver server. Window thread; owned by its connection.
#pragma once

#include "core/gateway/keysgateway.h"
#include "core/systems/openarchiver/client/archivercalls.h"

namespace authdesk::systems::openarchiver::client {

class ArchiverKeys final : public gateway::KeysGateway
{
public:
    explicit ArchiverKeys(ArchiverCalls &calls)
        : m_calls(calls)
    {
    }

    // NotSupported for anybody but whoever is signed in.
    [[nodiscard]] Answer<QList<model::ApiKey>> list(qint64 userId) override;
    /// InvalidFields without an end, or with one that is more than 730 days away.
    [[nodiscard]] Answer<gateway::CreatedKey>
    create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt) override;
    [[nodiscard]] Answer<void> revoke(qint64 userId, qint64 keyId) override;

private:
    [[nodiscard]] bool isMine(qint64 userId) const;
    /// The newest key of that name that begins as `secret` does: its answer tells only the secret.
    [[nodiscard]] Answer<gateway::CreatedKey> lookUp(qint64 userId, const QString &name,
                                                     const base::Secret &secret);

    ArchiverCalls &m_calls;
};

} // namespace authdesk::systems::openarchiver::client
