// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/accountservice.h"

#include "core/server/crypto/passwordhasher.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/passwordstep.h"
#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/useredits.h"
#include "core/server/store/challengerepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int sessionBatch = 200;

base::Result<store::UserRecord> findSelf(store::Connection &connection, const Actor &actor,
                                         const QDateTime &now)
{
    const auto person = store::UserRepository(connection).find(actor.userId, now);
    if (!person || !isUsable(*person, now))
        return base::fail(base::ErrorCode::Unauthenticated, u"This sign-in has ended."_s);
    return *person;
}

} // namespace

AccountService::AccountService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<model::User> AccountService::me(const Actor &actor)
{
    const auto person = m_tools.read(
        [&](store::Connection &connection) { return findSelf(connection, actor, m_tools.now()); });
    if (!person)
        return base::fail(person.error());
    return person->user;
}

base::Result<model::User> AccountService::updateMe(const Actor &actor, const ProfileChange &change,
                                                   const Caller &caller)
{
    // Only what is one's own: role, status and end are not even named here.
    UserChange wanted;
    wanted.username = change.username;
    wanted.email = change.email;
    wanted.firstName = change.firstName;
    wanted.lastName = change.lastName;
    const auto edited = m_tools.write([&](store::Connection &connection) -> base::Result<Edited> {
        const auto person = findSelf(connection, actor, m_tools.now());
        if (!person)
            return base::fail(person.error());
        return editPerson(connection, m_tools, *person, wanted, nullptr,
                          auditEvent(u"account.updated"_s, caller, actor));
    });
    if (!edited)
        return base::fail(edited.error());
    if (edited->changed)
        m_tools.cache.forgetUser(actor.userId);
    return edited->user;
}

base::Result<> AccountService::changePassword(const Actor &actor, const base::Secret &current,
                                              const base::Secret &wanted, OtherSessions others,
                                              const Caller &caller)
{
    const auto user = me(actor);
    if (!user)
        return base::fail(user.error());
    if (auto good = checkNewPassword(m_tools, wanted, contextWords(*user), u"new_password"_s);
        !good)
        return good;
    const auto proven = PasswordStep(m_tools, caller).prove(actor, current);
    if (!proven)
        return base::fail(proven.error());
    const auto hash = m_tools.ground.hasher.hash(wanted);
    if (!hash)
        return base::fail(hash.error());
    const auto changed = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto person = findSelf(connection, actor, now);
        if (!person)
            return base::fail(person.error());
        if (person->passwordHash != proven->passwordHash
            || person->oneTimePasswordHash != proven->oneTimePasswordHash) {
            return base::fail(base::ErrorCode::WrongCurrentPassword,
                              u"The password was changed meanwhile."_s);
        }
        store::UserRepository(connection).setPassword(actor.userId, *hash, now);
        // A sign-in that got half way with the old password must not be finished.
        store::ChallengeRepository(connection).removeForUser(actor.userId);
        model::AuditEvent event = auditEvent(u"password.changed"_s, caller, actor);
        setTarget(event, person->user);
        if (others == OtherSessions::End) {
            const qint64 ended = endSessions(connection, actor.userId, actor.sessionId);
            addChange(event, u"other_sessions"_s, ended, 0);
        }
        return recordAudit(connection, m_tools, event);
    });
    if (changed)
        m_tools.cache.forgetUser(actor.userId);
    return changed;
}

base::Result<QList<model::Session>> AccountService::sessions(const Actor &actor)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<QList<model::Session>> {
        store::SessionRepository sessions(connection);
        QList<model::Session> all;
        store::SessionListQuery query{.userId = actor.userId, .limit = sessionBatch, .cursor = {}};
        do {
            const auto page = sessions.list(query, m_tools.now());
            if (!page)
                return base::fail(page.error());
            all += page->items;
            query.cursor = page->nextCursor;
        } while (!query.cursor.isEmpty());
        for (model::Session &session : all)
            session.current = session.id == actor.sessionId;
        return all;
    });
}

base::Result<> AccountService::endSession(const Actor &actor, qint64 id, const Caller &caller)
{
    const auto ended = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        store::SessionRepository sessions(connection);
        const auto session = sessions.find(id);
        if (!session || session->session.userId != actor.userId || !sessions.remove(id))
            return base::fail(base::ErrorCode::NotFound, u"There is no such session."_s);
        model::AuditEvent event = auditEvent(u"session.ended"_s, caller, actor);
        event.targetUid = actor.uid;
        event.targetName = actor.username;
        return recordAudit(connection, m_tools, event);
    });
    if (ended)
        m_tools.cache.forgetSession(id);
    return ended;
}

base::Result<> AccountService::endOtherSessions(const Actor &actor, const Caller &caller)
{
    const auto ended = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const qint64 count = endSessions(connection, actor.userId, actor.sessionId);
        if (count == 0)
            return {};
        model::AuditEvent event = auditEvent(u"session.others_ended"_s, caller, actor);
        event.targetUid = actor.uid;
        event.targetName = actor.username;
        addChange(event, u"other_sessions"_s, count, 0);
        return recordAudit(connection, m_tools, event);
    });
    m_tools.cache.forgetUser(actor.userId);
    return ended;
}

} // namespace authdesk::server::service
