// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/userservice.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/signincheck.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/useredits.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

store::UserOrder orderOf(UserSort sort)
{
    switch (sort) {
    case UserSort::Name:
        return store::UserOrder::Name;
    case UserSort::Username:
        return store::UserOrder::Username;
    case UserSort::Email:
        return store::UserOrder::Email;
    case UserSort::Role:
        return store::UserOrder::Role;
    case UserSort::Status:
        return store::UserOrder::Status;
    case UserSort::SecondFactor:
        return store::UserOrder::SecondFactor;
    case UserSort::LastSignIn:
        return store::UserOrder::LastSignIn;
    case UserSort::Created:
        return store::UserOrder::Created;
    }
    Q_UNREACHABLE();
}

/// Somebody else's account that the actor may act on, as it is in this write.
struct Target
{
    Rights rights; ///< the actor's
    store::UserRecord person;
};

base::Result<Target> reach(store::Connection &connection, const Actor &actor, qint64 id,
                           Action action, Subject subject, const QDateTime &now)
{
    auto rights = currentRights(connection, actor, now);
    if (!rights)
        return base::fail(rights.error());
    if (auto allowed = demandRight(*rights, action, subject); !allowed)
        return base::fail(allowed.error());
    auto person = findPerson(connection, id, now);
    if (!person)
        return base::fail(person.error());
    if (!policy::covers(*rights, statementsOf(connection, person->user))) {
        return base::fail(base::ErrorCode::Forbidden,
                          u"This person holds rights that you do not hold yourself."_s);
    }
    return Target{.rights = *std::move(rights), .person = *std::move(person)};
}

base::Result<> demandVersion(const store::UserRecord &person, std::optional<qint64> version)
{
    if (version && *version != person.user.version) {
        return base::fail(base::ErrorCode::VersionConflict,
                          u"Somebody else has changed this user meanwhile."_s);
    }
    return {};
}

/// One's own secrets are changed with a proof, under /me.
base::Result<> demandSomebodyElse(const Actor &actor, qint64 id)
{
    if (actor.userId == id) {
        return base::fail(base::ErrorCode::Forbidden,
                          u"Change your own password and second factor in your account."_s);
    }
    return {};
}

/// How a kind of one-time secret is made, and what becomes of the person that gets it.
struct OneTimeKind
{
    base::Result<PreparedSecret> (*prepare)(Toolbox &tools);
    base::Result<OneTimeSecret> (*handOut)(store::Connection &connection, Toolbox &tools,
                                           const store::UserRecord &person,
                                           const PreparedSecret &secret, model::AuditEvent event);
};

base::Result<OneTimeSecret> handOut(Toolbox &tools, const Actor &actor, qint64 id,
                                    const OneTimeKind &kind, const model::AuditEvent &event)
{
    if (auto other = demandSomebodyElse(actor, id); !other)
        return base::fail(other.error());
    if (auto allowed = demandRight(actor.statements, Action::Update, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto secret = kind.prepare(tools);
    if (!secret)
        return base::fail(secret.error());
    auto handedOut = tools.write([&](store::Connection &connection) -> base::Result<OneTimeSecret> {
        const auto target =
            reach(connection, actor, id, Action::Update, Subject::Users, tools.now());
        if (!target)
            return base::fail(target.error());
        return kind.handOut(connection, tools, target->person, *secret, event);
    });
    if (handedOut)
        tools.cache.forgetUser(id);
    return handedOut;
}

} // namespace

UserService::UserService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<model::Page<model::User>> UserService::list(const Actor &actor, const UserQuery &query)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    store::UserListQuery wanted;
    wanted.search = query.search;
    wanted.roleSlug = query.roleSlug;
    wanted.status = query.status;
    wanted.secondFactor = query.mfa;
    wanted.order = orderOf(query.sort);
    wanted.descending = query.order == Qt::DescendingOrder;
    wanted.limit = std::clamp(query.limit, 1, 200);
    wanted.cursor = query.cursor;
    return store::listUsers(m_tools.ground.database, wanted, m_tools.now());
}

base::Result<model::User> UserService::find(const Actor &actor, qint64 id)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto person = m_tools.read(
        [&](store::Connection &connection) { return findPerson(connection, id, m_tools.now()); });
    if (!person)
        return base::fail(person.error());
    return person->user;
}

base::Result<model::SignInCheck> UserService::checkSignIn(const Actor &actor, qint64 id)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const bool mayCure = policy::allows(actor.statements, Action::Update, Subject::Users);
    return m_tools.read([&](store::Connection &connection) -> base::Result<model::SignInCheck> {
        const QDateTime now = m_tools.now();
        const auto person = findPerson(connection, id, now);
        if (!person)
            return base::fail(person.error());
        return service::checkSignIn(connection, *person, mayCure ? ClockShown::Yes : ClockShown::No,
                                    now);
    });
}

base::Result<CreatedUser> UserService::create(const Actor &actor, const NewUser &wanted,
                                              const Caller &caller)
{
    if (auto allowed = demandRight(actor.statements, Action::Create, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto checked = checkedNewUser(m_tools, wanted);
    if (!checked)
        return base::fail(checked.error());
    auto password = checked->password ? preparePassword(m_tools, *checked->password)
                                      : prepareOneTimePassword(m_tools);
    if (!password)
        return base::fail(password.error());
    return m_tools.write([&](store::Connection &connection) -> base::Result<CreatedUser> {
        const QDateTime now = m_tools.now();
        const auto rights = currentRights(connection, actor, now);
        if (!rights)
            return base::fail(rights.error());
        if (auto allowed = demandRight(*rights, Action::Create, Subject::Users); !allowed)
            return base::fail(allowed.error());
        auto user = createPerson(connection, m_tools, *checked, *password, &*rights,
                                 auditEvent(u"user.created"_s, caller, actor));
        if (!user)
            return base::fail(user.error());
        CreatedUser created{.user = *std::move(user), .oneTimePassword = std::nullopt};
        if (!checked->password) {
            created.oneTimePassword = OneTimeSecret{
                .secret = password->secret, .expiresAt = now.addSecs(oneTimePasswordHours * 3600)};
        }
        return created;
    });
}

base::Result<model::User> UserService::update(const Actor &actor, qint64 id,
                                              const UserChange &change,
                                              std::optional<qint64> version, const Caller &caller)
{
    const auto edited = m_tools.write([&](store::Connection &connection) -> base::Result<Edited> {
        const auto target =
            reach(connection, actor, id, Action::Update, Subject::Users, m_tools.now());
        if (!target)
            return base::fail(target.error());
        if (auto current = demandVersion(target->person, version); !current)
            return base::fail(current.error());
        return editPerson(connection, m_tools, target->person, change, &target->rights,
                          auditEvent(u"user.updated"_s, caller, actor));
    });
    if (!edited)
        return base::fail(edited.error());
    if (edited->changed)
        m_tools.cache.forgetUser(id);
    return edited->user;
}

base::Result<> UserService::remove(const Actor &actor, qint64 id, std::optional<qint64> version,
                                   const Caller &caller)
{
    const auto removed = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto target = reach(connection, actor, id, Action::Delete, Subject::Users, now);
        if (!target)
            return base::fail(target.error());
        if (auto current = demandVersion(target->person, version); !current)
            return current;
        if (auto allowed = demandAnotherAdmin(connection, target->person, now); !allowed)
            return allowed;
        endSessions(connection, id);
        if (!store::UserRepository(connection).remove(id))
            return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
        model::AuditEvent event = auditEvent(u"user.deleted"_s, caller, actor);
        setTarget(event, target->person.user);
        addChange(event, u"username"_s, target->person.user.username, {});
        addChange(event, u"role"_s, target->person.user.role.slug, {});
        return recordAudit(connection, m_tools, event);
    });
    if (removed)
        m_tools.cache.forgetUser(id);
    return removed;
}

base::Result<OneTimeSecret> UserService::resetPassword(const Actor &actor, qint64 id,
                                                       const Caller &caller)
{
    return handOut(m_tools, actor, id, {&prepareOneTimePassword, &handOutPassword},
                   auditEvent(u"user.password_reset"_s, caller, actor));
}

base::Result<OneTimeSecret> UserService::resetSecondFactor(const Actor &actor, qint64 id,
                                                           const Caller &caller,
                                                           const QString &recognisedBy)
{
    model::AuditEvent event = auditEvent(u"user.mfa_reset"_s, caller, actor);
    if (!recognisedBy.isEmpty())
        addChange(event, u"recognised_by"_s, {}, recognisedBy);
    return handOut(m_tools, actor, id, {&prepareOneTimeCode, &handOutCode}, event);
}

base::Result<model::User> UserService::unlock(const Actor &actor, qint64 id, const Caller &caller)
{
    auto user = m_tools.write([&](store::Connection &connection) -> base::Result<model::User> {
        const auto target =
            reach(connection, actor, id, Action::Update, Subject::Users, m_tools.now());
        if (!target)
            return base::fail(target.error());
        return unlockPerson(connection, m_tools, target->person,
                            auditEvent(u"user.unlocked"_s, caller, actor));
    });
    if (user)
        m_tools.cache.forgetUser(id);
    return user;
}

base::Result<model::User> UserService::revokeSessions(const Actor &actor, qint64 id,
                                                      const Caller &caller)
{
    auto user = m_tools.write([&](store::Connection &connection) -> base::Result<model::User> {
        const auto target =
            reach(connection, actor, id, Action::Delete, Subject::Sessions, m_tools.now());
        if (!target)
            return base::fail(target.error());
        const qint64 ended = endSessions(connection, id);
        model::AuditEvent event = auditEvent(u"user.sessions_ended"_s, caller, actor);
        setTarget(event, target->person.user);
        addChange(event, u"sessions"_s, ended, 0);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return target->person.user;
    });
    if (user)
        m_tools.cache.forgetUser(id);
    return user;
}

} // namespace authdesk::server::service
