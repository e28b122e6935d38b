// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of OpenArchiver's API: what systems/openarchiver/api.txt prints, the people, roles and
// keys of its open edition, second factor and audit of its enterprise edition, and what its own
// front end asks an empty archive; and how it words what went wrong.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::openarchiver::routes {

inline constexpr QLatin1StringView systemName{"openarchiver"};
/// Carries the challenge of a second factor.
inline constexpr QByteArrayView pendingCookie{"mfaPending"};

/// What answers at `/`: what the page prints, with and without a slash at the end, and the steps
/// that end its sign-in. The services outlive the mount.
[[nodiscard]] server::http::Mount rootMount(server::service::Services &services);

/// The whole API under a prefix, at /v1 and /api/v1. The services outlive the mount.
[[nodiscard]] server::http::Mount mount(QByteArray prefix, server::service::Services &services);

/// Whether a request brings the cookie that finishes a sign-in here.
[[nodiscard]] bool bringsPendingSignIn(const server::http::Request &request);

/// {"message": …}.
[[nodiscard]] server::http::Response encodeError(const base::Error &error,
                                                 const server::http::Request &request);

} // namespace authdesk::systems::openarchiver::routes
