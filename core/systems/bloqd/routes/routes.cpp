// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/routes/routes.h"

#include "core/systems/bloqd/routes/rows.h"

namespace authdesk::systems::bloqd::routes {

using server::http::Mount;
using server::service::Services;

Mount rootMount(Services &services)
{
    Mount root{.prefix = {}, .system = systemName, .routes = {}, .encodeError = &encodeError};
    addAuthRows(root.routes, services);
    return root;
}

Mount mount(QByteArray prefix, Services &services)
{
    Mount whole = rootMount(services);
    whole.prefix = std::move(prefix);
    addSharedRows(whole.routes, services);
    addUserRows(whole.routes, services);
    addKeyRows(whole.routes, services);
    addSettingsRows(whole.routes, services);
    return whole;
}

} // namespace authdesk::systems::bloqd::routes
