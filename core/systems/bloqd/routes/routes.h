// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of Bloqd's API: authentication as systems/bloqd/api.txt prints it, users, keys and
// settings as its documentation has them; and how it words what went wrong. Signing in through
// GitHub and Google is not there.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::bloqd::routes {

inline constexpr QLatin1StringView systemName{"bloqd"};

/// What answers at `/` and is no other system's path too: only what the page prints. The services
/// outlive the mount.
[[nodiscard]] server::http::Mount rootMount(server::service::Services &services);

/// The whole API under a prefix, or at the root of a listener of its own. The services outlive the
/// mount.
[[nodiscard]] server::http::Mount mount(QByteArray prefix, server::service::Services &services);

/// {"error": …}
[[nodiscard]] server::http::Response encodeError(const base::Error &error,
                                                 const server::http::Request &request);

} // namespace authdesk::systems::bloqd::routes
