// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/keys.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::Actor;

namespace {

/// Whose keys `user_id` of the query names; nullopt: one's own, also where that is said.
std::optional<qint64> somebodyElse(const Actor &actor, const std::optional<qint64> &userId)
{
    return userId && *userId != actor.userId ? userId : std::nullopt;
}

Answer listKeys(Services &services, const Request &request)
{
    QueryFields fields(request, {"user_id"_L1});
    const auto userId = fields.integer("user_id"_L1, 1, 1LL << 53);
    if (fields.hasErrors())
        return fields.failure();
    const Actor actor = bridge::actorOf(request);
    const auto other = somebodyElse(actor, userId);
    const auto keys = other ? services.keys().listOf(actor, *other) : services.keys().mine(actor);
    if (!keys)
        return std::unexpected(keys.error());
    model::Page<model::ApiKey> page;
    page.items = *keys;
    return Response::json(200, messages::encodeKeys(page));
}

Answer createKey(Services &services, const Request &request)
{
    const auto asked = messages::decodeNewKey(request.body);
    if (!asked)
        return std::unexpected(asked.error());
    const server::service::NewApiKey wanted{
        .name = asked->name, .expiresAt = asked->expiresAt, .level = asked->level};
    const Actor actor = bridge::actorOf(request);
    const auto other = somebodyElse(actor, asked->userId);
    const auto made = other ? services.keys().createFor(actor, *other, wanted, callerOf(request))
                            : services.keys().createMine(actor, wanted, callerOf(request));
    if (!made)
        return std::unexpected(made.error());
    return Response::json(201, messages::encode(
                                   messages::CreatedKey{.key = made->key, .secret = made->secret}))
        .carriesSecret();
}

Answer revokeKey(Services &services, const Request &request)
{
    QueryFields fields(request, {"user_id"_L1});
    const auto userId = fields.integer("user_id"_L1, 1, 1LL << 53);
    if (fields.hasErrors())
        return fields.failure();
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const Actor actor = bridge::actorOf(request);
    const auto other = somebodyElse(actor, userId);
    const auto revoked = other ? services.keys().revokeOf(actor, *other, *id, callerOf(request))
                               : services.keys().revokeMine(actor, *id, callerOf(request));
    if (!revoked)
        return std::unexpected(revoked.error());
    return Response::empty();
}

} // namespace

void appendKeyRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        // One's own need no right; for anybody else's the service asks for it.
        {Method::Get, "/admin/v1/api-keys", Right::signedIn(),
         Handler::onPool(boundWithQuery(services, &listKeys))},
        {Method::Post, "/admin/v1/api-keys", Right::signedIn(),
         Handler::onPool(bound(services, &createKey))},
        {Method::Delete, "/admin/v1/api-keys/{id}", Right::signedIn(),
         Handler::onPool(boundWithQuery(services, &revokeKey))},
    };
}

} // namespace authdesk::systems::own::routes
