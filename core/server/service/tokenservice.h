// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who a token belongs to. Thread-safe; recall() and recallMe() only touch memory.
#pragma once

#include "core/base/result.h"
#include "core/server/service/tokencache.h"
#include "core/server/service/tokenmint.h"
#include "core/server/store/change.h"

#include <QtCore/QMutex>

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

class TokenService final
{
public:
    /// Makes what rides along with a cached token (core/server/host: the http::Principal).
    using CompanionMaker = std::function<std::shared_ptr<const void>(const Actor &)>;
    using MeEncoder = std::function<QByteArray(const model::User &)>;

    explicit TokenService(Toolbox &tools, CompanionMaker maker = {});

    /// Null: not in memory, ask lookUp(). An entry that expired is not returned.
    [[nodiscard]] TokenCache::EntryPointer recall(QByteArrayView token);
    /// Reads the store. Unauthenticated for a token that is not good.
    [[nodiscard]] base::Result<TokenCache::EntryPointer> lookUp(QByteArrayView token);
    /// The person as read when the token was checked, from memory alone; nullopt: not there any
    /// more. For what depends on the token too, and not on the person only.
    [[nodiscard]] std::optional<model::User> recallUser(QByteArrayView token);
    /// The encoded `/me` of a system, from memory alone: what was read when the token was checked,
    /// encoded once after every change. Empty when the token is not in memory any more.
    [[nodiscard]] QByteArray recallMe(qint64 userId, QByteArrayView token, QLatin1StringView system,
                                      const MeEncoder &encode);
    /// The encoded `/me` of a system, from memory; read and encoded once after every change.
    [[nodiscard]] base::Result<QByteArray> meBody(qint64 userId, QLatin1StringView system,
                                                  const MeEncoder &encode);
    /// What others may verify signed tokens with; empty unless they are signed by EdDSA.
    [[nodiscard]] base::Result<QList<PublicSigningKey>> publicKeys();
    /// Everything known is read anew: somebody else changed the database.
    void forgetAll();
    /// What somebody else changed is read anew.
    void forget(const store::Change &change);
    /// Writes when sessions and keys were last seen; exact to a minute. The host calls it once a
    /// minute and before it stops.
    void writeLastSeen();

private:
    [[nodiscard]] base::Result<> readToken(store::Connection &connection, const QByteArray &hash,
                                           TokenEntry &entry);
    void noteSeen(const TokenEntry &entry);

    Toolbox &m_tools;
    CompanionMaker m_maker;
    QMutex m_seenMutex;
    QHash<qint64, QDateTime> m_seen;     ///< by session
    QHash<qint64, QDateTime> m_seenKeys; ///< by API key
};

} // namespace authdesk::server::service
