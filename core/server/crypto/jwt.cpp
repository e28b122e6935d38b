// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/jwt.h"

#include "core/base/json.h"
#include "core/server/crypto/sodium.h"

#include <QtCore/QJsonDocument>

#include <sodium.h>

#include <optional>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::JsonFields;
using base::Result;
using base::Secret;

namespace {

constexpr auto issuer = "authdesk"_L1;
constexpr auto jwtBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype longestSubject = 1024;
/// Several servers on one database may have clocks that differ a little.
constexpr qint64 secondsOfTolerance = 60;
constexpr qint64 latestSecond = 253'402'300'799; // the end of the year 9999

QLatin1StringView useName(TokenUse use)
{
    return use == TokenUse::Refresh ? "refresh"_L1 : "access"_L1;
}

std::unexpected<base::Error> notOurs(const QString &why)
{
    return base::fail(ErrorCode::Unauthenticated, u"Sign in first."_s, why);
}

struct Parts
{
    QByteArrayView header;
    QByteArrayView payload;
    QByteArrayView signature;
    QByteArrayView isSigned; ///< header, dot and payload
};

std::optional<Parts> partsOf(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype last = token.lastIndexOf('.');
    if (token.size() > longestJwt || first <= 0 || last <= first + 1 || last + 1 == token.size())
        return std::nullopt;
    const Parts parts{.header = token.first(first),
                      .payload = token.sliced(first + 1, last - first - 1),
                      .signature = token.sliced(last + 1),
                      .isSigned = token.first(last)};
    if (parts.payload.contains('.'))
        return std::nullopt;
    return parts;
}

/// {"alg":"HS256","typ":"JWT"}
constexpr QByteArrayView sharedHeader{"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"};

/// HMAC-SHA-256 under a key of any length, as RFC 2104 has it.
QByteArray sharedMac(const Secret &key, QByteArrayView text)
{
    ensureSodium();
    const QByteArrayView bytes = key.view();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, toUnsigned(bytes), static_cast<std::size_t>(bytes.size()));
    crypto_auth_hmacsha256_update(&state, toUnsigned(text),
                                  static_cast<unsigned long long>(text.size()));
    QByteArray mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, toUnsigned(mac));
    base::wipe(&state, sizeof(state));
    return mac;
}

/// There is one way to write bytes; everything else would be another text for the same token.
std::optional<QByteArray> decoded(QByteArrayView part)
{
    const QByteArray text = part.toByteArray();
    const auto read =
        QByteArray::fromBase64Encoding(text, jwtBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!read || read.decoded.toBase64(jwtBase64) != text)
        return std::nullopt;
    return read.decoded;
}

Result<JwtClaims> claimsOf(const QByteArray &payload)
{
    const auto object = base::parseJsonObject(payload);
    if (!object)
        return notOurs(u"the payload is no object"_s);
    JsonFields fields(*object);
    const QString from = fields.text("iss"_L1, {});
    const QString use = fields.text("token_type"_L1, {});
    const qint64 notBefore = fields.integer("nbf"_L1, 0, latestSecond);
    JwtClaims claims{
        .audience = fields.text("aud"_L1, {.atLeast = 1}),
        .subject = fields.text("sub"_L1, {.atLeast = 1, .atMost = longestSubject}),
        .session = fields.text("sid"_L1, {.atLeast = 1}),
        .id = fields.text("jti"_L1, {.atLeast = 1}),
        .use = use == useName(TokenUse::Refresh) ? TokenUse::Refresh : TokenUse::Access,
        .issuedAt = QDateTime::fromSecsSinceEpoch(notBefore, Qt::UTC),
        .expiresAt =
            QDateTime::fromSecsSinceEpoch(fields.integer("exp"_L1, 0, latestSecond), Qt::UTC)};
    if (fields.hasErrors() || from != issuer || use != useName(claims.use))
        return notOurs(u"the claims are not ours"_s);
    return claims;
}

Result<SharedJwtClaims> sharedClaimsOf(const QByteArray &payload)
{
    const auto object = base::parseJsonObject(payload);
    if (!object)
        return notOurs(u"the payload is no object"_s);
    JsonFields fields(*object);
    SharedJwtClaims claims{
        .subject = fields.text("sub"_L1, {.atLeast = 1}),
        .email = fields.text("email"_L1, {.atMost = longestSubject}),
        .roles = fields.texts("roles"_L1, 1),
        .id = fields.text("jti"_L1, {.atLeast = 1}),
        .isPending = fields.optionalFlag("mfaPending"_L1).value_or(false),
        .mustSetUpFactor = fields.optionalFlag("mfaEnrollmentRequired"_L1).value_or(false),
        .issuedAt =
            QDateTime::fromSecsSinceEpoch(fields.integer("iat"_L1, 0, latestSecond), Qt::UTC),
        .expiresAt =
            QDateTime::fromSecsSinceEpoch(fields.integer("exp"_L1, 0, latestSecond), Qt::UTC)};
    if (fields.hasErrors())
        return notOurs(u"the claims are not ours"_s);
    return claims;
}

} // namespace

Secret signJwt(const SigningKey &key, const JwtClaims &claims)
{
    const qint64 issued = claims.issuedAt.toSecsSinceEpoch();
    const QJsonObject payload{{u"iss"_s, QString(issuer)},
                              {u"aud"_s, claims.audience},
                              {u"sub"_s, claims.subject},
                              {u"sid"_s, claims.session},
                              {u"jti"_s, claims.id},
                              {u"iat"_s, issued},
                              {u"nbf"_s, issued},
                              {u"exp"_s, claims.expiresAt.toSecsSinceEpoch()},
                              {u"token_type"_s, QString(useName(claims.use))}};
    QByteArray token = key.header() + '.'
                       + QJsonDocument(payload).toJson(QJsonDocument::Compact).toBase64(jwtBase64);
    token += '.' + key.sign(token).toBase64(jwtBase64);
    return Secret(std::move(token));
}

bool isJwtShaped(QByteArrayView token)
{
    return token.contains('.');
}

Result<JwtClaims> readJwt(QByteArrayView token, const KeyOfHeader &keyOf, const JwtDemand &demand)
{
    const auto parts = partsOf(token);
    if (!parts)
        return notOurs(u"not three parts"_s);
    const auto key = keyOf(parts->header);
    if (!key)
        return notOurs(u"no key of ours writes this header"_s);
    const auto signature = decoded(parts->signature);
    if (!signature || !key->hasSigned(parts->isSigned, *signature))
        return notOurs(u"the signature is wrong"_s);
    const auto payload = decoded(parts->payload);
    if (!payload)
        return notOurs(u"the payload is not written in base64url"_s);
    auto claims = claimsOf(*payload);
    if (!claims)
        return claims;
    if (claims->use != demand.use)
        return notOurs(u"a token for another use"_s);
    if (claims->issuedAt > demand.now.addSecs(secondsOfTolerance))
        return notOurs(u"not good yet"_s);
    if (!demand.mayHaveExpired && claims->expiresAt <= demand.now)
        return notOurs(u"expired"_s);
    return claims;
}

Secret signSharedJwt(const Secret &key, const SharedJwtClaims &claims)
{
    QJsonObject payload{{u"sub"_s, claims.subject},
                        {u"email"_s, claims.email},
                        {u"roles"_s, QJsonArray::fromStringList(claims.roles)},
                        {u"iat"_s, claims.issuedAt.toSecsSinceEpoch()},
                        {u"exp"_s, claims.expiresAt.toSecsSinceEpoch()},
                        {u"jti"_s, claims.id}};
    if (claims.isPending)
        payload.insert(u"mfaPending"_s, true);
    if (claims.mustSetUpFactor)
        payload.insert(u"mfaEnrollmentRequired"_s, true);
    QByteArray token = sharedHeader.toByteArray() + '.'
                       + QJsonDocument(payload).toJson(QJsonDocument::Compact).toBase64(jwtBase64);
    token += '.' + sharedMac(key, token).toBase64(jwtBase64);
    return Secret(std::move(token));
}

bool isSharedJwtShaped(QByteArrayView token)
{
    return token.size() > sharedHeader.size() && token.startsWith(sharedHeader)
           && token[sharedHeader.size()] == '.';
}

Result<SharedJwtClaims> readSharedJwt(QByteArrayView token, const Secret &key, const QDateTime &now)
{
    const auto parts = partsOf(token);
    if (!parts || parts->header != sharedHeader || key.isEmpty())
        return notOurs(u"not of the shared kind"_s);
    const auto signature = decoded(parts->signature);
    if (!signature || !base::equalInConstantTime(*signature, sharedMac(key, parts->isSigned)))
        return notOurs(u"the signature is wrong"_s);
    const auto payload = decoded(parts->payload);
    if (!payload)
        return notOurs(u"the payload is not written in base64url"_s);
    auto claims = sharedClaimsOf(*payload);
    if (!claims)
        return claims;
    if (claims->issuedAt > now.addSecs(secondsOfTolerance))
        return notOurs(u"not good yet"_s);
    if (claims->expiresAt <= now)
        return notOurs(u"expired"_s);
    return claims;
}

} // namespace authdesk::server::crypto
