// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/auditseal.h"

#include "core/server/crypto/sodium.h"

#include <sodium.h>

namespace authdesk::server::crypto {

AuditSeal::AuditSeal(const MasterKey &key)
    : m_key(key.subkey(MasterKey::Purpose::Audit))
{
}

QByteArray AuditSeal::seal(QByteArrayView previous, QByteArrayView row) const
{
    // The length in front keeps (previous, row) apart from any other split of the same bytes.
    const auto length = static_cast<unsigned char>(previous.size());
    Q_ASSERT(previous.size() <= 255);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, toUnsigned(m_key.view()), std::size_t(m_key.view().size()));
    crypto_auth_hmacsha256_update(&state, &length, 1);
    crypto_auth_hmacsha256_update(&state, toUnsigned(previous), std::size_t(previous.size()));
    crypto_auth_hmacsha256_update(&state, toUnsigned(row), std::size_t(row.size()));
    QByteArray seal(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, toUnsigned(seal));
    return seal;
}

bool AuditSeal::isSealOf(QByteArrayView seal, QByteArrayView previous, QByteArrayView row) const
{
    return base::equalInConstantTime(seal, this->seal(previous, row));
}

} // namespace authdesk::server::crypto
