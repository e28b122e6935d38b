// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time-based one-time passwords as authenticator apps make them (RFC 6238: SHA-1, six digits,
// thirty seconds). Free functions, any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>

#include <optional>

namespace authdesk::server::crypto {

inline constexpr int totpStepSeconds = 30;

/// 160 random bits.
[[nodiscard]] base::Secret newTotpSecret(base::Random &random);
/// Base32 without padding, as people type it into an app.
[[nodiscard]] base::Secret totpSecretText(const base::Secret &secret);

[[nodiscard]] qint64 totpStepAt(const QDateTime &time);
/// Exactly six digits.
[[nodiscard]] QString totpCode(const base::Secret &secret, qint64 step);

/// The step that a code belongs to: this one, the one before or the one after (RFC 6238 §5.2).
/// nullopt when it is none of them, when it is not exactly six ASCII digits, and when the step is
/// not above `lastStep`, which is the last one accepted for this user (-1: none): a code counts
/// once.
[[nodiscard]] std::optional<qint64> matchTotp(const base::Secret &secret, QStringView code,
                                              const QDateTime &now, qint64 lastStep);

inline constexpr int totpClockSteps = 20;

/// For a code that was refused: how many steps away from now it is right, negative in the past, up
/// to ten minutes either way. nullopt when it is right nowhere there, or would be right now. All
/// steps are computed whatever the first ones say.
[[nodiscard]] std::optional<int> totpStepsOff(const base::Secret &secret, QStringView code,
                                              const QDateTime &now);

/// What a QR code carries: `otpauth://totp/Issuer:account?secret=…&issuer=…`, with nothing in it
/// that is the default of every app, because Pipelit prints it so.
[[nodiscard]] base::Secret totpSetupLink(const QString &issuer, const QString &account,
                                         const base::Secret &secret);

} // namespace authdesk::server::crypto
