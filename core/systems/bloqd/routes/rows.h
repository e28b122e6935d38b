// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of Bloqd's API by topic, and what their handlers share. Inside this room only.
#pragma once

#include "core/server/service/services.h"
#include "core/systems/bloqd/messages/users.h"
#include "core/systems/bloqd/routes/routes.h"
#include "core/systems/bridge/entry.h"

namespace authdesk::systems::bloqd::routes {

using Answer = base::Result<server::http::Response>;
using HandlerFunction = Answer (*)(server::service::Services &, const server::http::Request &);

[[nodiscard]] inline server::http::Handler::Call bound(server::service::Services &services,
                                                       HandlerFunction handler)
{
    return [&services, handler](const server::http::Request &request) {
        return handler(services, request);
    };
}

[[nodiscard]] inline server::service::Caller callerOf(const server::http::Request &request)
{
    return bridge::callerOf(request, systemName);
}

[[nodiscard]] messages::Role roleOf(server::service::Rank rank);
[[nodiscard]] messages::Person shown(const model::User &user, server::service::Rank rank);

/// What api.txt prints and no other system has.
void addAuthRows(QList<server::http::Route> &rows, server::service::Services &services);
/// What it prints and others have too.
void addSharedRows(QList<server::http::Route> &rows, server::service::Services &services);
void addUserRows(QList<server::http::Route> &rows, server::service::Services &services);
void addKeyRows(QList<server::http::Route> &rows, server::service::Services &services);
void addSettingsRows(QList<server::http::Route> &rows, server::service::Services &services);

} // namespace authdesk::systems::bloqd::routes
