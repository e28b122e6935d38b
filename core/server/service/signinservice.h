// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signing in on any API: password, second factor, forced change, renewal, sign-out. One rule for
// all systems; only the tokens that come out differ. Thread-safe; blocks on hashing and the store.
#pragma once

#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

namespace authdesk::server::service {

class Toolbox;

class SignInService final
{
public:
    explicit SignInService(Toolbox &tools);

    /// `login`: username or e-mail. InvalidCredentials for unknown, wrong, disabled and locked
    /// alike; InvalidCode with retryAfterSeconds for a right password with a locked second step;
    /// TooManyRequests with retryAfterSeconds from an address with too many failures; Busy.
    [[nodiscard]] base::Result<SignInOutcome>
    signIn(const QString &login, const base::Secret &password, const Caller &caller);
    /// ChallengeEnded for a token that is dead, not this client's or another system's: the code is
    /// not looked at then. InvalidCode otherwise, with retryAfterSeconds while codes are locked.
    [[nodiscard]] base::Result<SignInOutcome> verify(const base::Secret &mfaToken,
                                                     const QString &code, const Caller &caller);
    /// The API whose sign-in made this challenge. ChallengeEnded for a token that is dead.
    [[nodiscard]] base::Result<QString> systemOf(const base::Secret &mfaToken);
    /// Pipelit: the challenge is found by name and address. InvalidCredentials without a fresh
    /// password step, the code neither looked at nor spent; InvalidCode otherwise.
    [[nodiscard]] base::Result<SignInOutcome>
    verifyByName(const QString &login, const QString &code, const Caller &caller);
    /// ChallengeEnded, InvalidFields ("new_password").
    [[nodiscard]] base::Result<SignInOutcome> changePassword(const base::Secret &changeToken,
                                                             const base::Secret &newPassword,
                                                             const Caller &caller);
    /// Rotates, where the system's does. Unauthenticated, also for another system's; RefreshReused
    /// when an old one came back and the session ended.
    [[nodiscard]] base::Result<SignedIn> refresh(const base::Secret &refreshToken,
                                                 const Caller &caller);
    /// The same where the system asks for the access token of the same sign-in too, which may have
    /// expired or been replaced.
    [[nodiscard]] base::Result<SignedIn> refresh(const base::Secret &refreshToken,
                                                 const base::Secret &accessToken,
                                                 const Caller &caller);
    /// Ends the session of this token, access and refresh at once.
    [[nodiscard]] base::Result<> signOut(const Actor &actor, const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
