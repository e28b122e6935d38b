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

/// What a sign-in came to: a token, the cookie of what comes first, or a password to change.
[[nodiscard]] Answer signInAnswer(server::service::Services &services,
                                  const server::service::SignInOutcome &outcome,
                                  const server::http::Request &request,
                                  const QList<base::Secret> &backupCodes);
/// The answer, which takes the cookie back.
[[nodiscard]] Answer withoutPendingCookie(Answer answer, const server::http::Request &request);
/// What the cookie brings; empty without one.
[[nodiscard]] base::Secret pendingChallenge(const server::http::Request &request);

/// The code of the body. Malformed, InvalidFields.
[[nodiscard]] base::Result<QString> codeOf(const server::http::Request &request);
/// What an app is set up with: a link and its picture.
[[nodiscard]] Answer enrollmentAnswer(const base::Result<server::service::TotpEnrollment> &started);

/// The person's own number from the UUID in the path. NotFound.
[[nodiscard]] base::Result<qint64> personInPath(server::service::Services &services,
                                                const server::http::Request &request);
/// The role of this UUID. NotFound, Forbidden.
[[nodiscard]] base::Result<model::Role> roleOf(server::service::Services &services,
                                               const server::service::Actor &actor,
                                               const QString &uuid);

using Rows = QList<server::http::Route>;
/// What systems/openarchiver/api.txt prints, and the steps that end its sign-in.
void addSignInRows(Rows &rows, server::service::Services &services);
/// Setting up a second factor before there is a session.
void addForcedRows(Rows &rows, server::service::Services &services);
void addUserRows(Rows &rows, server::service::Services &services);
void addRoleRows(Rows &rows, server::service::Services &services);
void addKeyRows(Rows &rows, server::service::Services &services);
void addMfaRows(Rows &rows, server::service::Services &services);
void addAuditRows(Rows &rows, server::service::Services &services);
void addArchiveRows(Rows &rows, server::service::Services &services);

} // namespace authdesk::systems::openarchiver::routes
