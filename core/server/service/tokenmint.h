// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one place that makes the tokens of a sign-in and says what a signed one is: opaque for our
// own API, printed like a UUID for Pipelit, signed (JWT) where a system's clients expect that.
// Signing keys are made when first needed and replaced after 90 days; the old ones verify until
// what they signed has ended. Thread-safe; inside this room only.
#pragma once

#include "core/model/user.h"
#include "core/server/crypto/jwt.h"
#include "core/server/service/ground.h"

#include <QtCore/QHash>
#include <QtCore/QReadWriteLock>

namespace authdesk::server::store {
class Connection;
struct SigningKeyRecord;
} // namespace authdesk::server::store

namespace authdesk::server::service {

enum class TokenForm {
    Opaque, ///< 256 random bits
    Uuid,   ///< 128 random bits, printed like a UUID
    Signed, ///< a JWT
    Shared, ///< a JWT under a secret that OpenArchiver's front end knows too
};

/// What a challenge after the password waits for.
enum class ChallengeUse {
    ShowFactor,
    SetUpFactor,
};

/// What is said of the tokens of one sign-in.
struct TokenOrder
{
    TokenForm form = TokenForm::Opaque;
    QString system;
    const model::User &person;
    QString sid; ///< of a signed one: what it calls its sign-in
    QDateTime now;
    QDateTime accessEnd;
    std::optional<QDateTime> refreshEnd; ///< absent: there is no refresh token
};

struct TokenPair
{
    base::Secret access;
    base::Secret refresh; ///< empty: there is none
};

/// A key that anyone may verify with.
struct PublicSigningKey
{
    QString id;
    QByteArray key; ///< 32 bytes, Ed25519
};

class TokenMint final
{
public:
    explicit TokenMint(const Ground &ground);

    /// Inside Database::write(). MasterKeyMissing, MasterKeyWrong.
    [[nodiscard]] base::Result<TokenPair> make(store::Connection &connection,
                                               const TokenOrder &order);
    /// What names the challenge of a second factor: opaque, or signed where a system's front end
    /// verifies it. MasterKeyMissing.
    [[nodiscard]] base::Result<base::Secret> makeChallenge(const QString &system,
                                                           const model::User &person,
                                                           ChallengeUse use, const QDateTime &end);
    /// A new name for a sign-in, for TokenOrder::sid.
    [[nodiscard]] QString newSid();

    /// What a signed token says: Unauthenticated for one that no key of ours has signed, that is
    /// meant for another use, that is over, or whose key is. Reads the store for a header that it
    /// does not know.
    [[nodiscard]] base::Result<crypto::JwtClaims> read(QByteArrayView token,
                                                       const crypto::JwtDemand &demand);
    /// Whether a token may be looked up as one for that use: every opaque one, of the signed ones
    /// those that read() takes.
    [[nodiscard]] bool mayBe(QByteArrayView token, crypto::TokenUse use);

    /// Those that verify now, the oldest first; made before the first sign-in.
    [[nodiscard]] base::Result<QList<PublicSigningKey>> publicKeys();
    /// Retires what has signed for 90 days, removes what verifies nothing any more, and reads anew
    /// what other servers made.
    void rotate();

private:
    using KeyPointer = std::shared_ptr<const crypto::SigningKey>;
    struct Known
    {
        KeyPointer key;
        std::optional<QDateTime> retiredAt;
    };

    [[nodiscard]] base::Result<base::Secret>
    makeShared(const model::User &person, const QDateTime &end,
               std::optional<ChallengeUse> challenge) const;
    [[nodiscard]] base::Result<KeyPointer> signingKey(store::Connection &connection);
    [[nodiscard]] base::Result<KeyPointer> makeKey(store::Connection &connection);
    [[nodiscard]] base::Result<KeyPointer> open(const store::SigningKeyRecord &record) const;
    [[nodiscard]] KeyPointer keyOf(QByteArrayView header);
    [[nodiscard]] std::optional<Known> known(const QByteArray &header) const;
    void readKeys();

    const Ground &m_ground;
    mutable QReadWriteLock m_lock;    ///< guards m_known
    QHash<QByteArray, Known> m_known; ///< by the header that each writes
};

} // namespace authdesk::server::service
