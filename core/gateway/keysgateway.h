// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People's API keys. Implemented by the clients whose server has them; window thread; futures as in
// signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/apikey.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

struct CreatedKey
{
    model::ApiKey key;
    base::Secret secret; ///< told this once
    bool operator==(const CreatedKey &) const = default;
};

class KeysGateway
{
public:
    KeysGateway() = default;
    KeysGateway(const KeysGateway &) = delete;
    KeysGateway &operator=(const KeysGateway &) = delete;
    virtual ~KeysGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// Of one person, newest first, revoked ones too.
    [[nodiscard]] virtual Answer<QList<model::ApiKey>> list(qint64 userId) = 0;
    /// Without an end where `expiresAt` is none.
    [[nodiscard]] virtual Answer<CreatedKey> create(qint64 userId, const QString &name,
                                                    const std::optional<QDateTime> &expiresAt) = 0;
    [[nodiscard]] virtual Answer<void> revoke(qint64 userId, qint64 keyId) = 0;
};

} // namespace authdesk::gateway
