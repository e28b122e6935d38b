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

/// What keys of this kind of server are like.
struct KeyTraits
{
    bool hasLevels = false; ///< a key can be made that does less than its owner may
    bool canEnd = true;     ///< false: it lasts until it is revoked
    int mostDays = 0;       ///< it must end, so many days from now at most; 0: as one likes
    bool ofOthers = true;   ///< false: one's own only
    bool operator==(const KeyTraits &) const = default;
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

    [[nodiscard]] virtual KeyTraits traits() const { return {}; }

    /// Of one person, newest first, revoked ones too.
    [[nodiscard]] virtual Answer<QList<model::ApiKey>> list(qint64 userId) = 0;
    /// Without an end where `expiresAt` is none. It opens whatever its owner may.
    [[nodiscard]] virtual Answer<CreatedKey> create(qint64 userId, const QString &name,
                                                    const std::optional<QDateTime> &expiresAt) = 0;
    /// The same, but it opens no more than `level`. NotSupported without KeyTraits::hasLevels: a
    /// key is never made to open more than was asked for.
    [[nodiscard]] virtual Answer<CreatedKey>
    createLimited(qint64 /*userId*/, const QString & /*name*/,
                  const std::optional<QDateTime> & /*expiresAt*/, model::KeyLevel /*level*/)
    {
        return QtFuture::makeReadyFuture(
            base::Result<CreatedKey>(base::fail(base::ErrorCode::NotSupported)));
    }
    [[nodiscard]] virtual Answer<void> revoke(qint64 userId, qint64 keyId) = 0;
};

} // namespace authdesk::gateway
