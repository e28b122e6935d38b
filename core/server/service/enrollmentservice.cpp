// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/enrollmentservice.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/addressguess.h"
#include "core/server/service/nextstep.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

/// Whoever the password proved, good for setting up a factor alone.
Actor enrollingActor(const model::User &person, const store::ChallengeRecord &challenge)
{
    Actor actor;
    actor.userId = person.id;
    actor.uid = person.uid;
    actor.username = person.username;
    actor.system = challenge.system;
    actor.signedInAt = challenge.createdAt;
    actor.enrollmentRequired = true;
    return actor;
}

} // namespace

EnrollmentService::EnrollmentService(Toolbox &tools, MfaService &mfa)
    : m_tools(tools)
    , m_mfa(mfa)
{
}

base::Result<TotpEnrollment> EnrollmentService::begin(const base::Secret &mfaToken,
                                                      const Caller &caller)
{
    const auto attempt = find(mfaToken, caller);
    if (!attempt)
        return base::fail(attempt.error());
    return m_mfa.beginTotp(attempt->actor, caller);
}

base::Result<EnrollmentService::Enrolled>
EnrollmentService::confirm(const base::Secret &mfaToken, const QString &code, const Caller &caller)
{
    AddressGuess guess(m_tools, caller);
    if (auto calm = guess.demandCalm(); !calm)
        return base::fail(calm.error());
    const auto attempt = find(mfaToken, caller);
    if (!attempt)
        return base::fail(attempt.error());
    std::optional<SignInOutcome> outcome;
    const auto signIn = [&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto person = store::UserRepository(connection).find(attempt->person.id, now);
        // Whoever ends the challenge goes on; for all others the factor is not turned on either.
        if (!person || !isUsable(*person, now)
            || !store::ChallengeRepository(connection).remove(attempt->challenge.id))
            return base::fail(challengeEnded());
        auto finished = finishSignIn(connection, m_tools, *person, Enrollment::Done, caller);
        if (!finished)
            return base::fail(finished.error());
        outcome = *std::move(finished);
        return {};
    };
    auto confirmed = m_mfa.confirmTotpAnd(attempt->actor, code, caller, signIn);
    if (confirmed && outcome)
        return Enrolled{.outcome = *std::move(outcome), .recoveryCodes = confirmed->recoveryCodes};
    const base::Error error = confirmed ? challengeEnded() : confirmed.error();
    if (error.code != base::ErrorCode::InvalidCode)
        return base::fail(error);
    guess.wasWrong();
    return base::fail(refuse(*attempt, error, caller));
}

base::Result<EnrollmentService::Attempt> EnrollmentService::find(const base::Secret &mfaToken,
                                                                 const Caller &caller)
{
    const QByteArray hash = crypto::tokenHash(mfaToken.view());
    return m_tools.read([&](store::Connection &connection) -> base::Result<Attempt> {
        const QDateTime now = m_tools.now();
        const auto challenge = store::ChallengeRepository(connection)
                                   .find(store::ChallengeKind::SecondFactor, hash, now);
        if (!challenge || challenge->note != enrollNote || challenge->system != caller.system
            || challenge->address != caller.address.toString())
            return base::fail(challengeEnded());
        const auto person = store::UserRepository(connection).find(challenge->userId, now);
        if (!person || !isUsable(*person, now))
            return base::fail(challengeEnded());
        return Attempt{.challenge = *challenge,
                       .person = person->user,
                       .actor = enrollingActor(person->user, *challenge)};
    });
}

base::Error EnrollmentService::refuse(const Attempt &attempt, const base::Error &error,
                                      const Caller &caller)
{
    const auto recorded = m_tools.write([&](store::Connection &connection) {
        store::ChallengeRepository challenges(connection);
        if (challenges.countFailure(attempt.challenge.id) >= challengeGuesses)
            (void)challenges.remove(attempt.challenge.id);
        return recordRefusal(connection, m_tools, u"mfa.code_failed"_s, u"wrong_code"_s,
                             &attempt.person, caller);
    });
    return recorded ? error : recorded.error();
}

} // namespace authdesk::server::service
