// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/mfamethod.h"

namespace authdesk::model {

using namespace Qt::StringLiterals;

QLatin1StringView mfaKindName(MfaKind kind)
{
    switch (kind) {
    case MfaKind::Totp:
        return "totp"_L1;
    case MfaKind::Email:
        return "email"_L1;
    case MfaKind::WebAuthn:
        return "webauthn"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<MfaKind> mfaKindFromName(QStringView name)
{
    for (const MfaKind kind : {MfaKind::Totp, MfaKind::Email, MfaKind::WebAuthn}) {
        if (name == mfaKindName(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace authdesk::model
