// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/roles.h"
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

Response roleAnswer(int status, const model::Role &role)
{
    return Response::json(status, messages::encode(role))
        .withHeader("ETag", '"' + server::service::versionOf(role) + '"');
}

/// What If-Match asks for; a weak tag or somebody else's is like none of ours (RFC 9110 §13.1.1).
std::optional<QByteArray> roleVersionAskedFor(const Request &request)
{
    const QByteArray tag = request.header("If-Match").trimmed();
    if (tag.isEmpty() || tag == "*")
        return std::nullopt;
    if (tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"'))
        return tag.mid(1, tag.size() - 2);
    return tag;
}

Answer findRole(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto role = services.roles().find(bridge::actorOf(request), *id);
    if (!role)
        return std::unexpected(role.error());
    return roleAnswer(200, *role);
}

Answer createRole(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewRole(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto role = services.roles().create(
        bridge::actorOf(request),
        {.name = wanted->name, .slug = wanted->slug, .statements = wanted->statements},
        callerOf(request));
    if (!role)
        return std::unexpected(role.error());
    return roleAnswer(201, *role)
        .withHeader("Location", "/admin/v1/roles/" + QByteArray::number(role->id));
}

Answer updateRole(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto change = messages::decodeRoleChange(request.body);
    if (!change)
        return std::unexpected(change.error());
    const auto role = services.roles().update(
        bridge::actorOf(request), *id, {.name = change->name, .statements = change->statements},
        roleVersionAskedFor(request), callerOf(request));
    if (!role)
        return std::unexpected(role.error());
    return roleAnswer(200, *role);
}

Answer removeRole(Services &services, const Request &request)
{
    QueryFields fields(request, {"replacement"_L1});
    const QString replacement = fields.text("replacement"_L1).value_or(QString());
    if (fields.hasErrors())
        return fields.failure();
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto done = services.roles().remove(bridge::actorOf(request), *id, replacement,
                                              roleVersionAskedFor(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

Answer checkRole(Services &services, const Request &request)
{
    const auto asked = messages::decodeRoleQuestion(request.body);
    if (!asked)
        return std::unexpected(asked.error());
    const auto verdict =
        services.roles().check(bridge::actorOf(request), {.userId = asked->userId,
                                                          .action = asked->action,
                                                          .subject = asked->subject,
                                                          .resource = asked->resource,
                                                          .field = asked->field});
    if (!verdict)
        return std::unexpected(verdict.error());
    return Response::json(200,
                          messages::encode(messages::RoleVerdict{.allowed = verdict->allowed,
                                                                 .statement = verdict->statement,
                                                                 .role = verdict->role}));
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
        {Method::Post, "/admin/v1/roles", Right::to(Action::Create, Subject::Roles),
         Handler::onPool(bound(services, &createRole))},
        {Method::Patch, "/admin/v1/roles/{id}", Right::to(Action::Update, Subject::Roles),
         Handler::onPool(bound(services, &updateRole))},
        {Method::Delete, "/admin/v1/roles/{id}", Right::to(Action::Delete, Subject::Roles),
         Handler::onPool(boundWithQuery(services, &removeRole))},
        {Method::Post, "/admin/v1/roles/check", Right::to(Action::Read, Subject::Roles),
         Handler::onPool(bound(services, &checkRole))},
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
