// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own second factors and recovery codes. Thread-safe; blocks. Turning a factor on keeps the
// token it was done with; a token that was good only for enrolling becomes a full one.
#pragma once

#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

#include <functional>

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

struct MfaState
{
    bool enabled = false;
    QList<model::MfaMethod> methods;
    int recoveryCodesLeft = 0;
    /// From when on the person gets no further without a factor (UTC); absent: never, or there is
    /// one.
    std::optional<QDateTime> dueAt = {};
};

struct TotpEnrollment
{
    base::Secret key;             ///< Base32
    base::Secret provisioningUri; ///< otpauth://…
    /// Shown with the key where the system shows them so early; good once the app is confirmed.
    QList<base::Secret> recoveryCodes = {};
};

struct MfaConfirmed
{
    bool mfaEnabled = true;
    /// Shown once; empty when the person has codes already, or saw these.
    QList<base::Secret> recoveryCodes;
};

class MfaService final
{
public:
    explicit MfaService(Toolbox &tools);

    [[nodiscard]] base::Result<MfaState> mfaState(const Actor &actor);
    /// A secret that is pending for an hour; an earlier pending one is dropped.
    /// MfaAlreadyEnabled; RecentSignInRequired where another factor exists.
    [[nodiscard]] base::Result<TotpEnrollment> beginTotp(const Actor &actor, const Caller &caller);
    /// The same with new recovery codes, which take the place of any others when the app is
    /// confirmed, by whatever API. Blocks on hashing. Busy.
    [[nodiscard]] base::Result<TotpEnrollment> beginTotpWithCodes(const Actor &actor,
                                                                  const Caller &caller);
    /// MfaNotStarted, MfaAlreadyEnabled, InvalidCode.
    [[nodiscard]] base::Result<MfaConfirmed> confirmTotp(const Actor &actor, const QString &code,
                                                         const Caller &caller);
    /// The same and `also`, in one write: what `also` refuses leaves the app turned off.
    using Also = std::function<base::Result<>(store::Connection &)>;
    [[nodiscard]] base::Result<MfaConfirmed> confirmTotpAnd(const Actor &actor, const QString &code,
                                                            const Caller &caller, const Also &also);
    /// `code`: of the app, or a recovery code. MfaNotEnabled, InvalidCode.
    [[nodiscard]] base::Result<> disableTotp(const Actor &actor, const QString &code,
                                             const Caller &caller);
    /// Every factor and code of the person goes; proven as in disableTotp().
    [[nodiscard]] base::Result<> removeAllFactors(const Actor &actor, const QString &code,
                                                  const Caller &caller);
    /// As removeAllFactors(), proven by the password. MfaNotEnabled, WrongCurrentPassword.
    [[nodiscard]] base::Result<> removeAllFactorsByPassword(const Actor &actor,
                                                            const base::Secret &password,
                                                            const Caller &caller);
    /// As removeAllFactors(), proven by being on this computer. NotLoopback.
    [[nodiscard]] base::Result<> resetFactorsFromLoopback(const Actor &actor, const Caller &caller);
    /// Ten new ones; the old ones are dead. With `code` it is proven by that, otherwise by a
    /// sign-in within 15 minutes (RecentSignInRequired). MfaNotEnabled, InvalidCode.
    [[nodiscard]] base::Result<QList<base::Secret>>
    regenerateRecoveryCodes(const Actor &actor, const std::optional<QString> &code,
                            const Caller &caller);

private:
    [[nodiscard]] base::Result<TotpEnrollment> begin(const Actor &actor, const Caller &caller,
                                                     const QByteArray &heldCodes);
    [[nodiscard]] base::Result<> removeFactors(const Actor &actor, const QString &action,
                                               const Caller &caller);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
