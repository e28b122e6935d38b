// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens that were checked once, in memory, by keyed hash. Emptied by a change of rights; a fill
// that raced with such a change is dropped. Thread-safe; never blocks on the store.
#pragma once

#include "core/model/user.h"
#include "core/server/service/caller.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QReadWriteLock>

#include <atomic>
#include <functional>
#include <memory>

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

    /// `key`: 32 random bytes of this process.
    explicit TokenCache(QByteArray key);

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
    void forgetUser(qint64 userId);
    void clear();

private:
    struct HashedToken
    {
        quint64 low = 0;
        quint64 high = 0;
        bool operator==(const HashedToken &) const = default;
        friend size_t qHash(const HashedToken &key, size_t seed) { return key.low ^ seed; }
    };
    [[nodiscard]] HashedToken hashed(QByteArrayView token) const;

    QByteArray m_key;
    mutable QReadWriteLock m_lock;
    QHash<HashedToken, EntryPointer> m_entries;
    QHash<std::pair<qint64, QByteArray>, QByteArray> m_bodies;
    std::atomic<quint64> m_revision = 1;
};

} // namespace authdesk::server::service
