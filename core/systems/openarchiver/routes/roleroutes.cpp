// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/messages/roles.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

base::Result<model::Role> roleInPath(Services &services, const Request &request)
{
    return roleOf(services, bridge::actorOf(request),
                  messages::normalUuid(request.pathParameters.value(0)));
}

Answer answerWith(int status, const base::Result<model::Role> &role)
{
    if (!role)
        return std::unexpected(role.error());
    return Response::json(status, messages::encode(*role));
}

Answer listRoles(Services &services, const Request &request)
{
    const auto roles = services.roles().list(bridge::actorOf(request));
    if (!roles)
        return std::unexpected(roles.error());
    QJsonArray list;
    for (const model::Role &role : *roles)
        list.append(messages::encode(role));
    return Response::json(200, list);
}

Answer findRole(Services &services, const Request &request)
{
    return answerWith(200, roleInPath(services, request));
}

Answer createRole(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeNewRole(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    return answerWith(201, services.roles().create(
                               bridge::actorOf(request),
                               {.name = wanted->name, .slug = {}, .statements = wanted->policies},
                               callerOf(request)));
}

Answer updateRole(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeRoleChange(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto role = roleInPath(services, request);
    if (!role)
        return std::unexpected(role.error());
    return answerWith(
        200, services.roles().update(bridge::actorOf(request), role->id,
                                     {.name = wanted->name, .statements = wanted->policies},
                                     std::nullopt, callerOf(request)));
}

/// Its people lose it: they get the role that gives nothing. Of what there is none it says the same
/// as its own service does: gone.
Answer deleteRole(Services &services, const Request &request)
{
    const auto role = roleInPath(services, request);
    if (!role) {
        const bool isUuid = !messages::normalUuid(request.pathParameters.value(0)).isEmpty();
        return isUuid && role.error().code == base::ErrorCode::NotFound
                   ? Answer(Response::empty())
                   : std::unexpected(role.error());
    }
    const auto removed =
        services.roles().remove(bridge::actorOf(request), role->id, QString(model::userSlug),
                                std::nullopt, callerOf(request));
    if (!removed)
        return std::unexpected(removed.error());
    return Response::empty();
}

} // namespace

base::Result<model::Role> roleOf(Services &services, const server::service::Actor &actor,
                                 const QString &uuid)
{
    const auto roles = services.roles().list(actor);
    if (!roles)
        return std::unexpected(roles.error());
    for (const model::Role &role : *roles) {
        if (messages::roleUuid(role.id) == uuid)
            return role;
    }
    return base::fail(base::ErrorCode::NotFound, QString(messages::roleNotFound));
}

void addRoleRows(Rows &rows, Services &services)
{
    const auto to = [](Action action) { return Right::to(action, Subject::Roles); };
    // The service asks for the right to read roles or people: a role is part of a person's row.
    rows << Route{Method::Get, "/iam/roles", Right::signedIn(),
                  Handler::onPool(bound(services, &listRoles))}
         << Route{Method::Post, "/iam/roles", to(Action::Create),
                  Handler::onPool(bound(services, &createRole))}
         << Route{Method::Get, "/iam/roles/{id}", Right::signedIn(),
                  Handler::onPool(bound(services, &findRole))}
         << Route{Method::Put, "/iam/roles/{id}", to(Action::Update),
                  Handler::onPool(bound(services, &updateRole))}
         << Route{Method::Delete, "/iam/roles/{id}", to(Action::Delete),
                  Handler::onPool(bound(services, &deleteRole))};
}

} // namespace authdesk::systems::openarchiver::routes
