// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What follows a right password or a right code: the second step, a forced change, or the session.
// Inside this room only; the functions taking a Connection run inside Database::write().
#pragma once

#include "core/server/service/codecheck.h"
#include "core/server/service/outcome.h"
#include "core/server/service/sessionissuer.h"
#include "core/server/service/verdict.h"
#include "core/server/store/challengerepository.h"

namespace authdesk::server::service {

inline constexpr qint64 challengeSeconds = 5 * 60;
inline constexpr int challengeGuesses = 5;
/// Of a challenge to set up a factor: an app has to be found and installed.
inline constexpr qint64 enrollmentSeconds = 10 * 60;
/// Noted at a challenge that leads to setting up a factor.
inline constexpr QLatin1StringView enrollNote{"enroll"};
/// Noted at a challenge of a caller that takes no refresh token.
inline constexpr QLatin1StringView accessOnlyNote{"access only"};

/// A challenge for the second factor; InvalidCode with Retry-After while the person's codes are
/// locked.
[[nodiscard]] Verdict<SignInOutcome> askForCode(store::Connection &connection, Toolbox &tools,
                                                const store::UserRecord &person,
                                                const CodeTargets &targets, const Caller &caller);
/// A change token where the password must be changed, a challenge to set up a second factor where
/// one is due and the caller can be sent there, otherwise the session.
[[nodiscard]] base::Result<SignInOutcome> finishSignIn(store::Connection &connection,
                                                       Toolbox &tools,
                                                       const store::UserRecord &person,
                                                       Enrollment enrollment, const Caller &caller);
/// Sets the new password and signs in.
[[nodiscard]] base::Result<SignInOutcome> changeForcedPassword(Toolbox &tools,
                                                               const base::Secret &changeToken,
                                                               const base::Secret &wanted,
                                                               const Caller &caller);

// The errors of every sign-in, worded once.
[[nodiscard]] base::Error invalidCredentials();
[[nodiscard]] base::Error challengeEnded();
[[nodiscard]] base::Error invalidCode(int retryAfterSeconds = 0);
/// TooManyRequests while this address has to wait.
/// Counts for the address and writes the audit row; inside Database::write().
[[nodiscard]] base::Result<> recordRefusal(store::Connection &connection, Toolbox &tools,
                                           const QString &action, const QString &reason,
                                           const model::User *person, const Caller &caller);

} // namespace authdesk::server::service
