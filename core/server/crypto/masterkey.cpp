// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/masterkey.h"

#include "core/server/crypto/sodium.h"

#include <sodium.h>

#include <algorithm>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

namespace {

constexpr qsizetype masterKeyBytes = 32;
static_assert(masterKeyBytes == crypto_kdf_KEYBYTES);
constexpr const char subkeyContext[crypto_kdf_CONTEXTBYTES + 1] = "authdesk";

} // namespace

MasterKey MasterKey::generate(base::Random &random)
{
    return MasterKey(Secret(random.bytes(masterKeyBytes)));
}

Result<MasterKey> MasterKey::fromText(const Secret &text)
{
    const QByteArray trimmed = text.view().toByteArray().trimmed();
    const bool isHex = trimmed.size() == 2 * masterKeyBytes
                       && std::all_of(trimmed.begin(), trimmed.end(), [](char c) {
                              return std::isxdigit(static_cast<unsigned char>(c)) != 0;
                          });
    QByteArray bytes;
    if (isHex) {
        bytes = QByteArray::fromHex(trimmed);
    } else if (auto decoded = QByteArray::fromBase64Encoding(
                   trimmed, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors)) {
        bytes = *decoded;
    }
    if (bytes.size() != masterKeyBytes)
        return fail(ErrorCode::MasterKeyWrong,
                    u"The master key must be 32 bytes, written as 64 hex digits or as base64."_s);
    return MasterKey(Secret(std::move(bytes)));
}

Secret MasterKey::toText() const
{
    return Secret(m_bytes.view().toByteArray().toHex());
}

Secret MasterKey::subkey(Purpose purpose) const
{
    ensureSodium();
    QByteArray key(masterKeyBytes, '\0');
    crypto_kdf_derive_from_key(toUnsigned(key), std::size_t(key.size()), std::uint64_t(purpose),
                               subkeyContext, toUnsigned(m_bytes.view()));
    return Secret(std::move(key));
}

QByteArray MasterKey::checkValue() const
{
    return subkey(Purpose::Check).view().toByteArray();
}

} // namespace authdesk::server::crypto
