// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys that people make for programs, one's own and other people's. A key is shown once, stored as
// a hash, and opens what its owner may do at that instant; it is never a recent sign-in, and ends
// with everything that ends its owner's rights. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/apikey.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

/// What a key answers that was good once; each system has a word of its own for it.
inline constexpr QLatin1StringView keyRevokedText{"API key has been revoked."};
inline constexpr QLatin1StringView keyExpiredText{"API key has expired."};

enum class KeyForm {
    Token,    ///< as every other token
    Prefixed, ///< `f2b_…`, for Bloqd
    Hex,      ///< 64 hexadecimal digits, for OpenArchiver
};

struct NewApiKey
{
    QString name;                       ///< 1 to 100 characters
    std::optional<QDateTime> expiresAt; ///< none: it does not end
    model::KeyLevel level = model::KeyLevel::Admin;
    KeyForm form = KeyForm::Token;
};

struct CreatedApiKey
{
    model::ApiKey key;
    base::Secret secret; ///< never again
};

class ApiKeyService final
{
public:
    static constexpr int mostActive = 100; ///< a person's
    static constexpr int mostListed = 1000;

    explicit ApiKeyService(Toolbox &tools);

    /// Newest first, also those that are not good any more.
    [[nodiscard]] base::Result<QList<model::ApiKey>> mine(const Actor &actor);
    /// InvalidFields ("name"; "expires_at" with code "past"), Forbidden (too many, or a key that
    /// would open more than the one that asks).
    [[nodiscard]] base::Result<CreatedApiKey>
    createMine(const Actor &actor, const NewApiKey &wanted, const Caller &caller);
    /// NotFound for a key that is not one's own. Revoking what is revoked changes nothing.
    [[nodiscard]] base::Result<> revokeMine(const Actor &actor, qint64 id, const Caller &caller);

    /// As above, of somebody else. NotFound (the person, or the key among theirs), Forbidden (the
    /// right, or a person who holds rights that the actor lacks).
    [[nodiscard]] base::Result<QList<model::ApiKey>> listOf(const Actor &actor, qint64 userId);
    [[nodiscard]] base::Result<CreatedApiKey>
    createFor(const Actor &actor, qint64 userId, const NewApiKey &wanted, const Caller &caller);
    [[nodiscard]] base::Result<> revokeOf(const Actor &actor, qint64 userId, qint64 id,
                                          const Caller &caller);

private:
    enum class Whose { Own, Others };

    [[nodiscard]] base::Result<CreatedApiKey> create(const Actor &actor, Whose whose, qint64 userId,
                                                     const NewApiKey &wanted, const Caller &caller);
    [[nodiscard]] base::Result<> revoke(const Actor &actor, Whose whose, qint64 userId, qint64 id,
                                        const Caller &caller);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
