// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/guess.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/addresslimiter.h"
#include "core/server/service/lockrule.h"
#include "core/server/store/folding.h"

namespace authdesk::server::service {

namespace {

constexpr int retryOfLockForGood = 15 * 60;

store::ThrottleKey keyFromAddress(const store::ThrottleKey &key, const QString &network)
{
    return {.kind = key.kind,
            .nameHash = crypto::tokenHash(QByteArray(key.nameHash + '/' + network.toUtf8())),
            .userId = key.userId};
}

GuessTicket examineLock(store::Connection &connection, const store::ThrottleKey &key,
                        const QHostAddress &address, const QDateTime &now)
{
    store::ThrottleRepository throttle(connection);
    const QString network = AddressLimiter::networkOf(address);
    const store::ThrottleKey ownKey = keyFromAddress(key, network);
    const store::ThrottleStanding standing =
        throttle.standing(key, ownKey.nameHash, network, now.addDays(-knownAddressDays));
    GuessTicket ticket;
    // Behind a lock for good every known address has its own row of wrong guesses.
    const bool apart = standing.whole.lockedForGood && standing.isKnownAddress;
    const store::ThrottleState &state = apart ? standing.own : standing.whole;
    ticket.key = apart ? ownKey : key;
    ticket.earlierLock = state.lockedUntil;
    ticket.countedBefore = state.failures;
    ticket.lockedForGood = state.lockedForGood;
    if (state.lockedForGood)
        ticket.retryAfterSeconds = retryOfLockForGood;
    else if (state.lockedUntil && *state.lockedUntil > now)
        ticket.retryAfterSeconds = int((now.msecsTo(*state.lockedUntil) + 999) / 1000);
    ticket.allowed = ticket.retryAfterSeconds == 0;
    return ticket;
}

} // namespace

store::ThrottleKey throttleKey(store::ThrottleKind kind, const model::User &user)
{
    // By uid, so that e-mail and username count together and a new name does not start anew.
    return {.kind = kind,
            .nameHash = crypto::tokenHash(QByteArray("person/" + user.uid.toUtf8())),
            .userId = user.id};
}

store::ThrottleKey throttleKey(store::ThrottleKind kind, const QString &login)
{
    return {.kind = kind,
            .nameHash = crypto::tokenHash(QByteArray("name/" + store::folded(login).toUtf8())),
            .userId = std::nullopt};
}

int secondsLocked(store::Connection &connection, const store::ThrottleKey &key,
                  const QHostAddress &address, const QDateTime &now)
{
    return examineLock(connection, key, address, now).retryAfterSeconds;
}

bool isLockedByOpenGuesses(store::Connection &connection, const store::ThrottleKey &key,
                           const QHostAddress &address, int open, const QDateTime &now)
{
    if (open == 0)
        return false;
    const GuessTicket ticket = examineLock(connection, key, address, now);
    return !ticket.allowed && !ticket.lockedForGood
           && ticket.countedBefore - open < guessesBeforeLock;
}

GuessTicket reserveGuess(store::Connection &connection, const store::ThrottleKey &key,
                         const QHostAddress &address, const QDateTime &now)
{
    store::ThrottleRepository throttle(connection);
    GuessTicket ticket = examineLock(connection, key, address, now);
    const store::ThrottleState counted = throttle.countFailure(ticket.key, now);
    if (!ticket.allowed) {
        // Counted and taken back: a locked name costs the same work, but its lock does not grow.
        throttle.giveBack(ticket.key);
        return ticket;
    }
    if (counted.failures >= guessesBeforeHardLock)
        throttle.lockForGood(ticket.key, now);
    else if (const qint64 seconds = lockSeconds(counted.failures); seconds > 0)
        throttle.lockUntil(ticket.key, now.addSecs(seconds), now);
    return ticket;
}

void settleRightGuess(store::Connection &connection, const GuessTicket &ticket,
                      const QDateTime &now)
{
    store::ThrottleRepository(connection).reset(ticket.key, now);
}

void withdrawGuess(store::Connection &connection, const GuessTicket &ticket, const QDateTime &now)
{
    if (!ticket.allowed)
        return; // taken back when it was reserved
    store::ThrottleRepository throttle(connection);
    throttle.giveBack(ticket.key);
    // The lock that this guess started goes with it.
    if (lockSeconds(throttle.find(ticket.key).failures + 1) > 0)
        throttle.lockUntil(ticket.key, ticket.earlierLock.value_or(now), now);
}

} // namespace authdesk::server::service
