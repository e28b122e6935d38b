// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/sealer.h"

#include "core/server/crypto/sodium.h"

#include <sodium.h>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

namespace {

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
/// The first byte, so that another way of sealing can be told apart one day.
constexpr char sealVersion = 1;

} // namespace

Sealer::Sealer(const MasterKey &key)
    : m_key(key.subkey(MasterKey::Purpose::Sealing))
{
}

QByteArray Sealer::seal(const Secret &plain, QByteArrayView context, base::Random &random) const
{
    const QByteArray nonce = random.bytes(nonceBytes);
    QByteArray cipher(plain.view().size() + tagBytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        toUnsigned(cipher), nullptr, toUnsigned(plain.view()), std::size_t(plain.view().size()),
        toUnsigned(context), std::size_t(context.size()), nullptr,
        toUnsigned(QByteArrayView(nonce)), toUnsigned(m_key.view()));
    return sealVersion + nonce + cipher;
}

Result<Secret> Sealer::open(const QByteArray &sealed, QByteArrayView context) const
{
    const auto refused = [] {
        return fail(ErrorCode::MasterKeyWrong,
                    u"A stored secret does not open with this master key."_s);
    };
    if (sealed.size() < 1 + nonceBytes + tagBytes || sealed[0] != sealVersion)
        return refused();
    const QByteArrayView nonce = QByteArrayView(sealed).sliced(1, nonceBytes);
    const QByteArrayView cipher = QByteArrayView(sealed).sliced(1 + nonceBytes);
    QByteArray plain(cipher.size() - tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(toUnsigned(plain), nullptr, nullptr,
                                                   toUnsigned(cipher), std::size_t(cipher.size()),
                                                   toUnsigned(context), std::size_t(context.size()),
                                                   toUnsigned(nonce), toUnsigned(m_key.view()))
        != 0)
        return refused();
    return Secret(std::move(plain));
}

} // namespace authdesk::server::crypto
