// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The paths at `/` that several systems print: which of them a request means is told by its body,
// by the sign-in that made its token, or by the challenge that it finishes. Whoever cannot be told
// is answered in both ways, {"detail": …, "error": …}.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::routes {

/// What a system has of the shared paths: its whole API, with the rows that share among them.
struct Sharer
{
    server::http::Mount mount;
    bool takesForms = false;             ///< at auth/login; otherwise JSON
    QLatin1StringView refreshField = {}; ///< by which auth/refresh knows it; empty: it has none
    bool takesOthersTokens = false;      ///< at auth/me and auth/logout
    QByteArray verifyPath = {};          ///< its row that finishes a challenge; empty: it has none
    bool hasAuthPaths = true;            ///< false: it shares nothing but the challenges
    /// Whether a request finishes a challenge of its in its own way; null: there is none.
    bool (*bringsChallenge)(const server::http::Request &) = nullptr;
};

/// The services outlive the mount.
[[nodiscard]] server::http::Mount sharedMount(server::service::Services &services,
                                              QList<Sharer> sharers);

} // namespace authdesk::systems::routes
