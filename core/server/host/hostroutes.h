// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every listener answers whatever its system: `/healthz` and `/openapi.json`; and `/readyz`
// and `/metrics`, for those without a system.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::crypto {
class PasswordHasher;
}
namespace authdesk::server::service {
class Services;
}
namespace authdesk::server::store {
class Database;
}

namespace authdesk::server::host {

class PrometheusTelemetry;

[[nodiscard]] http::Mount hostMount(const QByteArray &openApiDocument);
/// 200 while the server can do its work, 503 while its database does not answer. The services
/// outlive the mount.
[[nodiscard]] http::Mount readinessMount(service::Services &services);
/// `/.well-known/jwks.json`: what others verify our signed tokens with (RFC 7517). The services
/// outlive the mount.
[[nodiscard]] http::Mount signingKeysMount(service::Services &services);
/// `/metrics`, for anyone on this computer and for those who may read settings. All of it outlives
/// the mount.
[[nodiscard]] http::Mount metricsMount(PrometheusTelemetry &telemetry, service::Services &services,
                                       const store::Database &database,
                                       const crypto::PasswordHasher &hasher);

} // namespace authdesk::server::host
