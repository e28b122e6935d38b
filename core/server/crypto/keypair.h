// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks at a certificate and its private key before a server shows them. Pure function, any thread.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <expected>

namespace authdesk::server::crypto {

struct KeyPair
{
    QDateTime validFrom; ///< UTC; of the certificate itself, not of its chain
    QDateTime validUntil;
    QByteArray fingerprint; ///< 32 bytes, SHA-256 of the certificate itself
    QStringList names;      ///< host names and addresses that it is for
};

enum class KeyPairProblem {
    NoCertificate, ///< the text holds no certificate in PEM form
    NoKey,         ///< the text holds no private key in PEM form
    EncryptedKey,  ///< the key asks for a passphrase
    OtherKind,     ///< a key that is neither RSA nor EC
    Mismatch,      ///< the key is not the first certificate's
};

/// `certificates`: the server's own first, then those that lead to its authority. Asks nobody for a
/// passphrase.
[[nodiscard]] std::expected<KeyPair, KeyPairProblem> readKeyPair(QByteArrayView certificates,
                                                                 const base::Secret &key);

} // namespace authdesk::server::crypto
