// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of ndastro's API: authentication as systems/ndastro/api.txt prints it, users and tiers
// as its newest service has them; and how it words what went wrong.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::ndastro::routes {

inline constexpr QLatin1StringView systemName{"ndastro"};

/// What answers at `/` and is no other system's path too. The services outlive the mount.
[[nodiscard]] server::http::Mount rootMount(server::service::Services &services);

/// The whole API under a prefix. The services outlive the mount.
[[nodiscard]] server::http::Mount mount(QByteArray prefix, server::service::Services &services);

/// The same at the root of a listener of its own, where its health-check answers too.
[[nodiscard]] server::http::Mount listenerMount(server::service::Services &services);

/// {"detail": …}, a text or, for fields, a list.
[[nodiscard]] server::http::Response encodeError(const base::Error &error,
                                                 const server::http::Request &request);

} // namespace authdesk::systems::ndastro::routes
