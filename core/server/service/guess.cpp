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
/// No person has this number, so that unknown names cost the same question.
constexpr qint64 nobody = 0;

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
    store::ThrottleRepository throttle(connection);
    const store::ThrottleState state = throttle.find(key);
    const bool known =
        throttle.knowsAddress(key.userId.value_or(nobody), AddressLimiter::networkOf(address),
                              now.addDays(-knownAddressDays));
    if (state.failures >= guessesBeforeHardLock && !known)
        return retryOfLockForGood;
    if (state.lockedUntil && *state.lockedUntil > now)
        return int((now.msecsTo(*state.lockedUntil) + 999) / 1000);
    return 0;
}

GuessTicket reserveGuess(store::Connection &connection, const store::ThrottleKey &key,
                         const QHostAddress &address, const QDateTime &now)
{
    store::ThrottleRepository throttle(connection);
    const store::ThrottleState before = throttle.find(key);
    GuessTicket ticket;
    ticket.key = key;
    ticket.earlierLock = before.lockedUntil;
    ticket.lockedForGood = before.failures >= guessesBeforeHardLock;
    ticket.retryAfterSeconds = secondsLocked(connection, key, address, now);
    ticket.allowed = ticket.retryAfterSeconds == 0;

    const store::ThrottleState counted = throttle.countFailure(key, now);
    if (!ticket.allowed) {
        // Counted and taken back: a locked name costs the same work, but its lock does not grow.
        throttle.giveBack(key);
        return ticket;
    }
    if (const qint64 seconds = lockSeconds(counted.failures); seconds > 0)
        throttle.lockUntil(key, now.addSecs(seconds), now);
    if (counted.failures >= guessesBeforeHardLock && !before.lockedForGood) // for the lists
        throttle.lockForGood(key, now);
    return ticket;
}

void settleRightGuess(store::Connection &connection, const GuessTicket &ticket,
                      const QDateTime &now)
{
    if (ticket.lockedForGood)
        withdrawGuess(connection, ticket, now);
    else
        store::ThrottleRepository(connection).reset(ticket.key, now);
}

void withdrawGuess(store::Connection &connection, const GuessTicket &ticket, const QDateTime &now)
{
    if (!ticket.allowed)
        return; // taken back when it was reserved
    store::ThrottleRepository throttle(connection);
    throttle.giveBack(ticket.key);
    const store::ThrottleState state = throttle.find(ticket.key);
    if (lockSeconds(state.failures + 1) > 0)
        throttle.lockUntil(ticket.key, ticket.earlierLock.value_or(now), now);
}

} // namespace authdesk::server::service
