// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of OpenArchiver's API by topic, from /v1 on, and what their handlers share. Inside this
// room only.
#pragma once

#include "core/server/service/services.h"
#include "core/systems/bridge/entry.h"
#include "core/systems/openarchiver/messages/people.h"
#include "core/systems/openarchiver/routes/routes.h"

namespace authdesk::systems::openarchiver::routes {

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

[[nodiscard]] inline messages::Person shown(const server::service::PersonWithRole &person)
{
    return {.user = person.user, .role = person.role};
}

/// The person's own number from the UUID in the path. NotFound.
[[nodiscard]] base::Result<qint64> personInPath(server::service::Services &services,
                                                const server::http::Request &request);
/// The role of this UUID. NotFound, Forbidden.
[[nodiscard]] base::Result<model::Role> roleOf(server::service::Services &services,
                                               const server::service::Actor &actor,
                                               const QString &uuid);

using Rows = QList<server::http::Route>;
/// What systems/openarchiver/api.txt prints, and /auth/mfa/verify.
void addSignInRows(Rows &rows, server::service::Services &services);
void addUserRows(Rows &rows, server::service::Services &services);
void addRoleRows(Rows &rows, server::service::Services &services);
void addKeyRows(Rows &rows, server::service::Services &services);
void addMfaRows(Rows &rows, server::service::Services &services);
void addAuditRows(Rows &rows, server::service::Services &services);
void addArchiveRows(Rows &rows, server::service::Services &services);

} // namespace authdesk::systems::openarchiver::routes
