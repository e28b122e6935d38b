// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a certificate that nobody vouches for, for a server in a network of one's own: people
// compare its fingerprint instead. Pure function, any thread; takes about a millisecond.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace authdesk::server::crypto {

/// Clients do not take a certificate that is good for longer.
inline constexpr int longestCertificateDays = 825;

struct SelfSigned
{
    QByteArray certificate; ///< PEM
    base::Secret key;       ///< PEM (PKCS #8), without a passphrase
};

/// ECDSA on P-256, for servers only (RFC 5280 §4.2.1.12). `names`: what it is called by, host names
/// and addresses in any order; the first is also its common name. Good from an hour before `now`,
/// because clocks differ, for `days`. Internal: without a name, with one that cannot stand in a
/// certificate, for more than longestCertificateDays, or where OpenSSL fails.
[[nodiscard]] base::Result<SelfSigned> makeSelfSigned(const QStringList &names,
                                                      const QDateTime &now, int days);

} // namespace authdesk::server::crypto
