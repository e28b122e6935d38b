// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every listener answers whatever its system: `/healthz` and `/openapi.json`.
#pragma once

#include "core/server/http/route.h"

namespace authdesk::server::host {

[[nodiscard]] http::Mount hostMount(const QByteArray &openApiDocument);

} // namespace authdesk::server::host
