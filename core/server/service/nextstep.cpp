// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/nextstep.h"

#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/guess.h"
#include "core/server/service/mfarule.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

store::ChallengeRecord newChallenge(store::ChallengeKind kind, const store::UserRecord &person,
                                    const Caller &caller, const QDateTime &now)
{
    store::ChallengeRecord challenge;
    challenge.kind = kind;
    challenge.userId = person.user.id;
    challenge.system = caller.system;
    challenge.address = caller.address.toString();
    challenge.userAgent = caller.userAgent.left(300);
    challenge.createdAt = now;
    challenge.expiresAt = now.addSecs(challengeSeconds);
    return challenge;
}

base::Result<SignInOutcome> askForEnrollment(store::Connection &connection, Toolbox &tools,
                                             const store::UserRecord &person, const Caller &caller)
{
    const QDateTime now = tools.now();
    store::ChallengeRecord challenge =
        newChallenge(store::ChallengeKind::SecondFactor, person, caller, now);
    challenge.expiresAt = now.addSecs(enrollmentSeconds);
    challenge.note = enrollNote;
    auto token = tools.mint.makeChallenge(caller.system, person.user, ChallengeUse::SetUpFactor,
                                          challenge.expiresAt);
    if (!token)
        return base::fail(token.error());
    challenge.tokenHash = crypto::tokenHash(token->view());
    (void)store::ChallengeRepository(connection).create(challenge);
    return SignInOutcome(
        SecondFactorRequired{.mfaToken = *std::move(token), .methods = {}, .mustSetUp = true});
}

struct ChangeStep
{
    store::ChallengeRecord challenge;
    store::UserRecord person;
};

base::Result<ChangeStep> findChange(store::Connection &connection, const QByteArray &hash,
                                    const Caller &caller, const QDateTime &now)
{
    const auto challenge = store::ChallengeRepository(connection)
                               .find(store::ChallengeKind::PasswordChange, hash, now);
    if (!challenge || challenge->address != caller.address.toString())
        return base::fail(challengeEnded());
    const auto person = store::UserRepository(connection).find(challenge->userId, now);
    if (!person || !isUsable(*person, now))
        return base::fail(challengeEnded());
    return ChangeStep{*challenge, *person};
}

/// Whoever was handed a password has to think of another one.
base::Result<> demandAnotherPassword(Toolbox &tools, const store::UserRecord &person,
                                     const base::Secret &wanted)
{
    const QByteArray &old =
        person.oneTimePasswordHash.isEmpty() ? person.passwordHash : person.oneTimePasswordHash;
    const auto same = tools.ground.hasher.verify(wanted, old);
    if (!same)
        return base::fail(same.error());
    if (!*same)
        return {};
    const QString message = u"Choose another password than the one you were given."_s;
    return base::fail(base::Error{
        .code = base::ErrorCode::InvalidFields,
        .message = message,
        .fields = {{.field = u"new_password"_s, .code = u"unchanged"_s, .message = message}}});
}

} // namespace

Verdict<SignInOutcome> askForCode(store::Connection &connection, Toolbox &tools,
                                  const store::UserRecord &person, const CodeTargets &targets,
                                  const Caller &caller)
{
    const QDateTime now = tools.now();
    const store::ThrottleKey key = throttleKey(store::ThrottleKind::Code, person.user);
    if (const int seconds = secondsLocked(connection, key, caller.address, now); seconds > 0)
        return invalidCode(seconds);
    const bool byName = caller.system == "pipelit"_L1;
    store::ChallengeRecord challenge =
        newChallenge(byName ? store::ChallengeKind::ByName : store::ChallengeKind::SecondFactor,
                     person, caller, now);
    if (caller.takesAccessOnly)
        challenge.note = accessOnlyNote;
    SecondFactorRequired step{.mfaToken = {}, .methods = targets.methods()};
    if (!byName) {
        auto token = tools.mint.makeChallenge(caller.system, person.user, ChallengeUse::ShowFactor,
                                              challenge.expiresAt);
        if (!token)
            return token.error();
        step.mfaToken = *std::move(token);
        challenge.tokenHash = crypto::tokenHash(step.mfaToken.view());
    }
    (void)store::ChallengeRepository(connection).create(challenge);
    return SignInOutcome(step);
}

base::Result<SignInOutcome> finishSignIn(store::Connection &connection, Toolbox &tools,
                                         const store::UserRecord &person, Enrollment enrollment,
                                         const Caller &caller)
{
    if (!person.user.mustChangePassword) {
        if (isSecondFactorDue(connection, person.user, tools.now()))
            enrollment = Enrollment::Required;
        if (enrollment == Enrollment::Required && caller.setsUpFactorFirst)
            return askForEnrollment(connection, tools, person, caller);
        auto signedIn = startSession(connection, tools, person, enrollment, caller, u"sign_in"_s);
        if (!signedIn)
            return base::fail(signedIn.error());
        return SignInOutcome(*std::move(signedIn));
    }
    store::ChallengeRecord challenge =
        newChallenge(store::ChallengeKind::PasswordChange, person, caller, tools.now());
    const PasswordChangeRequired step{crypto::newToken(tools.ground.random)};
    challenge.tokenHash = crypto::tokenHash(step.changeToken.view());
    if (enrollment == Enrollment::Required)
        challenge.note = enrollNote;
    (void)store::ChallengeRepository(connection).create(challenge);
    return SignInOutcome(step);
}

base::Result<SignInOutcome> changeForcedPassword(Toolbox &tools, const base::Secret &changeToken,
                                                 const base::Secret &wanted, const Caller &caller)
{
    const QByteArray hash = crypto::tokenHash(changeToken.view());
    const auto step = tools.read([&](store::Connection &connection) {
        return findChange(connection, hash, caller, tools.now());
    });
    if (!step)
        return base::fail(step.error());
    if (auto good =
            checkNewPassword(tools, wanted, contextWords(step->person.user), u"new_password"_s);
        !good)
        return base::fail(good.error());
    if (auto other = demandAnotherPassword(tools, step->person, wanted); !other)
        return base::fail(other.error());
    const auto phc = tools.ground.hasher.hash(wanted);
    if (!phc)
        return base::fail(phc.error());

    auto outcome = tools.write([&](store::Connection &connection) -> base::Result<SignInOutcome> {
        const QDateTime now = tools.now();
        const auto current = findChange(connection, hash, caller, now);
        if (!current || !store::ChallengeRepository(connection).remove(current->challenge.id))
            return base::fail(challengeEnded());
        store::UserRepository(connection).setPassword(current->person.user.id, *phc, now);
        endSessions(connection, current->person.user.id);
        model::AuditEvent event = auditEvent(u"password.changed"_s, caller);
        setSelf(event, current->person.user);
        if (auto recorded = recordAudit(connection, tools, event); !recorded)
            return base::fail(recorded.error());
        const auto person = findPerson(connection, current->person.user.id, now);
        if (!person)
            return base::fail(challengeEnded());
        const Enrollment enrollment =
            current->challenge.note == enrollNote ? Enrollment::Required : Enrollment::Done;
        return finishSignIn(connection, tools, *person, enrollment, caller);
    });
    tools.cache.forgetUser(step->person.user.id);
    return outcome;
}

base::Error invalidCredentials()
{
    return {.code = base::ErrorCode::InvalidCredentials, .message = u"Invalid credentials."_s};
}

base::Error challengeEnded()
{
    return {.code = base::ErrorCode::ChallengeEnded,
            .message = u"This sign-in has ended. Start again with your password."_s};
}

base::Error invalidCode(int retryAfterSeconds)
{
    return {.code = base::ErrorCode::InvalidCode,
            .message = u"This code is not accepted."_s,
            .retryAfterSeconds = retryAfterSeconds};
}

base::Result<> recordRefusal(store::Connection &connection, Toolbox &tools, const QString &action,
                             const QString &reason, const model::User *person, const Caller &caller)
{
    model::AuditEvent event = auditEvent(action, caller);
    event.result = u"refused"_s;
    event.reason = reason;
    if (person)
        setTarget(event, *person);
    return recordAudit(connection, tools, event);
}

} // namespace authdesk::server::service
