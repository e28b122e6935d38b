// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks at second-factor codes: first what a typed code is good for (outside a transaction, because
// recovery codes are hashed slowly), then spending it, which succeeds for exactly one caller.
// Inside this room only.
#pragma once

#include "core/server/store/factorrepository.h"
#include "core/server/store/recoverycoderepository.h"

#include "core/base/result.h"

#include <variant>

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

/// What a person's codes are checked against, read in one transaction.
struct CodeTargets
{
    qint64 userId = 0;
    std::optional<store::FactorRecord> totp;
    QList<store::RecoveryCodeRecord> recoveryCodes;
    std::optional<store::OneTimeCodeRecord> oneTimeCode; ///< also an expired one

    [[nodiscard]] bool hasFactor() const { return totp.has_value(); }
    /// Whether a code is asked for beside the password.
    [[nodiscard]] bool asksForCode() const { return hasFactor() || oneTimeCode.has_value(); }
    [[nodiscard]] QStringList methods() const;
};

[[nodiscard]] CodeTargets readCodeTargets(store::Connection &connection, qint64 userId);

struct TotpMatch
{
    qint64 factorId = 0;
    qint64 step = 0;
};
struct RecoveryMatch
{
    qint64 codeId = 0;
};
struct OneTimeMatch
{
};
using CodeMatch = std::variant<std::monostate, TotpMatch, RecoveryMatch, OneTimeMatch>;

/// monostate: good for nothing. Blocks on hashing. Busy, MasterKeyMissing, MasterKeyWrong.
[[nodiscard]] base::Result<CodeMatch> examineCode(Toolbox &tools, const CodeTargets &targets,
                                                  const QString &code);
/// What a six-digit code that was refused tells about the clock of the authenticator that made it;
/// the same work whatever it tells. It changes nothing about what is accepted.
[[nodiscard]] std::optional<model::ClockOffset>
readClock(Toolbox &tools, const CodeTargets &targets, const QString &code);
/// True for exactly one caller. Inside Database::write().
[[nodiscard]] bool spendCode(store::Connection &connection, qint64 userId, const CodeMatch &match,
                             const QDateTime &now);

/// Six digits, or the form of a recovery code, or eight digits.
[[nodiscard]] bool hasFormOfCode(const QString &code);

/// What a TOTP secret is sealed for.
[[nodiscard]] QByteArray totpContext(qint64 factorId);

} // namespace authdesk::server::service
