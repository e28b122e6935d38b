// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people get in at with when the usual way is shut: recovery codes, the one-time code and the
// one-time password that an admin hands over. Free functions; those that hash block like the
// hasher.
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QList>

#include <optional>

namespace authdesk::server::crypto {

class PasswordHasher;

inline constexpr int recoveryCodeCount = 10;

/// Ten codes of 49 bits, `xxxxx-xxxxx`, without letters that look alike.
[[nodiscard]] QList<base::Secret> newRecoveryCodes(base::Random &random);
/// What somebody typed, as the code was printed: case, blanks and the dash do not matter.
/// nullopt: not of a recovery code's form.
[[nodiscard]] std::optional<base::Secret> readRecoveryCode(const base::Secret &typed);
/// What to store, one string per code: argon2id under a salt that the set shares, so that checking
/// a typed code costs one hash and not ten.
[[nodiscard]] base::Result<QList<QByteArray>>
hashRecoveryCodes(const QList<base::Secret> &codes, PasswordHasher &hasher, base::Random &random);
/// Which of the stored strings belongs to the code; nullopt: none.
[[nodiscard]] base::Result<std::optional<qsizetype>>
findRecoveryCode(const base::Secret &code, const QList<QByteArray> &stored, PasswordHasher &hasher);

/// Eight digits; stored by PasswordHasher::hash().
[[nodiscard]] base::Secret newOneTimeCode(base::Random &random);
/// nullopt: not eight ASCII digits (blanks between them do not matter).
[[nodiscard]] std::optional<base::Secret> readOneTimeCode(const base::Secret &typed);

/// A password to be read aloud and typed once: four groups of four, 79 bits.
[[nodiscard]] base::Secret newOneTimePassword(base::Random &random);

/// What guards the first run, `XXXX-XXXX`: 39 bits.
[[nodiscard]] base::Secret newSetupCode(base::Random &random);

} // namespace authdesk::server::crypto
