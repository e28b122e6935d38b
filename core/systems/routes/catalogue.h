// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogue of the systems that the server speaks: a row each. A listener's mounts and its
// OpenAPI document come from here.
#pragma once

#include "core/server/http/requestlog.h"
#include "core/server/http/route.h"

#include <QtCore/QStringList>

namespace authdesk::server::service {
class Services;
}

namespace authdesk::systems::routes {

/// The names that `--listen ADDR:PORT=SYSTEM` takes.
[[nodiscard]] QStringList systemNames();

/// What a listener without a system answers: every system's paths at the root, each system but
/// our own again under its prefix. The services and the log outlive the mounts.
[[nodiscard]] QList<server::http::Mount> rootMounts(server::service::Services &services,
                                                    server::http::RequestLog &requestLog);
/// What a listener for one system answers; empty for a name that systemNames() does not hold.
[[nodiscard]] QList<server::http::Mount> mountsOf(QStringView system,
                                                  server::service::Services &services,
                                                  server::http::RequestLog &requestLog);

/// The OpenAPI document of a listener for one system; of the root for an empty name.
[[nodiscard]] QByteArray openApiDocument(QStringView system = {});

} // namespace authdesk::systems::routes
