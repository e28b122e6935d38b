// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/roleservice.h"

#include "core/policy/policy.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/rolerepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

base::Result<> demandMayRead(const Actor &actor)
{
    if (policy::allows(actor.statements, model::Action::Read, model::Subject::Roles)
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

} // namespace authdesk::server::service
