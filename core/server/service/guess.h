// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counting guesses: each one is counted as wrong before it is looked at, and taken back when it was
// right, so that many at the same instant count as many. Inside this room only; the functions run
// inside Database::write().
#pragma once

#include "core/model/user.h"
#include "core/server/service/caller.h"
#include "core/server/store/throttlerepository.h"

namespace authdesk::server::service {

struct GuessTicket
{
    store::ThrottleKey key;
    bool allowed = false;      ///< false: locked, whatever the guess is
    int retryAfterSeconds = 0; ///< of the lock that forbids it
    std::optional<QDateTime> earlierLock;
    int countedBefore = 0; ///< wrong guesses in a row, this one not among them
    bool lockedForGood = false;
};

[[nodiscard]] store::ThrottleKey throttleKey(store::ThrottleKind kind, const model::User &user);
/// For a name that nobody has: counted and locked just the same.
[[nodiscard]] store::ThrottleKey throttleKey(store::ThrottleKind kind, const QString &login);

/// Seconds that guesses from this address stay refused; 0: not locked.
[[nodiscard]] int secondsLocked(store::Connection &connection, const store::ThrottleKey &key,
                                const QHostAddress &address, const QDateTime &now);
/// Whether a guess would be refused now only because of `open` others that are counted and may yet
/// prove right.
[[nodiscard]] bool isLockedByOpenGuesses(store::Connection &connection,
                                         const store::ThrottleKey &key, const QHostAddress &address,
                                         int open, const QDateTime &now);
[[nodiscard]] GuessTicket reserveGuess(store::Connection &connection, const store::ThrottleKey &key,
                                       const QHostAddress &address, const QDateTime &now);
/// It was right: the row of wrong ones is broken. A lock for good stays for unknown addresses.
void settleRightGuess(store::Connection &connection, const GuessTicket &ticket,
                      const QDateTime &now);
/// It was never looked at: as if it had not been made.
void withdrawGuess(store::Connection &connection, const GuessTicket &ticket, const QDateTime &now);

} // namespace authdesk::server::service
