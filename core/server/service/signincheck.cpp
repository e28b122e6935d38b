// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/signincheck.h"

#include "core/server/service/codecheck.h"
#include "core/server/store/auditrepository.h"
#include "core/server/store/throttlerepository.h"

#include <algorithm>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::SignInCure;
using model::SignInObstacle;
using model::SignInReason;

namespace {

constexpr int triesShown = 10;

base::Result<QList<model::SignInTry>> lastTries(store::Connection &connection, const QString &uid)
{
    QList<model::AuditEvent> events;
    // The one that succeeded, and the group of those that did not.
    for (const QString &action : {u"sign_in"_s, u"sign_in."_s}) {
        store::AuditQuery query;
        query.action = action;
        query.target = uid;
        query.limit = triesShown;
        const auto page = store::AuditRepository(connection).list(query);
        if (!page)
            return base::fail(page.error());
        events += page->items;
    }
    std::sort(events.begin(), events.end(),
              [](const auto &left, const auto &right) { return left.id > right.id; });
    QList<model::SignInTry> tries;
    for (const model::AuditEvent &event :
         events.first(std::min<qsizetype>(events.size(), triesShown))) {
        tries.append({.at = event.at,
                      .succeeded = event.result == "ok"_L1,
                      .reason = event.reason,
                      .system = event.system,
                      .address = event.address});
    }
    return tries;
}

SignInReason lockReason(store::Connection &connection, const store::UserRecord &person,
                        const QList<model::SignInTry> &tries)
{
    store::ThrottleRepository throttle(connection);
    const qint64 id = person.user.id;
    SignInReason reason{.obstacle = SignInObstacle::Locked,
                        .cure = SignInCure::Unlock,
                        .until = person.lockedForGood ? std::nullopt : person.lockedUntil,
                        .wrongPasswords =
                            throttle.findForUser(store::ThrottleKind::Password, id).failures,
                        .wrongCodes = throttle.findForUser(store::ThrottleKind::Code, id).failures};
    const auto wrong =
        std::find_if(tries.begin(), tries.end(), [](const auto &one) { return !one.succeeded; });
    if (wrong != tries.end()) {
        reason.at = wrong->at;
        reason.address = wrong->address;
    }
    return reason;
}

std::optional<SignInReason> secretReason(const store::UserRecord &person, const QDateTime &now)
{
    if (!person.oneTimePasswordHash.isEmpty()) {
        if (person.oneTimePasswordExpiresAt.value_or(now) > now)
            return std::nullopt;
        return SignInReason{.obstacle = SignInObstacle::OneTimePasswordExpired,
                            .cure = SignInCure::ResetPassword,
                            .at = person.oneTimePasswordExpiresAt};
    }
    if (!person.passwordHash.isEmpty())
        return std::nullopt;
    return SignInReason{.obstacle = SignInObstacle::NoPassword, .cure = SignInCure::ResetPassword};
}

std::optional<SignInReason> codeReason(const CodeTargets &targets, const QDateTime &now)
{
    if (targets.oneTimeCode && !targets.totp && targets.recoveryCodes.isEmpty()
        && targets.oneTimeCode->expiresAt <= now) {
        return SignInReason{.obstacle = SignInObstacle::OneTimeCodeExpired,
                            .cure = SignInCure::ResetSecondFactor,
                            .at = targets.oneTimeCode->expiresAt};
    }
    return std::nullopt;
}

std::optional<SignInReason> firstReason(store::Connection &connection,
                                        const store::UserRecord &person, const CodeTargets &targets,
                                        const QList<model::SignInTry> &tries, const QDateTime &now)
{
    const model::User &user = person.user;
    if (person.disabledAt) {
        return SignInReason{.obstacle = SignInObstacle::Disabled,
                            .cure = SignInCure::Enable,
                            .at = person.disabledAt,
                            .by = person.disabledBy};
    }
    if (user.validUntil && *user.validUntil <= now) {
        return SignInReason{.obstacle = SignInObstacle::Ended,
                            .cure = SignInCure::ExtendValidity,
                            .at = user.validUntil};
    }
    if (user.status == model::UserStatus::Locked)
        return lockReason(connection, person, tries);
    if (auto reason = secretReason(person, now))
        return reason;
    return codeReason(targets, now);
}

} // namespace

base::Result<model::SignInCheck> checkSignIn(store::Connection &connection,
                                             const store::UserRecord &person, ClockShown clockShown,
                                             const QDateTime &now)
{
    auto tries = lastTries(connection, person.user.uid);
    if (!tries)
        return base::fail(tries.error());
    const CodeTargets targets = readCodeTargets(connection, person.user.id);
    model::SignInCheck check;
    check.reason = firstReason(connection, person, targets, *tries, now);
    check.mustChangePassword = person.user.mustChangePassword;
    check.tries = *std::move(tries);
    if (clockShown == ClockShown::Yes && targets.totp)
        check.clock = targets.totp->clock;
    if (check.clock && !check.reason) {
        check.reason = SignInReason{.obstacle = SignInObstacle::ClockOff,
                                    .cure = SignInCure::SetClock,
                                    .at = check.clock->seenAt};
    }
    return check;
}

} // namespace authdesk::server::service
