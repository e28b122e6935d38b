// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/tokens.h"

#include "core/server/crypto/sodium.h"

#include <QtCore/QUuid>

#include <sodium.h>

#include <cstring>

namespace authdesk::server::crypto {

using base::Random;
using base::Secret;

Secret newToken(Random &random)
{
    constexpr qsizetype tokenBytes = 32;
    QByteArray bytes = random.bytes(tokenBytes);
    Secret token(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    base::wipe(bytes);
    return token;
}

Secret newUuidToken(Random &random)
{
    constexpr qsizetype uuidBytes = 16;
    QByteArray bytes = random.bytes(uuidBytes);
    Secret token(QUuid::fromRfc4122(bytes).toByteArray(QUuid::WithoutBraces));
    base::wipe(bytes);
    return token;
}

Secret newHexToken(Random &random)
{
    constexpr qsizetype tokenBytes = 32;
    QByteArray bytes = random.bytes(tokenBytes);
    Secret token(bytes.toHex());
    base::wipe(bytes);
    return token;
}

Secret newPrefixedKey(Random &random)
{
    constexpr QByteArrayView letters{
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"};
    constexpr int length = 32;
    QByteArray key;
    key.reserve(4 + length);
    key += "f2b_";
    for (int i = 0; i < length; ++i)
        key += letters[qsizetype(random.below(quint32(letters.size())))];
    return Secret(std::move(key));
}

QString newUid(Random &random)
{
    constexpr qsizetype uuidBytes = 16;
    QByteArray bytes = random.bytes(uuidBytes);
    bytes[6] = char((bytes[6] & 0x0f) | 0x40);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QByteArray tokenHash(QByteArrayView token)
{
    ensureSodium();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(toUnsigned(hash), std::size_t(hash.size()), toUnsigned(token),
                       std::size_t(token.size()), nullptr, 0);
    return hash;
}

TokenKeyer::TokenKeyer(Random &random)
    : m_key(random.bytes(crypto_shorthash_siphashx24_KEYBYTES))
{
    ensureSodium();
}

TokenKeyer::Key TokenKeyer::operator()(QByteArrayView token) const
{
    Key key{};
    static_assert(sizeof(Key) == crypto_shorthash_siphashx24_BYTES);
    std::array<unsigned char, sizeof(Key)> out{};
    crypto_shorthash_siphashx24(out.data(), toUnsigned(token), std::size_t(token.size()),
                                toUnsigned(m_key.view()));
    std::memcpy(key.data(), out.data(), out.size());
    return key;
}

} // namespace authdesk::server::crypto
