// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bridge/entry.h"

namespace authdesk::systems::bridge {

using server::http::Principal;
using server::http::Request;
using server::service::Actor;
using server::service::Caller;

Caller callerOf(const Request &request, QLatin1StringView system)
{
    constexpr qsizetype longestUserAgent = 512;
    return {.address = request.peer,
            .userAgent = QString::fromUtf8(request.header("User-Agent").left(longestUserAgent)),
            .system = system,
            .requestId = request.requestId,
            .loopback = request.loopback};
}

Actor actorOf(const Request &request)
{
    Q_ASSERT(request.principal);
    const Principal &principal = *request.principal;
    return {.userId = principal.userId,
            .uid = principal.uid,
            .username = principal.username,
            .sessionId = principal.sessionId,
            .keyId = principal.keyId,
            .keyLevel = principal.keyLevel,
            .system = principal.system,
            .signedInAt = principal.signedInAt,
            .statements = principal.statements,
            .enrollmentRequired = principal.enrollmentRequired};
}

} // namespace authdesk::systems::bridge
