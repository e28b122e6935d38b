// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens that were checked once, in memory, by keyed hash. Emptied by a change of rights; a fill
// that raced with such a change is dropped. Thread-safe; never blocks on the store.
#pragma once

#include "core/model/user.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/caller.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QReadWriteLock>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace authdesk::server::service {

/// One good token. Immutable but for the minute it was last seen in.
struct TokenEntry
{
    Actor actor;
    model::User user;
    QDateTime expiresAt;
    qint64 expiresAtMs = 0;                ///< the same, for a quick comparison
    std::shared_ptr<const void> companion; ///< what the maker of TokenService made of the actor
    mutable std::atomic<qint64> seenMinute = 0;
};

class TokenCache final
{
public:
    using EntryPointer = std::shared_ptr<const TokenEntry>;

    explicit TokenCache(base::Random &random);

    /// Grows with every change of rights; read it before the SELECT whose result fills.
    [[nodiscard]] quint64 revision() const { return m_revision.load(); }
    /// Null: not known.
    [[nodiscard]] EntryPointer find(QByteArrayView token) const;
    /// Dropped when the revision moved since.
    void fill(QByteArrayView token, EntryPointer entry, quint64 revision);

    /// The encoded answer of a system's `/me` for this person; empty: not known.
    [[nodiscard]] QByteArray body(qint64 userId, QLatin1StringView system) const;
    void fillBody(qint64 userId, QLatin1StringView system, QByteArray body, quint64 revision);

    void forgetSession(qint64 sessionId);
    void forgetKey(qint64 keyId);
    void forgetUser(qint64 userId);
    void clear();

private:
    using Key = crypto::TokenKeyer::Key;

    struct KeyHash
    {
        size_t operator()(const Key &key) const { return size_t(key[0]); }
    };

    crypto::TokenKeyer m_keyer;
    mutable QReadWriteLock m_lock;
    std::unordered_map<Key, EntryPointer, KeyHash> m_entries;
    QHash<qint64, QHash<QLatin1StringView, QByteArray>> m_bodies; // the systems are literals
    std::atomic<quint64> m_revision = 1;
};

} // namespace authdesk::server::service
