// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles, to read. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

class RoleService final
{
public:
    explicit RoleService(Toolbox &tools);

    /// Every role. Whoever may read users or roles may read them: a role is part of a user's row.
    [[nodiscard]] base::Result<QList<model::Role>> list(const Actor &actor);
    [[nodiscard]] base::Result<model::Role> find(const Actor &actor, qint64 id);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
