// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/passwordstep.h"

#include "core/server/service/addressguess.h"
#include "core/server/service/importedhashes.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/factorrepository.h"
#include "core/server/store/userrepository.h"

#include <thread>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

/// Each open guess waits for one hash only.
constexpr std::chrono::seconds longestWaitForOpenGuesses(10);

/// What the person signs in by now: a one-time password replaces the lasting one.
QByteArray activeHash(const store::UserRecord &person)
{
    return person.oneTimePasswordHash.isEmpty() ? person.passwordHash : person.oneTimePasswordHash;
}

} // namespace

base::Result<SignInOutcome> PasswordStep::signIn(const QString &login, const base::Secret &password)
{
    AddressGuess guess(m_tools, m_caller);
    if (auto calm = guess.demandCalm(); !calm)
        return base::fail(calm.error());
    const auto attempt = reserve(login, nullptr);
    if (!attempt)
        return base::fail(attempt.error());
    const auto judged = judge(*attempt, password);
    if (!judged)
        return base::fail(judged.error());
    if (judged->reason.isEmpty()) {
        auto outcome = accept(*attempt, password);
        if (!outcome && outcome.error().code == base::ErrorCode::InvalidCredentials)
            guess.wasWrong();
        return outcome;
    }
    guess.wasWrong();
    waitForSlowest(*attempt, judged->check);
    if (auto refused = refuse(*attempt, judged->reason); !refused)
        return base::fail(refused.error());
    return base::fail(invalidCredentials());
}

base::Result<store::UserRecord> PasswordStep::prove(const Actor &actor,
                                                    const base::Secret &password)
{
    AddressGuess guess(m_tools, m_caller);
    if (auto calm = guess.demandCalm(); !calm)
        return base::fail(calm.error());
    const auto attempt = reserve({}, &actor);
    if (!attempt)
        return base::fail(attempt.error());
    const auto judged = judge(*attempt, password);
    if (!judged)
        return base::fail(judged.error());
    if (!judged->reason.isEmpty()) {
        guess.wasWrong();
        if (auto refused = refuse(*attempt, judged->reason); !refused)
            return base::fail(refused.error());
        return base::fail(base::ErrorCode::WrongCurrentPassword,
                          u"The current password is wrong."_s);
    }
    const auto settled = m_tools.writeGuess([&](store::Connection &connection) {
        settleRightGuess(connection, attempt->ticket, m_tools.now());
    });
    if (!settled)
        return base::fail(settled.error());
    return *attempt->person;
}

base::Result<PasswordStep::Attempt> PasswordStep::reserve(const QString &login, const Actor *actor)
{
    const QDeadlineTimer deadline(longestWaitForOpenGuesses);
    OpenGuesses &guesses = m_tools.openGuesses;
    for (;;) {
        const quint64 ended = guesses.ended();
        auto attempt = m_tools.writeGuess([&](store::Connection &connection) {
            const QDateTime now = m_tools.now();
            store::UserRepository users(connection);
            Attempt attempt;
            attempt.person = actor ? users.find(actor->userId, now) : users.findByLogin(login, now);
            const store::ThrottleKey key =
                attempt.person ? throttleKey(store::ThrottleKind::Password, attempt.person->user)
                               : throttleKey(store::ThrottleKind::Password, login);
            attempt.slowestHash = slowestImportedHash(connection);
            attempt.mustWait = !deadline.hasExpired()
                               && isLockedByOpenGuesses(connection, key, m_caller.address,
                                                        guesses.count(key.nameHash), now);
            if (attempt.mustWait)
                return attempt;
            attempt.ticket = reserveGuess(connection, key, m_caller.address, now);
            if (attempt.ticket.allowed)
                attempt.open = guesses.open(key.nameHash);
            return attempt;
        });
        if (!attempt || !attempt->mustWait)
            return attempt;
        guesses.waitForEnd(ended, deadline);
    }
}

base::Result<PasswordStep::Judgement> PasswordStep::judge(const Attempt &attempt,
                                                          const base::Secret &password)
{
    // The hash is computed whatever is known already: its time must tell nothing.
    const QByteArray hash = attempt.person ? activeHash(*attempt.person) : QByteArray();
    const auto check = m_tools.ground.hasher.check(password, hash);
    const QDateTime now = m_tools.now();
    if (!check) {
        // Should this fail, the guess stays counted: the safe side.
        [[maybe_unused]] const auto withdrawn = m_tools.writeGuess(
            [&](store::Connection &connection) { withdrawGuess(connection, attempt.ticket, now); });
        base::Error busy = check.error();
        busy.retryAfterSeconds = std::max(busy.retryAfterSeconds, 1);
        return base::fail(busy);
    }
    return Judgement{.reason = reasonAgainst(attempt, *check, now), .check = *check};
}

QString PasswordStep::reasonAgainst(const Attempt &attempt,
                                    const crypto::PasswordHasher::Check &check,
                                    const QDateTime &now)
{
    if (!attempt.person)
        return u"unknown_user"_s;
    if (!attempt.ticket.allowed)
        return u"locked"_s;
    if (!check.isRight)
        return u"wrong_password"_s;
    if (!isUsable(*attempt.person, now))
        return u"disabled"_s;
    const bool oneTime = !attempt.person->oneTimePasswordHash.isEmpty();
    if (oneTime && attempt.person->oneTimePasswordExpiresAt.value_or(now) <= now)
        return u"one_time_password_expired"_s;
    return QString();
}

void PasswordStep::waitForSlowest(const Attempt &attempt,
                                  const crypto::PasswordHasher::Check &check)
{
    // Without imported hashes every check takes alike.
    if (attempt.slowestHash.isEmpty())
        return;
    if (const auto slower = m_tools.ground.hasher.slower(attempt.slowestHash))
        std::this_thread::sleep_for(*slower * check.tries - check.took);
}

base::Result<> PasswordStep::refuse(const Attempt &attempt, const QString &reason)
{
    return m_tools.writeGuess([&](store::Connection &connection) {
        return recordRefusal(connection, m_tools, u"sign_in.failed"_s, reason,
                             attempt.person ? &attempt.person->user : nullptr, m_caller);
    });
}

base::Result<SignInOutcome> PasswordStep::accept(const Attempt &attempt,
                                                 const base::Secret &password)
{
    const QByteArray oldHash = activeHash(*attempt.person);
    std::optional<QByteArray> renewed;
    if (attempt.person->oneTimePasswordHash.isEmpty()
        && m_tools.ground.hasher.needsRehash(oldHash)) {
        // A full queue only puts the renewal off to the next sign-in.
        if (auto hash = m_tools.ground.hasher.hash(password))
            renewed = *std::move(hash);
    }
    using Kept = Verdict<SignInOutcome>;
    return resultOf(m_tools.writeGuess([&](store::Connection &connection) -> base::Result<Kept> {
        const QDateTime now = m_tools.now();
        store::UserRepository users(connection);
        const auto person = users.find(attempt.person->user.id, now);
        if (!person || !isUsable(*person, now) || activeHash(*person) != oldHash)
            return Kept(invalidCredentials());
        settleRightGuess(connection, attempt.ticket, now);
        if (renewed)
            users.setPasswordHash(person->user.id, *renewed);
        if (store::FactorRepository(connection).isProtected(person->user.id)) {
            const CodeTargets targets = readCodeTargets(connection, person->user.id);
            if (targets.asksForCode())
                return askForCode(connection, m_tools, *person, targets, m_caller);
        }
        auto outcome = finishSignIn(connection, m_tools, *person, Enrollment::Done, m_caller);
        if (!outcome)
            return base::fail(outcome.error());
        return Kept(*std::move(outcome));
    }));
}

} // namespace authdesk::server::service
