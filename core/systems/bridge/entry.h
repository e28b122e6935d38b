// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Between HTTP and the services, which do not know each other: what every system's routes make of
// a request before they call a service. Free functions, any thread.
#pragma once

#include "core/server/http/request.h"
#include "core/server/service/caller.h"

namespace authdesk::systems::bridge {

/// Where a request comes from, as the services see it. `system`: the API that it came by.
[[nodiscard]] server::service::Caller callerOf(const server::http::Request &request,
                                               QLatin1StringView system);

/// Who asks. Only for rows that ask for a right: their requests carry a principal.
[[nodiscard]] server::service::Actor actorOf(const server::http::Request &request);

} // namespace authdesk::systems::bridge
