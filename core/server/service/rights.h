// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an actor may do to whom, beyond the right that a route asks for. Free functions, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/user.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

/// Forbidden unless the statements allow it of every resource: a right with conditions is not
/// enough where no resource is looked at.
[[nodiscard]] base::Result<> demandRight(const QList<model::Statement> &statements,
                                         model::Action action, model::Subject subject);
/// Forbidden unless there may be a resource that the statements allow it of; whoever asks this asks
/// for each resource afterwards.
[[nodiscard]] base::Result<> demandSomeRight(const QList<model::Statement> &statements,
                                             model::Action action, model::Subject subject);
/// Forbidden unless the statements allow it of this person; `field` as policy::Question has it.
[[nodiscard]] base::Result<> demandRightOn(const QList<model::Statement> &statements,
                                           model::Action action, const model::User &person,
                                           QStringView field);
[[nodiscard]] bool allowsOn(const QList<model::Statement> &statements, model::Action action,
                            const model::User &person, QStringView field);
/// Forbidden when `other` gives a right that `holder` lacks.
[[nodiscard]] base::Result<> demandNoMoreRights(const QList<model::Statement> &holder,
                                                const QList<model::Statement> &other);
/// `manage` on `users`, all of them: what the last-admin rule is about.
[[nodiscard]] bool mayManageUsers(const QList<model::Statement> &statements);

/// What of these a key of that level opens.
[[nodiscard]] QList<model::Statement> withinLevel(QList<model::Statement> statements,
                                                  model::KeyLevel level);

/// RecentSignInRequired when the actor signed in more than 15 minutes ago.
[[nodiscard]] base::Result<> demandRecentSignIn(const Actor &actor, const QDateTime &now);

} // namespace authdesk::server::service
