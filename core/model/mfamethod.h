// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second factor of a person. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

enum class MfaKind { Totp, Email, WebAuthn };

[[nodiscard]] QLatin1StringView mfaKindName(MfaKind kind); ///< "totp", "email", "webauthn"
[[nodiscard]] std::optional<MfaKind> mfaKindFromName(QStringView name);

struct MfaMethod
{
    QString id;
    MfaKind kind = MfaKind::Totp;
    QString name; ///< what the person called it, or empty
    QDateTime createdAt;
    std::optional<QDateTime> lastUsedAt;

    bool operator==(const MfaMethod &) const = default;
};

} // namespace authdesk::model
