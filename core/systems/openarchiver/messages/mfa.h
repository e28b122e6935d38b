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
inline constexpr int longestGraceDays = 90;

/// What the organisation asks of everybody.
struct MfaPolicy
{
    bool totpEnforced = false;
    int gracePeriodDays = 0;
    std::optional<QDateTime> enforcedAt = {}; ///< UTC
    bool operator==(const MfaPolicy &) const = default;
};

/// Absent stays as it is.
struct MfaPolicyChange
{
    std::optional<bool> totpEnabled = {};
    std::optional<bool> totpEnforced = {};
    std::optional<int> gracePeriodDays = {}; ///< 0 to 90
    bool operator==(const MfaPolicyChange &) const = default;
};

/// `graceDeadline`: until when one gets in without a second factor.
[[nodiscard]] QJsonObject encodeMfaStatus(const std::optional<QDateTime> &enrolledAt,
                                          const std::optional<QDateTime> &graceDeadline);
[[nodiscard]] QJsonObject encodeEnrollment(const base::Secret &uri, const base::Secret &qrPng);
[[nodiscard]] QJsonObject encodeBackupCodes(const QList<base::Secret> &codes);
[[nodiscard]] QJsonObject encodeTotpEnabled(bool isEnabled);
/// The way in for somebody whose factors an admin has cleared.
[[nodiscard]] QJsonObject encodeCleared(const base::Secret &oneTimeCode,
                                        const QDateTime &expiresAt);
[[nodiscard]] QJsonObject encode(const MfaPolicy &policy);

/// InvalidFields.
[[nodiscard]] base::Result<QString> decodeCode(const QJsonObject &body);
/// InvalidFields.
[[nodiscard]] base::Result<MfaPolicyChange> decodeMfaPolicyChange(const QJsonObject &body);

} // namespace authdesk::systems::openarchiver::messages
