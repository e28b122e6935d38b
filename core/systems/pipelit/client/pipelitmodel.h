// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Pipelit's people and keys are in the console's words. Plain values, any thread.
#pragma once

#include "core/gateway/usersgateway.h"
#include "core/model/apikey.h"
#include "core/systems/pipelit/messages/users.h"

namespace authdesk::systems::pipelit::client {

/// A person with what Pipelit tells: no e-mail, no status, no last sign-in. `version` is made of
/// what can be edited, so that somebody else's change is noticed.
[[nodiscard]] model::User userOf(const messages::Person &person);
/// The person in an answer. UnexpectedAnswer.
[[nodiscard]] base::Result<model::User> decodeUser(const QByteArray &body);
[[nodiscard]] model::ApiKey keyOf(const messages::Key &key, qint64 userId);
/// The only two: "admin" and, called "user" as everywhere in the console, normal.
[[nodiscard]] QList<model::Role> pipelitRoles();
[[nodiscard]] messages::Role roleOf(const QString &slug);

/// The stretch of `everyone` that a query asks for: Pipelit neither searches nor sorts.
[[nodiscard]] model::Page<model::User> pageOf(const QList<model::User> &everyone,
                                              const gateway::UserQuery &query);

} // namespace authdesk::systems::pipelit::client
