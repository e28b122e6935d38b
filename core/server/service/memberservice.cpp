// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/memberservice.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userstep.h"
#include "core/server/store/folding.h"
#include "core/server/store/memberrepository.h"
#include "core/server/store/tierrepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

/// By the username alone: an address is no name here.
base::Result<store::UserRecord> personNamed(store::Connection &connection, const QString &username,
                                            const QDateTime &now)
{
    auto record = store::UserRepository(connection).findByLogin(username, now);
    if (!record || store::folded(record->user.username) != store::folded(username))
        return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
    return *std::move(record);
}

/// The person, where the rights let somebody read them or they are the actor. Who is there is
/// nobody's business who may read nobody.
base::Result<store::UserRecord> readable(store::Connection &connection, const Actor &actor,
                                         const QList<model::Statement> &rights,
                                         const QString &username, const QDateTime &now)
{
    auto record = personNamed(connection, username, now);
    if (record && record->user.id == actor.userId)
        return record;
    if (auto may = demandSomeRight(rights, Action::Read, Subject::Users); !may)
        return base::fail(may.error());
    if (!record)
        return record;
    if (auto may = demandRightOn(rights, Action::Read, record->user, policy::wholeResource); !may)
        return base::fail(may.error());
    return record;
}

base::Result<> setPicture(store::Connection &connection, Toolbox &tools, const model::User &person,
                          const QString &url, model::AuditEvent event)
{
    store::MemberRepository members(connection);
    const QString before = members.find(person.id).pictureUrl;
    if (before == url)
        return {};
    members.setPicture(person.id, url);
    setTarget(event, person);
    addChange(event, u"picture_url"_s, before, url);
    return recordAudit(connection, tools, event);
}

} // namespace

MemberService::MemberService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<MemberPage> MemberService::page(const Actor &actor, qint64 offset, int limit)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) {
        const store::MemberPage found =
            store::MemberRepository(connection).page(offset, limit, m_tools.now());
        MemberPage page{.members = {}, .total = found.total};
        for (const store::MemberEntry &entry : found.entries) {
            page.members.append({.user = entry.user,
                                 .pictureUrl = entry.membership.pictureUrl,
                                 .tierId = entry.membership.tierId});
        }
        return page;
    });
}

base::Result<Member> MemberService::find(const Actor &actor, const QString &username)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<Member> {
        const auto person = readable(connection, actor, actor.statements, username, m_tools.now());
        if (!person)
            return base::fail(person.error());
        const store::Membership membership =
            store::MemberRepository(connection).find(person->user.id);
        Member member{
            .user = person->user, .pictureUrl = membership.pictureUrl, .tier = std::nullopt};
        if (membership.tierId)
            member.tier = store::TierRepository(connection).find(*membership.tierId);
        return member;
    });
}

base::Result<model::User> MemberService::create(const Actor &actor, const NewMember &wanted,
                                                const Caller &caller)
{
    if (!mayManageUsers(actor.statements))
        return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
    const auto created = UserService(m_tools).create(actor,
                                                     {.username = wanted.username,
                                                      .email = wanted.email,
                                                      .firstName = wanted.firstName,
                                                      .lastName = wanted.lastName,
                                                      .roleSlug = QString(model::userSlug),
                                                      .status = model::UserStatus::Active,
                                                      .validUntil = {},
                                                      .password = wanted.password,
                                                      .passwordKind = PasswordKind::Lasting},
                                                     caller);
    if (!created)
        return base::fail(created.error());
    return created->user;
}

base::Result<> MemberService::update(const Actor &actor, const QString &username,
                                     const MemberChange &change, const Caller &caller)
{
    // Only what is one's own: role, status and end are not even named here.
    UserChange wanted;
    wanted.username = change.profile.username;
    wanted.email = change.profile.email;
    wanted.firstName = change.profile.firstName;
    wanted.lastName = change.profile.lastName;
    const auto updated = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto rights = currentRights(connection, actor, now);
        if (!rights)
            return base::fail(rights.error());
        const auto person = readable(connection, actor, *rights, username, now);
        if (!person)
            return base::fail(person.error());
        if (person->user.id != actor.userId)
            return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
        const auto edited = editPerson(connection, m_tools, *person, wanted, nullptr,
                                       auditEvent(u"account.updated"_s, caller, actor));
        if (!edited)
            return base::fail(edited.error());
        if (!change.pictureUrl)
            return {};
        return setPicture(connection, m_tools, edited->user, *change.pictureUrl,
                          auditEvent(u"account.updated"_s, caller, actor));
    });
    if (updated)
        m_tools.cache.forgetUser(actor.userId);
    return updated;
}

base::Result<model::User> MemberService::setTier(const Actor &actor, const QString &username,
                                                 qint64 tierId, const Caller &caller)
{
    return m_tools.write([&](store::Connection &connection) -> base::Result<model::User> {
        const QDateTime now = m_tools.now();
        if (auto may = demandManager(connection, actor, now); !may)
            return base::fail(may.error());
        const auto named = personNamed(connection, username, now);
        if (!named)
            return base::fail(named.error());
        const auto person =
            UserStep(connection, m_tools, actor, caller)
                .person(named->user.id, UserStep::Reach::Anyone, Action::Update, Subject::Users);
        if (!person)
            return base::fail(person.error());
        store::TierRepository tiers(connection);
        const auto tier = tiers.find(tierId);
        if (!tier)
            return base::fail(base::ErrorCode::NotFound, u"There is no such tier."_s);
        store::MemberRepository members(connection);
        const auto before = members.find(person->user.id).tierId;
        if (before == tierId)
            return person->user;
        members.setTier(person->user.id, tierId);
        model::AuditEvent event = auditEvent(u"user.updated"_s, caller, actor);
        setTarget(event, person->user);
        const auto old = before ? tiers.find(*before) : std::nullopt;
        addChange(event, u"tier"_s, old ? QJsonValue(old->name) : QJsonValue(), tier->name);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return person->user;
    });
}

base::Result<> MemberService::remove(const Actor &actor, const QString &username, Whom whom,
                                     const Caller &caller)
{
    qint64 id = 0;
    const auto removed = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        if (auto may = demandManager(connection, actor, now); !may)
            return may;
        const auto person = personNamed(connection, username, now);
        if (!person)
            return base::fail(person.error());
        if (whom == Whom::Oneself && person->user.id != actor.userId)
            return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
        id = person->user.id;
        return UserStep(connection, m_tools, actor, caller).remove(id);
    });
    if (removed)
        m_tools.cache.forgetUser(id);
    return removed;
}

} // namespace authdesk::server::service
