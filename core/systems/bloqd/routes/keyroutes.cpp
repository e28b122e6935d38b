// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/routes/rows.h"

#include "core/systems/bloqd/messages/auth.h"

namespace authdesk::systems::bloqd::routes {

using namespace Qt::StringLiterals;
using messages::Level;
using model::KeyLevel;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

KeyLevel storedLevel(Level level)
{
    switch (level) {
    case Level::Admin:
        return KeyLevel::Admin;
    case Level::Write:
        return KeyLevel::Write;
    case Level::Read:
        break;
    }
    return KeyLevel::Read;
}

Level shownLevel(KeyLevel level)
{
    switch (level) {
    case KeyLevel::Admin:
        return Level::Admin;
    case KeyLevel::Write:
        return Level::Write;
    case KeyLevel::Read:
        break;
    }
    return Level::Read;
}

messages::Key shownKey(const model::ApiKey &key, const QDateTime &now)
{
    return {.id = key.id,
            .name = key.name,
            .prefix = key.prefix,
            .level = shownLevel(key.level),
            .createdAt = key.createdAt,
            .lastUsedAt = key.lastUsedAt,
            .isActive = key.isActive(now),
            .key = {}};
}

Answer listKeys(Services &services, const Request &request)
{
    const auto mine = services.keys().mine(bridge::actorOf(request));
    if (!mine)
        return std::unexpected(mine.error());
    QList<messages::Key> keys;
    for (const model::ApiKey &key : *mine)
        keys.append(shownKey(key, services.now()));
    return Response::json(200, messages::encode(keys));
}

Answer createKey(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewKeyRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto made = services.keys().createMine(bridge::actorOf(request),
                                                 {.name = wanted->name,
                                                  .expiresAt = {},
                                                  .level = storedLevel(wanted->level),
                                                  .form = server::service::KeyForm::Prefixed},
                                                 callerOf(request));
    if (!made)
        return std::unexpected(made.error());
    messages::Key key = shownKey(made->key, made->key.createdAt);
    key.key = made->secret;
    return Response::json(201, messages::encodeCreated(key)).carriesSecret();
}

Answer revokeKey(Services &services, const Request &request)
{
    const auto id = request.idParameter(0);
    if (!id)
        return base::fail(base::ErrorCode::NotFound, u"There is no such key."_s);
    const auto revoked =
        services.keys().revokeMine(bridge::actorOf(request), *id, callerOf(request));
    if (!revoked)
        return std::unexpected(revoked.error());
    return Response::json(200, messages::encodeMessage(u"API key revoked"_s));
}

} // namespace

void addKeyRows(QList<Route> &rows, Services &services)
{
    rows << Route{Method::Get, "/api/v1/keys", Right::signedIn(),
                  Handler::onPool(bound(services, &listKeys))}
         << Route{Method::Post, "/api/v1/keys", Right::signedIn(),
                  Handler::onPool(bound(services, &createKey))}
         << Route{Method::Delete, "/api/v1/keys/{keyId}", Right::signedIn(),
                  Handler::onPool(bound(services, &revokeKey))};
}

} // namespace authdesk::systems::bloqd::routes
