// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every listener answers whatever its system: `/healthz` and `/openapi.json`; and `/readyz`,
// for those without a system.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::service {
class Services;
}

namespace authdesk::server::host {

[[nodiscard]] http::Mount hostMount(const QByteArray &openApiDocument);
/// 200 while the server can do its work, 503 while its database does not answer. The services
/// outlive the mount.
[[nodiscard]] http::Mount readinessMount(service::Services &services);

} // namespace authdesk::server::host
