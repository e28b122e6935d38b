// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Encrypts what the database holds but must not tell: TOTP secrets, passwords of other services.
// XChaCha20-Poly1305 under a subkey of the master key. Any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/server/crypto/masterkey.h"

namespace authdesk::server::crypto {

class Sealer final
{
public:
    explicit Sealer(const MasterKey &key);

    /// `context` says what it belongs to ("totp/7"); the same one opens it again, so that a sealed
    /// value moved to another row does not open there.
    [[nodiscard]] QByteArray seal(const base::Secret &plain, QByteArrayView context,
                                  base::Random &random) const;
    /// MasterKeyWrong when key or context do not fit or a byte was changed.
    [[nodiscard]] base::Result<base::Secret> open(const QByteArray &sealed,
                                                  QByteArrayView context) const;

private:
    base::Secret m_key;
};

} // namespace authdesk::server::crypto
