// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key that everything sealed at rest hangs on. It lives outside the database; what is used are
// subkeys of it, one per purpose, so that none can stand in for another. Plain value, any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/secret.h"

namespace authdesk::server::crypto {

class MasterKey final
{
public:
    enum class Purpose { Sealing = 1, Audit = 2, Check = 3, SharedTokens = 4 };

    [[nodiscard]] static MasterKey generate(base::Random &random);
    /// From its text: 32 bytes as 64 hex digits or as base64. MasterKeyWrong for anything else.
    [[nodiscard]] static base::Result<MasterKey> fromText(const base::Secret &text);
    /// 64 hex digits, what `master.key` and the keychain hold.
    [[nodiscard]] base::Secret toText() const;

    /// 32 bytes (crypto_kdf_derive_from_key).
    [[nodiscard]] base::Secret subkey(Purpose purpose) const;
    /// What the database keeps, so that a wrong key is told from a right one. Tells nothing else.
    [[nodiscard]] QByteArray checkValue() const;

private:
    explicit MasterKey(base::Secret bytes)
        : m_bytes(std::move(bytes))
    {
    }
    base::Secret m_bytes;
};

} // namespace authdesk::server::crypto
