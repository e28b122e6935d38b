// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/secondstep.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/addressguess.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

base::Result<SignInOutcome> SecondStep::byToken(const base::Secret &mfaToken, const QString &code)
{
    const QByteArray hash = crypto::tokenHash(mfaToken.view());
    const auto find = [&](store::Connection &connection) -> std::optional<store::ChallengeRecord> {
        auto challenge = store::ChallengeRepository(connection)
                             .find(store::ChallengeKind::SecondFactor, hash, m_tools.now());
        // One to set up a factor leads there and nowhere else.
        if (challenge && challenge->note == enrollNote)
            return std::nullopt;
        return challenge;
    };
    return verify(find, code, challengeEnded());
}

base::Result<SignInOutcome> SecondStep::byName(const QString &login, const QString &code)
{
    if (!hasFormOfCode(code)) {
        const QString message = u"Enter the six digits of your app or a recovery code."_s;
        return base::fail(base::Error{
            .code = base::ErrorCode::InvalidFields,
            .message = message,
            .fields = {{.field = u"code"_s, .code = u"invalid"_s, .message = message}}});
    }
    const auto find = [&](store::Connection &connection) -> std::optional<store::ChallengeRecord> {
        const QDateTime now = m_tools.now();
        const auto person = store::UserRepository(connection).findByLogin(login, now);
        // Asked for nobody too, so that an unknown name costs the same.
        return store::ChallengeRepository(connection)
            .findByName(person ? person->user.id : 0, m_caller.system, m_caller.address.toString(),
                        now);
    };
    return verify(find, code, invalidCredentials());
}

base::Result<SignInOutcome> SecondStep::verify(const FindChallenge &find, const QString &code,
                                               const base::Error &whenDead)
{
    AddressGuess guess(m_tools, m_caller);
    if (auto calm = guess.demandCalm(); !calm)
        return base::fail(calm.error());
    const auto attempt = reserve(find, whenDead);
    if (!attempt)
        return base::fail(attempt.error());
    const auto match = examine(*attempt, code);
    if (!match)
        return base::fail(match.error());
    if (std::holds_alternative<std::monostate>(*match))
        return base::fail(refuse(*attempt, code, guess));

    bool dead = false;
    bool spentBefore = false;
    auto outcome = m_tools.write([&](store::Connection &connection) -> base::Result<SignInOutcome> {
        const QDateTime now = m_tools.now();
        const auto person = store::UserRepository(connection).find(attempt->person.user.id, now);
        // Whoever ends the challenge goes on; everything is undone for all others, so that their
        // code is not spent.
        dead = !person || !isUsable(*person, now)
               || !store::ChallengeRepository(connection).remove(attempt->challenge->id);
        if (dead)
            return base::fail(whenDead);
        spentBefore = !spendCode(connection, person->user.id, *match, now);
        if (spentBefore)
            return base::fail(invalidCode());
        settleRightGuess(connection, attempt->ticket, now);
        const Enrollment enrollment =
            std::holds_alternative<OneTimeMatch>(*match) ? Enrollment::Required : Enrollment::Done;
        Caller caller = m_caller;
        caller.takesAccessOnly = attempt->challenge->note == accessOnlyNote;
        return finishSignIn(connection, m_tools, *person, enrollment, caller);
    });
    if (spentBefore)
        return base::fail(refuse(*attempt, code, guess));
    if (dead)
        withdraw(*attempt);
    return outcome;
}

base::Result<> SecondStep::prove(const Actor &actor, const QString &code)
{
    AddressGuess guess(m_tools, m_caller);
    if (auto calm = guess.demandCalm(); !calm)
        return base::fail(calm.error());
    using Kept = Verdict<Attempt>;
    const auto attempt =
        resultOf(m_tools.write([&](store::Connection &connection) -> base::Result<Kept> {
            const QDateTime now = m_tools.now();
            auto person = findPerson(connection, actor.userId, now);
            if (!person)
                return base::fail(person.error());
            Attempt made{.challenge = std::nullopt,
                         .person = *std::move(person),
                         .targets = readCodeTargets(connection, actor.userId),
                         .ticket = {}};
            if (!made.targets.hasFactor())
                return base::fail(base::ErrorCode::MfaNotEnabled, u"There is no second factor."_s);
            made.ticket =
                reserveGuess(connection, throttleKey(store::ThrottleKind::Code, made.person.user),
                             m_caller.address, now);
            if (!made.ticket.allowed)
                return Kept(invalidCode(made.ticket.retryAfterSeconds));
            return Kept(std::move(made));
        }));
    if (!attempt)
        return base::fail(attempt.error());
    const auto match = examine(*attempt, code);
    if (!match)
        return base::fail(match.error());
    const auto spent = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        if (!spendCode(connection, actor.userId, *match, now))
            return base::fail(invalidCode());
        settleRightGuess(connection, attempt->ticket, now);
        return {};
    });
    if (!spent && spent.error().code == base::ErrorCode::InvalidCode)
        return base::fail(refuse(*attempt, code, guess));
    return spent;
}

base::Result<SecondStep::Attempt> SecondStep::reserve(const FindChallenge &find,
                                                      const base::Error &whenDead)
{
    using Kept = Verdict<Attempt>;
    return resultOf(m_tools.write([&](store::Connection &connection) -> base::Result<Kept> {
        const QDateTime now = m_tools.now();
        store::ChallengeRepository challenges(connection);
        const auto challenge = find(connection);
        const auto person =
            store::UserRepository(connection).find(challenge ? challenge->userId : 0, now);
        if (!challenge || challenge->address != m_caller.address.toString()
            || challenge->system != m_caller.system || !person || !isUsable(*person, now))
            return Kept(whenDead);
        Attempt attempt{.challenge = challenge,
                        .person = *person,
                        .targets = readCodeTargets(connection, person->user.id),
                        .ticket = {}};
        attempt.ticket =
            reserveGuess(connection, throttleKey(store::ThrottleKind::Code, person->user),
                         m_caller.address, now);
        if (!attempt.ticket.allowed)
            return Kept(invalidCode(attempt.ticket.retryAfterSeconds));
        attempt.guesses = challenges.countFailure(challenge->id);
        if (attempt.guesses == 0 || attempt.guesses > challengeGuesses) {
            withdrawGuess(connection, attempt.ticket, now);
            return Kept(whenDead);
        }
        return Kept(std::move(attempt));
    }));
}

base::Result<CodeMatch> SecondStep::examine(const Attempt &attempt, const QString &code)
{
    auto match = examineCode(m_tools, attempt.targets, code);
    if (!match)
        withdraw(attempt);
    return match;
}

base::Error SecondStep::refuse(const Attempt &attempt, const QString &code, AddressGuess &guess)
{
    guess.wasWrong();
    const auto clock = readClock(m_tools, attempt.targets, code);
    const auto recorded = m_tools.write([&](store::Connection &connection) {
        if (attempt.challenge && attempt.guesses >= challengeGuesses)
            (void)store::ChallengeRepository(connection).remove(attempt.challenge->id);
        if (clock)
            store::FactorRepository(connection).setClock(attempt.targets.totp->id, *clock);
        return recordRefusal(connection, m_tools,
                             attempt.challenge ? u"sign_in.code_failed"_s : u"mfa.code_failed"_s,
                             u"wrong_code"_s, &attempt.person.user, m_caller);
    });
    return recorded ? invalidCode() : recorded.error();
}

void SecondStep::withdraw(const Attempt &attempt)
{
    // Should this fail, the guess stays counted: the safe side.
    [[maybe_unused]] const auto withdrawn = m_tools.write([&](store::Connection &connection) {
        withdrawGuess(connection, attempt.ticket, m_tools.now());
    });
}

} // namespace authdesk::server::service
