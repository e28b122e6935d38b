// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of our own API, /admin/v1, and how it words what went wrong: in the language
// that the request asks for.
#pragma once

#include "core/server/http/requestlog.h"
#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::own::routes {

inline constexpr QLatin1StringView systemName{"authdesk"};

/// The services and the log outlive the mount.
[[nodiscard]] server::http::Mount mount(QByteArray prefix, server::service::Services &services,
                                        server::http::RequestLog &requestLog);

} // namespace authdesk::systems::own::routes
