// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/sessionissuer.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/throttlerepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 60 * 60;
constexpr qsizetype longestUserAgent = 300;

std::unexpected<base::Error> notGood()
{
    return base::fail(base::ErrorCode::Unauthenticated, u"Sign in again."_s);
}

/// What a renewal came to; a reuse must be written, so it is no error of the transaction.
using Renewal = std::variant<SignedIn, base::Error>;

} // namespace

Lifetimes lifetimesOf(const QString &system)
{
    if (system == "pipelit"_L1)
        return {.access = 365 * day, .idle = 0, .absolute = 365 * day};
    return {.access = 15 * 60, .idle = 30 * day, .absolute = 90 * day};
}

base::Result<SignedIn> startSession(store::Connection &connection, Toolbox &tools,
                                    const store::UserRecord &person, Enrollment enrollment,
                                    const Caller &caller, const QString &action)
{
    const QDateTime now = tools.now();
    const Lifetimes lifetimes = lifetimesOf(caller.system);
    const bool rotates = lifetimes.idle > 0;
    SignedIn signedIn;
    signedIn.accessToken =
        rotates ? crypto::newToken(tools.ground.random) : crypto::newUuidToken(tools.ground.random);
    if (rotates)
        signedIn.refreshToken = crypto::newToken(tools.ground.random);
    signedIn.expiresIn = lifetimes.access;
    signedIn.mfaEnrollmentRequired = enrollment == Enrollment::Required;

    store::SessionRecord record;
    record.session.userId = person.user.id;
    record.session.system = caller.system;
    record.session.address = caller.address.toString();
    record.session.userAgent = caller.userAgent.left(longestUserAgent);
    record.session.createdAt = now;
    record.session.lastSeenAt = now;
    record.session.expiresAt = now.addSecs(lifetimes.absolute);
    record.accessHash = crypto::tokenHash(signedIn.accessToken.view());
    record.accessExpiresAt = now.addSecs(lifetimes.access);
    if (rotates) {
        record.refreshHash = crypto::tokenHash(signedIn.refreshToken.view());
        record.refreshExpiresAt = now.addSecs(lifetimes.idle);
    }
    record.signedInAt = now;
    record.enrollmentRequired = signedIn.mfaEnrollmentRequired;
    if (store::SessionRepository(connection).create(record) <= 0)
        return base::fail(base::ErrorCode::DatabaseFailed, u"The sign-in was not stored."_s);

    store::UserRepository users(connection);
    users.setLastSignIn(person.user, now);
    store::ThrottleRepository(connection)
        .rememberAddress(person.user.id, AddressLimiter::networkOf(caller.address), now);
    model::AuditEvent event = auditEvent(action, caller);
    setSelf(event, person.user);
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    signedIn.user = person.user;
    signedIn.user.lastLoginAt = now;
    // The sign-in changes nothing else of somebody active; an invited or locked person's it does.
    if (person.user.status != model::UserStatus::Active) {
        const auto stored = users.find(person.user.id, now);
        if (!stored)
            return notGood();
        signedIn.user = stored->user;
    }
    return signedIn;
}

base::Result<SignedIn> renewSession(Toolbox &tools, const base::Secret &refreshToken,
                                    const Caller &caller)
{
    const QByteArray oldHash = crypto::tokenHash(refreshToken.view());
    // Two copies at the same instant are no theft: the one that loses began before the winner was
    // written, on whichever server. Whoever stole the token begins after.
    const base::Result<bool> wasSpent = tools.read([&](store::Connection &connection) {
        return store::SessionRepository(connection).isSpent(oldHash);
    });
    if (!wasSpent)
        return base::fail(wasSpent.error());
    const base::Secret access = crypto::newToken(tools.ground.random);
    const base::Secret refresh = crypto::newToken(tools.ground.random);
    qint64 sessionId = 0;

    const base::Result<Renewal> renewal =
        tools.write([&](store::Connection &connection) -> base::Result<Renewal> {
            const QDateTime now = tools.now();
            store::SessionRepository sessions(connection);
            const auto match = sessions.findByRefresh(oldHash);
            if (!match)
                return notGood();
            const store::SessionRecord &session = match->record;
            const auto person = store::UserRepository(connection).find(session.session.userId, now);
            if (!person)
                return notGood();
            if (match->spent) {
                if (!*wasSpent)
                    return notGood(); // lost a race against its own twin
                sessionId = session.session.id;
                (void)sessions.remove(sessionId);
                model::AuditEvent event = auditEvent(u"session.reuse_detected"_s, caller);
                event.result = u"refused"_s;
                event.reason = base::errorCodeName(base::ErrorCode::RefreshReused);
                setTarget(event, person->user);
                if (auto recorded = recordAudit(connection, tools, event); !recorded)
                    return base::fail(recorded.error());
                return Renewal(base::Error{
                    .code = base::ErrorCode::RefreshReused,
                    .message = u"This sign-in was ended because an old token came back."_s});
            }
            const bool over = session.session.expiresAt <= now
                              || (session.refreshExpiresAt && *session.refreshExpiresAt <= now);
            if (over || !isUsable(*person, now))
                return notGood();
            const Lifetimes lifetimes = lifetimesOf(session.session.system);
            const QDateTime end = session.session.expiresAt;
            const store::TokenRotation rotation{
                .accessHash = crypto::tokenHash(access.view()),
                .accessExpiresAt = std::min(now.addSecs(lifetimes.access), end),
                .refreshHash = crypto::tokenHash(refresh.view()),
                .refreshExpiresAt = std::min(now.addSecs(lifetimes.idle), end)};
            if (!sessions.rotate(session.session.id, oldHash, rotation, now))
                return notGood();
            sessionId = session.session.id;
            return Renewal(SignedIn{.accessToken = access,
                                    .refreshToken = refresh,
                                    .expiresIn = now.secsTo(rotation.accessExpiresAt),
                                    .user = person->user,
                                    .mfaEnrollmentRequired = session.enrollmentRequired});
        });
    if (!renewal)
        return base::fail(renewal.error());
    tools.cache.forgetSession(sessionId);
    if (const auto *refused = std::get_if<base::Error>(&*renewal))
        return base::fail(*refused);
    return std::get<SignedIn>(*renewal);
}

} // namespace authdesk::server::service
