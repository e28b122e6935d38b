// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an actor may do to whom, beyond the right that a route asks for. Free functions, any thread.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

/// Forbidden unless the statements allow it.
[[nodiscard]] base::Result<> demandRight(const QList<model::Statement> &statements,
                                         model::Action action, model::Subject subject);
/// Forbidden when `other` gives a right that `holder` lacks.
[[nodiscard]] base::Result<> demandNoMoreRights(const QList<model::Statement> &holder,
                                                const QList<model::Statement> &other);
/// `manage` on `users`: what the last-admin rule is about.
[[nodiscard]] bool mayManageUsers(const QList<model::Statement> &statements);

/// RecentSignInRequired when the actor signed in more than 15 minutes ago.
[[nodiscard]] base::Result<> demandRecentSignIn(const Actor &actor, const QDateTime &now);

} // namespace authdesk::server::service
