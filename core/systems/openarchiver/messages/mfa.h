// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second factor of the enterprise edition. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

inline constexpr QLatin1StringView codeMissing{"Code is required"};

/// What the organisation asks of everybody.
struct MfaPolicy
{
    bool totpEnabled = true;
    bool totpEnforced = false;
    int gracePeriodDays = 0;
    bool operator==(const MfaPolicy &) const = default;
};

[[nodiscard]] QJsonObject encodeMfaStatus(const std::optional<QDateTime> &enrolledAt);
[[nodiscard]] QJsonObject encodeEnrollment(const base::Secret &uri, const base::Secret &qrPng);
[[nodiscard]] QJsonObject encodeBackupCodes(const QList<base::Secret> &codes);
[[nodiscard]] QJsonObject encodeTotpEnabled(bool isEnabled);
/// The way in for somebody whose factors an admin has cleared.
[[nodiscard]] QJsonObject encodeCleared(const base::Secret &oneTimeCode,
                                        const QDateTime &expiresAt);
[[nodiscard]] QJsonObject encode(const MfaPolicy &policy);

/// InvalidFields.
[[nodiscard]] base::Result<QString> decodeCode(const QJsonObject &body);
/// `now` with what the body says. InvalidFields.
[[nodiscard]] base::Result<MfaPolicy> decodeMfaPolicy(const QJsonObject &body,
                                                      const MfaPolicy &now);

} // namespace authdesk::systems::openarchiver::messages
