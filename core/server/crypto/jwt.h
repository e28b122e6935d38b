// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens that carry what they are (JWT, RFC 7519, in the compact form of RFC 7515). Only such as we
// sign are read: the header must be, byte for byte, the one that a key of ours writes, so that
// nothing in it is ever believed, be it an algorithm or where to find a key. Free functions, any
// thread.
#pragma once

#include "core/base/result.h"
#include "core/server/crypto/signingkey.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <functional>

namespace authdesk::server::crypto {

/// Beyond this many bytes nothing is looked at; what an Authorization header may hold.
inline constexpr qsizetype longestJwt = 4096;

enum class TokenUse { Access, Refresh };

struct JwtClaims
{
    QString audience; ///< the API whose sign-in it comes from
    QString subject;  ///< the username then
    QString session;  ///< which sign-in: the same in every token of a family
    QString id;       ///< no two tokens have the same
    TokenUse use = TokenUse::Access;
    QDateTime issuedAt;  ///< UTC, whole seconds; not good before
    QDateTime expiresAt; ///< UTC, whole seconds

    bool operator==(const JwtClaims &) const = default;
};

struct JwtDemand
{
    TokenUse use = TokenUse::Access;
    QDateTime now;
    bool mayHaveExpired = false; ///< where it only says which sign-in it was
};

[[nodiscard]] base::Secret signJwt(const SigningKey &key, const JwtClaims &claims);

/// Whether a text means to be one: it has a dot, which no other token of ours has.
[[nodiscard]] bool isJwtShaped(QByteArrayView token);

/// The key that writes this header; null: none of ours.
using KeyOfHeader = std::function<std::shared_ptr<const SigningKey>(QByteArrayView header)>;

/// Unauthenticated for everything but a token that a key of ours has signed and that is what is
/// demanded; the detail says why, for tests.
[[nodiscard]] base::Result<JwtClaims> readJwt(QByteArrayView token, const KeyOfHeader &keyOf,
                                              const JwtDemand &demand);

/// What a token says that another program verifies too, by a secret that both know; it looks at
/// the signature and the end alone. HS256, under a header that no key of ours writes.
struct SharedJwtClaims
{
    QString subject; ///< the person's uid
    QString email;   ///< or the username, where there is none
    QStringList roles;
    QString id;                   ///< no two tokens have the same
    bool isPending = false;       ///< waits for a second factor; never an access token
    bool mustSetUpFactor = false; ///< with isPending: it must be set up first
    QDateTime issuedAt;           ///< UTC, whole seconds
    QDateTime expiresAt;          ///< UTC, whole seconds

    bool operator==(const SharedJwtClaims &) const = default;
};

[[nodiscard]] base::Secret signSharedJwt(const base::Secret &key, const SharedJwtClaims &claims);
/// Whether a text begins as signSharedJwt() begins.
[[nodiscard]] bool isSharedJwtShaped(QByteArrayView token);
/// Unauthenticated for everything but a token that this key has signed and that is not over.
[[nodiscard]] base::Result<SharedJwtClaims>
readSharedJwt(QByteArrayView token, const base::Secret &key, const QDateTime &now);

} // namespace authdesk::server::crypto
