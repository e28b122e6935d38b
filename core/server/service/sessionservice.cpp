// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/sessionservice.h"

#include "core/server/service/audittrail.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/sessionrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

SessionService::SessionService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<model::Page<model::Session>> SessionService::list(const Actor &actor,
                                                               const SessionQuery &query)
{
    if (auto allowed = demandRight(actor.statements, model::Action::Read, model::Subject::Sessions);
        !allowed)
        return base::fail(allowed.error());
    const store::SessionListQuery wanted{.userId = query.userId,
                                         .search = query.search,
                                         .limit = std::clamp(query.limit, 1, 200),
                                         .cursor = query.cursor};
    auto page = m_tools.read([&](store::Connection &connection) {
        return store::SessionRepository(connection).list(wanted, m_tools.now());
    });
    if (page) {
        for (model::Session &session : page->items)
            session.current = session.id == actor.sessionId;
    }
    return page;
}

base::Result<> SessionService::end(const Actor &actor, qint64 id, const Caller &caller,
                                   std::optional<qint64> userId)
{
    const auto ended = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto rights = currentRights(connection, actor, now);
        if (!rights)
            return base::fail(rights.error());
        if (auto allowed = demandRight(*rights, model::Action::Delete, model::Subject::Sessions);
            !allowed)
            return allowed;
        store::SessionRepository sessions(connection);
        const auto session = sessions.find(id);
        if (!session || (userId && session->session.userId != *userId))
            return base::fail(base::ErrorCode::NotFound, u"There is no such session."_s);
        const auto person = findPerson(connection, session->session.userId, now);
        if (!person)
            return base::fail(person.error());
        if (auto allowed = demandNoMoreRights(*rights, statementsOf(connection, person->user));
            !allowed)
            return allowed;
        (void)sessions.remove(id);
        model::AuditEvent event = auditEvent(u"session.ended"_s, caller, actor);
        setTarget(event, person->user);
        return recordAudit(connection, m_tools, event);
    });
    if (ended)
        m_tools.cache.forgetSession(id);
    return ended;
}

} // namespace authdesk::server::service
