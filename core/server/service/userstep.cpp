// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/userstep.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

base::Result<> demandVersion(const store::UserRecord &person, std::optional<qint64> version)
{
    if (version && *version != person.user.version) {
        return base::fail(base::ErrorCode::VersionConflict,
                          u"Somebody else has changed this user meanwhile."_s);
    }
    return {};
}

} // namespace

base::Result<PreparedSecret> prepareOneTime(Toolbox &tools, OneTimeKind kind)
{
    return kind == OneTimeKind::Password ? prepareOneTimePassword(tools)
                                         : prepareOneTimeCode(tools);
}

base::Result<> demandSomebodyElse(const Actor &actor, qint64 id)
{
    if (actor.userId == id) {
        return base::fail(base::ErrorCode::Forbidden,
                          u"Change your own password and second factor in your account."_s);
    }
    return {};
}

UserStep::UserStep(store::Connection &connection, Toolbox &tools, const Actor &actor,
                   const Caller &caller)
    : m_connection(connection)
    , m_tools(tools)
    , m_actor(actor)
    , m_caller(caller)
{
}

base::Result<UserStep::Target> UserStep::reach(qint64 id, Action action, Subject subject,
                                               QStringView field)
{
    const QDateTime now = m_tools.now();
    auto rights = currentRights(m_connection, m_actor, now);
    if (!rights)
        return base::fail(rights.error());
    const bool isOfPeople = subject == Subject::Users;
    // Asked before the person is looked for: who is there is nobody's business.
    auto allowed = isOfPeople ? demandSomeRight(*rights, action, subject)
                              : demandRight(*rights, action, subject);
    if (!allowed)
        return base::fail(allowed.error());
    auto person = findPerson(m_connection, id, now);
    if (!person)
        return base::fail(person.error());
    if (isOfPeople) {
        if (auto may = demandRightOn(*rights, action, person->user, field); !may)
            return base::fail(may.error());
    }
    if (!policy::covers(*rights, statementsOf(m_connection, person->user))) {
        return base::fail(base::ErrorCode::Forbidden,
                          u"This person holds rights that you do not hold yourself."_s);
    }
    return Target{.rights = *std::move(rights), .person = *std::move(person)};
}

base::Result<store::UserRecord> UserStep::person(qint64 id, Reach how, Action action,
                                                 Subject subject)
{
    if (how == Reach::Oneself) {
        // Whoever is disabled or gone since the token was checked does nothing any more.
        if (auto rights = currentRights(m_connection, m_actor, m_tools.now()); !rights)
            return base::fail(rights.error());
        return findPerson(m_connection, m_actor.userId, m_tools.now());
    }
    auto target = reach(id, action, subject);
    if (!target)
        return base::fail(target.error());
    return std::move(target->person);
}

base::Result<> UserStep::setPassword(qint64 id, const PreparedSecret &password)
{
    if (auto other = demandSomebodyElse(m_actor, id); !other)
        return other;
    const auto target = reach(id, Action::Update, Subject::Users, u"password");
    if (!target)
        return base::fail(target.error());
    const QDateTime now = m_tools.now();
    store::UserRepository(m_connection).setPassword(id, password.hash, now);
    endSessions(m_connection, id);
    model::AuditEvent event = auditEvent(u"user.password_set"_s, m_caller, m_actor);
    setTarget(event, target->person.user);
    endKeys(m_connection, id, now, event);
    return recordAudit(m_connection, m_tools, event);
}

base::Result<Edited> UserStep::update(qint64 id, const UserChange &change,
                                      std::optional<qint64> version)
{
    const auto target = reach(id, Action::Update, Subject::Users);
    if (!target)
        return base::fail(target.error());
    if (auto current = demandVersion(target->person, version); !current)
        return base::fail(current.error());
    auto edited = editPerson(m_connection, m_tools, target->person, change, &target->rights,
                             auditEvent(u"user.updated"_s, m_caller, m_actor));
    if (!edited)
        return edited;
    // Each field that differs, of the person as it was; a refusal undoes them all.
    for (const QString &field : edited->changes.keys()) {
        if (field == "api_keys"_L1)
            continue; // ended along with the change
        if (auto may = demandRightOn(target->rights, Action::Update, target->person.user, field);
            !may)
            return base::fail(may.error());
    }
    return edited;
}

base::Result<> UserStep::remove(qint64 id, std::optional<qint64> version)
{
    const auto target = reach(id, Action::Delete, Subject::Users, policy::wholeResource);
    if (!target)
        return base::fail(target.error());
    if (auto current = demandVersion(target->person, version); !current)
        return current;
    if (auto allowed = demandAnotherAdmin(m_connection, target->person, m_tools.now()); !allowed)
        return allowed;
    endSessions(m_connection, id);
    if (!store::UserRepository(m_connection).remove(id))
        return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
    model::AuditEvent event = auditEvent(u"user.deleted"_s, m_caller, m_actor);
    setTarget(event, target->person.user);
    addChange(event, u"username"_s, target->person.user.username, {});
    addChange(event, u"role"_s, target->person.user.role.slug, {});
    return recordAudit(m_connection, m_tools, event);
}

base::Result<OneTimeSecret> UserStep::handOut(qint64 id, OneTimeKind kind,
                                              const PreparedSecret &secret,
                                              const QString &recognisedBy)
{
    if (auto other = demandSomebodyElse(m_actor, id); !other)
        return base::fail(other.error());
    const auto target = reach(id, Action::Update, Subject::Users,
                              kind == OneTimeKind::Password ? u"password" : u"mfa");
    if (!target)
        return base::fail(target.error());
    if (kind == OneTimeKind::Password) {
        return handOutPassword(m_connection, m_tools, target->person, secret,
                               auditEvent(u"user.password_reset"_s, m_caller, m_actor));
    }
    model::AuditEvent event = auditEvent(u"user.mfa_reset"_s, m_caller, m_actor);
    if (!recognisedBy.isEmpty())
        addChange(event, u"recognised_by"_s, {}, recognisedBy);
    return handOutCode(m_connection, m_tools, target->person, secret, event);
}

base::Result<model::User> UserStep::unlock(qint64 id)
{
    const auto target = reach(id, Action::Update, Subject::Users, u"status");
    if (!target)
        return base::fail(target.error());
    return unlockPerson(m_connection, m_tools, target->person,
                        auditEvent(u"user.unlocked"_s, m_caller, m_actor));
}

base::Result<model::User> UserStep::revokeSessions(qint64 id)
{
    const auto target = reach(id, Action::Delete, Subject::Sessions);
    if (!target)
        return base::fail(target.error());
    const qint64 ended = endSessions(m_connection, id);
    model::AuditEvent event = auditEvent(u"user.sessions_ended"_s, m_caller, m_actor);
    setTarget(event, target->person.user);
    addChange(event, u"sessions"_s, ended, 0);
    if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
        return base::fail(recorded.error());
    return target->person.user;
}

} // namespace authdesk::server::service
