// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many wrong guesses in a row lock a name, and for how long. Passwords and codes follow the
// same steps, counted apart. Free functions, any thread.
#pragma once

#include <QtCore/QtGlobal>

namespace authdesk::server::service {

inline constexpr int guessesBeforeLock = 10;
/// From here on a name stays locked until an admin unlocks it, except from addresses that signed
/// in as it within `knownAddressDays`.
inline constexpr int guessesBeforeHardLock = 100;
inline constexpr int knownAddressDays = 30;

/// Seconds of the lock that the `guesses`-th wrong guess in a row starts; 0: none. The tenth locks
/// for a minute, every further one twice as long, up to fifteen.
[[nodiscard]] constexpr qint64 lockSeconds(int guesses)
{
    if (guesses < guessesBeforeLock)
        return 0;
    const int doublings = guesses - guessesBeforeLock;
    return doublings >= 4 ? 15 * 60 : qint64(60) << doublings;
}

} // namespace authdesk::server::service
