// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decides what statements allow, and says which one decided. Free functions over plain values.
#pragma once

#include "core/model/role.h"

#include <optional>

namespace authdesk::policy {

struct Decision
{
    bool allowed = false;
    /// Which statement decided; nullopt: none speaks of it, so it is forbidden.
    std::optional<qsizetype> statement;

    bool operator==(const Decision &) const = default;
};

/// A later statement wins over an earlier one. `Manage` in a statement covers every action, `All`
/// every subject. Asked for `Manage` or `All`, every single action or subject must be allowed.
[[nodiscard]] Decision decide(const QList<model::Statement> &statements, model::Action action,
                              model::Subject subject);
[[nodiscard]] bool allows(const QList<model::Statement> &statements, model::Action action,
                          model::Subject subject);

/// Whether whoever holds `holder` has every right that `other` gives.
[[nodiscard]] bool covers(const QList<model::Statement> &holder,
                          const QList<model::Statement> &other);

} // namespace authdesk::policy
