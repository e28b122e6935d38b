// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Access tokens, refresh tokens, challenges and keys: random, and stored only as hashes. Free
// functions, any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/secret.h"

#include <array>

namespace authdesk::server::crypto {

/// 256 random bits in base64url, 43 characters.
[[nodiscard]] base::Secret newToken(base::Random &random);
/// 128 random bits printed like a UUID, for Pipelit. Not a version 4 UUID: that has only 122.
[[nodiscard]] base::Secret newUuidToken(base::Random &random);

/// 256 random bits in hexadecimal, 64 characters, for OpenArchiver.
[[nodiscard]] base::Secret newHexToken(base::Random &random);
/// `f2b_` and 32 letters and digits, 190 random bits, for Bloqd.
[[nodiscard]] base::Secret newPrefixedKey(base::Random &random);

/// A person's uid: a random UUID, version 4 (RFC 9562 section 5.4), without braces. Not a secret.
[[nodiscard]] QString newUid(base::Random &random);

/// What the store keeps of a token: BLAKE2b, 32 bytes. Not salted, because the token is random.
[[nodiscard]] QByteArray tokenHash(QByteArrayView token);

/// A quick hash of tokens under a key that lives only as long as the process, for lookups in
/// memory.
class TokenKeyer final
{
public:
    using Key = std::array<quint64, 2>;

    explicit TokenKeyer(base::Random &random);
    /// SipHash-2-4 with 128 bits.
    [[nodiscard]] Key operator()(QByteArrayView token) const;

private:
    base::Secret m_key;
};

} // namespace authdesk::server::crypto
