// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/users.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

namespace {

Answer listRoles(Services &services, const Request &request)
{
    return answered(services.roles().list(bridge::actorOf(request)), &messages::encodeRoles);
}

Answer findRole(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    return answered<model::Role>(services.roles().find(bridge::actorOf(request), *id),
                                 &messages::encode);
}

Answer listSessions(Services &services, const Request &request)
{
    QueryFields fields(request, {"user_id"_L1, "search"_L1, "limit"_L1, "cursor"_L1});
    server::service::SessionQuery query;
    query.userId = fields.integer("user_id"_L1, 1, 1LL << 53);
    query.search = fields.text("search"_L1).value_or(QString());
    fields.page(query);
    if (fields.hasErrors())
        return fields.failure();
    return answered(services.sessions().list(bridge::actorOf(request), query),
                    &messages::encodeSessions);
}

Answer endSession(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto done = services.sessions().end(bridge::actorOf(request), *id, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

} // namespace

void appendRoleRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        // The service decides: whoever may read users may read what their roles mean.
        {Method::Get, "/admin/v1/roles", Right::signedIn(),
         Handler::onPool(bound(services, &listRoles))},
        {Method::Get, "/admin/v1/roles/{id}", Right::signedIn(),
         Handler::onPool(bound(services, &findRole))},
    };
}

void appendSessionRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/sessions", Right::to(Action::Read, Subject::Sessions),
         Handler::onPool(boundWithQuery(services, &listSessions))},
        {Method::Delete, "/admin/v1/sessions/{id}", Right::to(Action::Delete, Subject::Sessions),
         Handler::onPool(bound(services, &endSession))},
    };
}

} // namespace authdesk::systems::own::routes
