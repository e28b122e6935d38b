// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/messages/keys.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

Answer listKeys(Services &services, const Request &request)
{
    const auto keys = services.keys().mine(bridge::actorOf(request));
    if (!keys)
        return std::unexpected(keys.error());
    return Response::json(200, messages::encodeKeys(*keys, request.principal->uid));
}

Answer createKey(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeNewKey(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto created =
        services.keys().createMine(bridge::actorOf(request),
                                   {.name = wanted->name,
                                    .expiresAt = services.now().addDays(wanted->expiresInDays),
                                    .form = server::service::KeyForm::Hex},
                                   callerOf(request));
    if (!created)
        return std::unexpected(created.error());
    return Response::json(201, messages::encodeNewKey(created->secret)).carriesSecret();
}

/// One's own; of any other it says the same, and does nothing.
Answer deleteKey(Services &services, const Request &request)
{
    const QString uuid = messages::normalUuid(request.pathParameters.value(0));
    if (uuid.isEmpty())
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("API key not found"));
    const auto actor = bridge::actorOf(request);
    const auto keys = services.keys().mine(actor);
    if (!keys)
        return std::unexpected(keys.error());
    for (const model::ApiKey &key : *keys) {
        if (messages::keyUuid(key.id) != uuid)
            continue;
        if (auto revoked = services.keys().revokeMine(actor, key.id, callerOf(request)); !revoked)
            return std::unexpected(revoked.error());
    }
    return Response::empty();
}

} // namespace

void addKeyRows(Rows &rows, Services &services)
{
    rows << Route{Method::Get, "/api-keys", Right::signedIn(),
                  Handler::onPool(bound(services, &listKeys))}
         << Route{Method::Post, "/api-keys", Right::signedIn(),
                  Handler::onPool(bound(services, &createKey))}
         << Route{Method::Delete, "/api-keys/{id}", Right::signedIn(),
                  Handler::onPool(bound(services, &deleteKey))};
}

} // namespace authdesk::systems::openarchiver::routes
