// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/tokenmint.h"

#include "core/base/clock.h"
#include "core/server/crypto/sealer.h"
#include "core/server/crypto/tokens.h"
#include "core/server/store/database.h"
#include "core/server/store/signingkeyrepository.h"

#include <QtCore/QReadLocker>
#include <QtCore/QWriteLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using crypto::SigningKey;
using store::SigningKeyRecord;

namespace {

constexpr int daysAKeySigns = 90;
/// The longest life of what a key signs, a refresh token's, and a day for clocks and rotations
/// under way.
constexpr int daysARetiredKeyVerifies = 365 + 1;
constexpr qsizetype sidBytes = 16;

/// A sealed key that is moved to another row does not open there.
QByteArray sealContext(const QString &id)
{
    return "signing-key/" + id.toLatin1();
}

bool verifies(const std::optional<QDateTime> &retiredAt, const QDateTime &now)
{
    return !retiredAt || retiredAt->addDays(daysARetiredKeyVerifies) > now;
}

QString randomName(base::Random &random)
{
    return QString::fromLatin1(random.bytes(sidBytes).toBase64(QByteArray::Base64UrlEncoding
                                                               | QByteArray::OmitTrailingEquals));
}

} // namespace

TokenMint::TokenMint(const Ground &ground)
    : m_ground(ground)
{
}

base::Result<TokenPair> TokenMint::make(store::Connection &connection, const TokenOrder &order)
{
    TokenPair pair;
    if (order.form == TokenForm::Uuid) {
        pair.access = crypto::newUuidToken(m_ground.random);
        return pair;
    }
    if (order.form == TokenForm::Opaque) {
        pair.access = crypto::newToken(m_ground.random);
        if (order.refreshEnd)
            pair.refresh = crypto::newToken(m_ground.random);
        return pair;
    }
    if (order.form == TokenForm::Shared) {
        auto shared = makeShared(order.person, order.accessEnd, std::nullopt);
        if (!shared)
            return base::fail(shared.error());
        pair.access = *std::move(shared);
        return pair;
    }
    const auto key = signingKey(connection);
    if (!key)
        return base::fail(key.error());
    crypto::JwtClaims claims{.audience = order.system,
                             .subject = order.person.username,
                             .session = order.sid,
                             .id = randomName(m_ground.random),
                             .use = crypto::TokenUse::Access,
                             .issuedAt = order.now,
                             .expiresAt = order.accessEnd};
    pair.access = crypto::signJwt(**key, claims);
    if (order.refreshEnd) {
        claims.use = crypto::TokenUse::Refresh;
        claims.id = randomName(m_ground.random);
        claims.expiresAt = *order.refreshEnd;
        pair.refresh = crypto::signJwt(**key, claims);
    }
    return pair;
}

base::Result<base::Secret> TokenMint::makeChallenge(const QString &system,
                                                    const model::User &person, ChallengeUse use,
                                                    const QDateTime &end)
{
    if (system == "openarchiver"_L1)
        return makeShared(person, end, use);
    return crypto::newToken(m_ground.random);
}

base::Result<base::Secret> TokenMint::makeShared(const model::User &person, const QDateTime &end,
                                                 std::optional<ChallengeUse> challenge) const
{
    const base::Secret &key = m_ground.options.sharedTokenKey;
    if (key.isEmpty())
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    return crypto::signSharedJwt(key, {.subject = person.uid,
                                       .email = person.email.value_or(person.username),
                                       .roles = {person.role.name},
                                       .id = randomName(m_ground.random),
                                       .isPending = challenge.has_value(),
                                       .mustSetUpFactor = challenge == ChallengeUse::SetUpFactor,
                                       .issuedAt = m_ground.clock.now(),
                                       .expiresAt = end});
}

QString TokenMint::newSid()
{
    return randomName(m_ground.random);
}

base::Result<crypto::JwtClaims> TokenMint::read(QByteArrayView token,
                                                const crypto::JwtDemand &demand)
{
    return crypto::readJwt(token, [this](QByteArrayView header) { return keyOf(header); }, demand);
}

bool TokenMint::mayBe(QByteArrayView token, crypto::TokenUse use)
{
    if (crypto::isSharedJwtShaped(token)) {
        const auto claims =
            crypto::readSharedJwt(token, m_ground.options.sharedTokenKey, m_ground.clock.now());
        return claims && !claims->isPending && use == crypto::TokenUse::Access;
    }
    return !crypto::isJwtShaped(token)
           || read(token, {.use = use, .now = m_ground.clock.now()}).has_value();
}

base::Result<QList<PublicSigningKey>> TokenMint::publicKeys()
{
    const auto read = m_ground.database.read([](store::Connection &connection) {
        return store::SigningKeyRepository(connection).list();
    });
    if (!read)
        return base::fail(read.error());
    const QDateTime now = m_ground.clock.now();
    const QString wanted = crypto::algorithmName(m_ground.options.tokenAlgorithm);
    const bool isMissing = std::ranges::none_of(*read, [&](const SigningKeyRecord &record) {
        return record.algorithm == wanted && !record.retiredAt;
    });
    QList<PublicSigningKey> keys;
    for (const SigningKeyRecord &record : *read) {
        if (!record.publicKey.isEmpty() && verifies(record.retiredAt, now))
            keys.append({record.id, record.publicKey});
    }
    if (!isMissing || m_ground.options.tokenAlgorithm != crypto::SigningAlgorithm::EdDsa)
        return keys;
    const auto made = m_ground.database.write(
        [this](store::Connection &connection) { return signingKey(connection); });
    if (!made)
        return base::fail(made.error());
    keys.append({(*made)->id(), (*made)->publicKey()});
    return keys;
}

void TokenMint::rotate()
{
    // What stays for now is done by the next call.
    [[maybe_unused]] const auto rotated =
        m_ground.database.write([this](store::Connection &connection) {
            const QDateTime now = m_ground.clock.now();
            store::SigningKeyRepository keys(connection);
            keys.retireOlderThan(now.addDays(-daysAKeySigns), now);
            keys.removeRetired(now.addDays(-daysARetiredKeyVerifies));
        });
    readKeys();
}

/// The one that signs, which another server may have made; a first one where there is none.
base::Result<TokenMint::KeyPointer> TokenMint::signingKey(store::Connection &connection)
{
    const QString algorithm = crypto::algorithmName(m_ground.options.tokenAlgorithm);
    const auto record = store::SigningKeyRepository(connection).findSigning(algorithm);
    if (!record)
        return makeKey(connection);
    {
        const QReadLocker locker(&m_lock);
        for (const Known &one : m_known) {
            if (one.key->id() == record->id)
                return one.key;
        }
    }
    auto opened = open(*record);
    if (opened) {
        const QWriteLocker locker(&m_lock);
        m_known.insert((*opened)->header(), {*opened, std::nullopt});
    }
    return opened;
}

base::Result<TokenMint::KeyPointer> TokenMint::makeKey(store::Connection &connection)
{
    if (!m_ground.sealer)
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    auto key = std::make_shared<const SigningKey>(
        SigningKey::generate(m_ground.options.tokenAlgorithm, m_ground.random));
    store::SigningKeyRepository(connection)
        .create({.id = key->id(),
                 .algorithm = crypto::algorithmName(key->algorithm()),
                 .sealedSecret =
                     m_ground.sealer->seal(key->secret(), sealContext(key->id()), m_ground.random),
                 .publicKey = key->publicKey(),
                 .createdAt = m_ground.clock.now()});
    // Known only by what is stored: this transaction may still be undone.
    return key;
}

base::Result<TokenMint::KeyPointer> TokenMint::open(const SigningKeyRecord &record) const
{
    if (!m_ground.sealer)
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    const auto secret = m_ground.sealer->open(record.sealedSecret, sealContext(record.id));
    if (!secret)
        return base::fail(secret.error());
    const auto algorithm = crypto::algorithmFromName(record.algorithm);
    auto key = algorithm ? SigningKey::fromSecret(record.id, *algorithm, *secret) : std::nullopt;
    if (!key)
        return base::fail(base::ErrorCode::Internal,
                          u"Something went wrong on the server. The log says what."_s,
                          u"the signing key %1 cannot be read"_s.arg(record.id));
    return std::make_shared<const SigningKey>(*std::move(key));
}

TokenMint::KeyPointer TokenMint::keyOf(QByteArrayView header)
{
    const QByteArray name = header.toByteArray();
    auto found = known(name);
    if (!found) {
        readKeys();
        found = known(name);
    }
    if (!found || !verifies(found->retiredAt, m_ground.clock.now()))
        return nullptr;
    return found->key;
}

std::optional<TokenMint::Known> TokenMint::known(const QByteArray &header) const
{
    const QReadLocker locker(&m_lock);
    const auto found = m_known.constFind(header);
    return found == m_known.cend() ? std::nullopt : std::optional(*found);
}

void TokenMint::readKeys()
{
    const auto records = m_ground.database.read([](store::Connection &connection) {
        return store::SigningKeyRepository(connection).list();
    });
    if (!records)
        return;
    QHash<QString, KeyPointer> opened;
    {
        const QReadLocker locker(&m_lock);
        for (const Known &one : std::as_const(m_known))
            opened.insert(one.key->id(), one.key);
    }
    QHash<QByteArray, Known> fresh;
    for (const SigningKeyRecord &record : *records) {
        KeyPointer key = opened.value(record.id);
        if (!key)
            key = open(record).value_or(nullptr);
        if (key)
            fresh.insert(key->header(), {key, record.retiredAt});
    }
    const QWriteLocker locker(&m_lock);
    m_known.swap(fresh);
}

} // namespace authdesk::server::service
