// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/roleservice.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/rolestep.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/rolerepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

base::Result<> demandMayRead(const Actor &actor)
{
    if (policy::allowsAll(actor.statements, model::Action::Read, model::Subject::Roles)
        || policy::allows(actor.statements, model::Action::Read, model::Subject::Users))
        return {};
    return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
}

} // namespace

RoleService::RoleService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<QList<model::Role>> RoleService::list(const Actor &actor)
{
    if (auto allowed = demandMayRead(actor); !allowed)
        return base::fail(allowed.error());
    return m_tools.read(
        [](store::Connection &connection) { return store::RoleRepository(connection).list(); });
}

base::Result<model::Role> RoleService::find(const Actor &actor, qint64 id)
{
    if (auto allowed = demandMayRead(actor); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) -> base::Result<model::Role> {
        const auto role = store::RoleRepository(connection).find(id);
        if (!role)
            return base::fail(base::ErrorCode::NotFound, u"There is no such role."_s);
        return *role;
    });
}

base::Result<model::Role> RoleService::create(const Actor &actor, const NewRole &wanted,
                                              const Caller &caller)
{
    return m_tools.write([&](store::Connection &connection) {
        return RoleStep(connection, m_tools, actor, caller).create(wanted);
    });
}

base::Result<model::Role> RoleService::update(const Actor &actor, qint64 id,
                                              const RoleChange &change,
                                              const std::optional<QByteArray> &version,
                                              const Caller &caller)
{
    auto role = m_tools.write([&](store::Connection &connection) {
        return RoleStep(connection, m_tools, actor, caller).update(id, change, version);
    });
    if (role)
        m_tools.cache.clear();
    return role;
}

base::Result<> RoleService::remove(const Actor &actor, qint64 id, const QString &replacement,
                                   const std::optional<QByteArray> &version, const Caller &caller)
{
    auto removed = m_tools.writeLarge([&](store::Connection &connection) {
        return RoleStep(connection, m_tools, actor, caller).remove(id, replacement, version);
    });
    if (removed)
        m_tools.cache.clear();
    return removed;
}

base::Result<RoleVerdict> RoleService::check(const Actor &actor, const RoleQuestion &question)
{
    if (auto may = demandRight(actor.statements, model::Action::Read, model::Subject::Roles); !may)
        return base::fail(may.error());
    return m_tools.read([&](store::Connection &connection) -> base::Result<RoleVerdict> {
        const auto person = findPerson(connection, question.userId, m_tools.now());
        if (!person)
            return base::fail(person.error());
        // Which role somebody has is part of their row.
        if (auto readable = demandRightOn(actor.statements, model::Action::Read, person->user,
                                          policy::wholeResource);
            !readable)
            return base::fail(readable.error());
        auto role = store::RoleRepository(connection).find(person->user.role.id);
        if (!role)
            return base::fail(base::ErrorCode::NotFound, u"There is no such role."_s);
        const auto decision = policy::decide(
            statementsOf(connection, person->user),
            {.action = question.action,
             .subject = question.subject,
             .resource = question.resource ? &*question.resource : nullptr,
             .field = question.field ? QStringView(*question.field) : QStringView()});
        return RoleVerdict{
            .allowed = decision.allowed, .statement = decision.statement, .role = *std::move(role)};
    });
}

} // namespace authdesk::server::service
