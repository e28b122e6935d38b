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
    if (system == "pipelit"_L1) {
        return {.access = 365 * day, .idle = 0, .absolute = 365 * day, .form = TokenForm::Uuid};
    }
    if (system == "ndastro"_L1) {
        return {.access = 7 * day,
                .idle = 365 * day,
                .absolute = 2 * 365 * day,
                .form = TokenForm::Signed};
    }
    if (system == "openarchiver"_L1)
        return {.access = 7 * day, .idle = 0, .absolute = 7 * day, .form = TokenForm::Shared};
    if (system == "bloqd"_L1) {
        return {.access = 60 * 60,
                .idle = 7 * day,
                .absolute = 7 * day,
                .form = TokenForm::Signed,
                .rotates = false};
    }
    return {.access = 15 * 60, .idle = 30 * day, .absolute = 90 * day, .form = TokenForm::Opaque};
}

base::Result<SignedIn> startSession(store::Connection &connection, Toolbox &tools,
                                    const store::UserRecord &person, Enrollment enrollment,
                                    const Caller &caller, const QString &action)
{
    const QDateTime now = tools.now();
    const Lifetimes lifetimes = lifetimesOf(caller.system);
    store::SessionRecord record;
    record.session.userId = person.user.id;
    record.session.system = caller.system;
    record.session.address = caller.address.toString();
    record.session.userAgent = caller.userAgent.left(longestUserAgent);
    record.session.createdAt = now;
    record.session.lastSeenAt = now;
    record.session.expiresAt = now.addSecs(lifetimes.absolute);
    record.accessExpiresAt = now.addSecs(lifetimes.access);
    if (lifetimes.idle > 0 && !caller.takesAccessOnly)
        record.refreshExpiresAt = now.addSecs(lifetimes.idle);
    if (lifetimes.form == TokenForm::Signed)
        record.sid = tools.mint.newSid();
    const auto tokens = tools.mint.make(connection, {.form = lifetimes.form,
                                                     .system = caller.system,
                                                     .person = person.user,
                                                     .sid = record.sid,
                                                     .now = now,
                                                     .accessEnd = record.accessExpiresAt,
                                                     .refreshEnd = record.refreshExpiresAt});
    if (!tokens)
        return base::fail(tokens.error());
    SignedIn signedIn{.accessToken = tokens->access,
                      .refreshToken = tokens->refresh,
                      .expiresIn = lifetimes.access,
                      .refreshExpiresIn = record.refreshExpiresAt ? lifetimes.idle : 0,
                      .user = {},
                      .mfaEnrollmentRequired = enrollment == Enrollment::Required};
    record.accessHash = crypto::tokenHash(signedIn.accessToken.view());
    if (record.refreshExpiresAt)
        record.refreshHash = crypto::tokenHash(signedIn.refreshToken.view());
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

namespace {

/// One renewal, inside Database::write().
class RenewalStep final
{
public:
    RenewalStep(store::Connection &connection, Toolbox &tools, const Caller &caller)
        : m_connection(connection)
        , m_sessions(connection)
        , m_tools(tools)
        , m_caller(caller)
        , m_now(tools.now())
    {
    }

    struct Wanted
    {
        QByteArray hash;                  ///< of the refresh token
        std::optional<QString> accessSid; ///< the sign-in that the access token names
        QString refreshSid;               ///< that the refresh token names; empty: it is opaque
        bool wasSpent = false;            ///< already when the request came
    };

    [[nodiscard]] base::Result<Renewal> renew(const Wanted &wanted, qint64 &sessionId)
    {
        const auto match = find(wanted);
        if (!match || match->record.session.system != m_caller.system
            || (wanted.accessSid && match->record.sid != *wanted.accessSid))
            return notGood();
        const store::SessionRecord &session = match->record;
        const auto person = store::UserRepository(m_connection).find(session.session.userId, m_now);
        if (!person)
            return notGood();
        if (match->spent && !wanted.wasSpent)
            return notGood(); // lost a race against its own twin
        sessionId = session.session.id;
        if (match->spent)
            return endFamily(session, *person);
        const bool over = session.session.expiresAt <= m_now
                          || (session.refreshExpiresAt && *session.refreshExpiresAt <= m_now);
        if (over || !isUsable(*person, m_now))
            return notGood();
        return lifetimesOf(session.session.system).rotates
                   ? rotate(session, *person, wanted.hash)
                   : renewAccess(session, *person, wanted.hash);
    }

private:
    /// Of a token that was spent so long ago that nobody remembers it, we have its own word.
    [[nodiscard]] std::optional<store::RefreshMatch> find(const Wanted &wanted)
    {
        auto match = m_sessions.findByRefresh(wanted.hash);
        if (match || wanted.refreshSid.isEmpty())
            return match;
        if (auto session = m_sessions.findBySid(wanted.refreshSid))
            return store::RefreshMatch{.record = *std::move(session), .spent = true};
        return std::nullopt;
    }

    [[nodiscard]] base::Result<Renewal> endFamily(const store::SessionRecord &session,
                                                  const store::UserRecord &person)
    {
        (void)m_sessions.remove(session.session.id);
        model::AuditEvent event = auditEvent(u"session.reuse_detected"_s, m_caller);
        event.result = u"refused"_s;
        event.reason = base::errorCodeName(base::ErrorCode::RefreshReused);
        setTarget(event, person.user);
        if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return Renewal(
            base::Error{.code = base::ErrorCode::RefreshReused,
                        .message = u"This sign-in was ended because an old token came back."_s});
    }

    [[nodiscard]] base::Result<Renewal> rotate(const store::SessionRecord &session,
                                               const store::UserRecord &person,
                                               const QByteArray &oldHash)
    {
        const Lifetimes lifetimes = lifetimesOf(session.session.system);
        const QDateTime end = session.session.expiresAt;
        const QDateTime accessEnd = std::min(m_now.addSecs(lifetimes.access), end);
        const QDateTime refreshEnd = std::min(m_now.addSecs(lifetimes.idle), end);
        const auto tokens = m_tools.mint.make(m_connection, {.form = lifetimes.form,
                                                             .system = session.session.system,
                                                             .person = person.user,
                                                             .sid = session.sid,
                                                             .now = m_now,
                                                             .accessEnd = accessEnd,
                                                             .refreshEnd = refreshEnd});
        if (!tokens)
            return base::fail(tokens.error());
        if (!m_sessions.rotate(session.session.id, oldHash,
                               {.accessHash = crypto::tokenHash(tokens->access.view()),
                                .accessExpiresAt = accessEnd,
                                .refreshHash = crypto::tokenHash(tokens->refresh.view()),
                                .refreshExpiresAt = refreshEnd},
                               m_now))
            return notGood();
        return Renewal(SignedIn{.accessToken = tokens->access,
                                .refreshToken = tokens->refresh,
                                .expiresIn = m_now.secsTo(accessEnd),
                                .refreshExpiresIn = m_now.secsTo(refreshEnd),
                                .user = person.user,
                                .mfaEnrollmentRequired = session.enrollmentRequired});
    }

    /// The refresh token stays, and ends when it always would have.
    [[nodiscard]] base::Result<Renewal> renewAccess(const store::SessionRecord &session,
                                                    const store::UserRecord &person,
                                                    const QByteArray &refreshHash)
    {
        const Lifetimes lifetimes = lifetimesOf(session.session.system);
        const QDateTime end = std::min(m_now.addSecs(lifetimes.access), session.session.expiresAt);
        const auto tokens = m_tools.mint.make(m_connection, {.form = lifetimes.form,
                                                             .system = session.session.system,
                                                             .person = person.user,
                                                             .sid = session.sid,
                                                             .now = m_now,
                                                             .accessEnd = end,
                                                             .refreshEnd = std::nullopt});
        if (!tokens)
            return base::fail(tokens.error());
        if (!m_sessions.renewAccess(session.session.id, refreshHash,
                                    crypto::tokenHash(tokens->access.view()), end, m_now))
            return notGood();
        return Renewal(SignedIn{.accessToken = tokens->access,
                                .refreshToken = {},
                                .expiresIn = m_now.secsTo(end),
                                .refreshExpiresIn = 0,
                                .user = person.user,
                                .mfaEnrollmentRequired = session.enrollmentRequired});
    }

    store::Connection &m_connection;
    store::SessionRepository m_sessions;
    Toolbox &m_tools;
    const Caller &m_caller;
    const QDateTime m_now;
};

/// What both tokens say themselves; Unauthenticated for what is none of ours.
base::Result<RenewalStep::Wanted> readTokens(Toolbox &tools, const base::Secret &refreshToken,
                                             const base::Secret *accessToken)
{
    RenewalStep::Wanted wanted{
        .hash = crypto::tokenHash(refreshToken.view()), .accessSid = {}, .refreshSid = {}};
    if (accessToken) {
        const auto claims = tools.mint.read(
            accessToken->view(),
            {.use = crypto::TokenUse::Access, .now = tools.now(), .mayHaveExpired = true});
        if (!claims)
            return base::fail(claims.error());
        wanted.accessSid = claims->session;
    }
    if (crypto::isJwtShaped(refreshToken.view())) {
        const auto claims = tools.mint.read(refreshToken.view(),
                                            {.use = crypto::TokenUse::Refresh, .now = tools.now()});
        if (!claims)
            return base::fail(claims.error());
        wanted.refreshSid = claims->session;
    }
    return wanted;
}

} // namespace

base::Result<SignedIn> renewSession(Toolbox &tools, const base::Secret &refreshToken,
                                    const base::Secret *accessToken, const Caller &caller)
{
    auto wanted = readTokens(tools, refreshToken, accessToken);
    if (!wanted)
        return base::fail(wanted.error());
    // Two copies at the same instant are no theft: the one that loses began before the winner was
    // written, on whichever server. Whoever stole the token begins after.
    const base::Result<bool> wasSpent = tools.read([&](store::Connection &connection) {
        store::SessionRepository sessions(connection);
        // One that nobody remembers was spent long ago.
        return sessions.isSpent(wanted->hash)
               || (!wanted->refreshSid.isEmpty() && !sessions.findByRefresh(wanted->hash));
    });
    if (!wasSpent)
        return base::fail(wasSpent.error());
    wanted->wasSpent = *wasSpent;
    qint64 sessionId = 0;
    const base::Result<Renewal> renewal =
        tools.write([&](store::Connection &connection) -> base::Result<Renewal> {
            return RenewalStep(connection, tools, caller).renew(*wanted, sessionId);
        });
    if (!renewal)
        return base::fail(renewal.error());
    tools.cache.forgetSession(sessionId);
    if (const auto *refused = std::get_if<base::Error>(&*renewal))
        return base::fail(*refused);
    return std::get<SignedIn>(*renewal);
}

} // namespace authdesk::server::service
