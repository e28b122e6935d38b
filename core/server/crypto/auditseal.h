// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Links audit rows to a chain that cannot be rewritten without the key: each seal is an HMAC-SHA256
// over the seal before it and the row. Any thread.
#pragma once

#include "core/base/secret.h"
#include "core/server/crypto/masterkey.h"

namespace authdesk::server::crypto {

class AuditSeal final
{
public:
    explicit AuditSeal(const MasterKey &key);

    /// 32 bytes. `previous` is empty for the first row; `row` is the row in one canonical encoding.
    [[nodiscard]] QByteArray seal(QByteArrayView previous, QByteArrayView row) const;
    [[nodiscard]] bool isSealOf(QByteArrayView seal, QByteArrayView previous,
                                QByteArrayView row) const;

private:
    base::Secret m_key;
};

} // namespace authdesk::server::crypto
