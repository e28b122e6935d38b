// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is meant by the filters of a list of people, as a URL says it. Pure function.
#pragma once

#include "core/gateway/usersgateway.h"

#include <QtCore/QUrlQuery>

namespace authdesk::systems::own::client {

/// search, role, status and mfa, as far as `query` filters by them.
[[nodiscard]] QUrlQuery userFiltersOf(const gateway::UserQuery &query);

} // namespace authdesk::systems::own::client
