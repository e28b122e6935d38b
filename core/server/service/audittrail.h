// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes audit rows inside the transaction of what they tell, linked to the chain. Inside this room
// only. The functions taking a Connection run inside Database::write().
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/model/user.h"
#include "core/server/service/caller.h"

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

/// An event of this caller, "ok", by nobody and about nobody.
[[nodiscard]] model::AuditEvent auditEvent(const QString &action, const Caller &caller);
/// The same, done by the actor.
[[nodiscard]] model::AuditEvent auditEvent(const QString &action, const Caller &caller,
                                           const Actor &actor);
void setTarget(model::AuditEvent &event, const model::User &user);
/// By the person about itself: sign-in, own account.
void setSelf(model::AuditEvent &event, const model::User &user);
/// Notes old → new; the values are never secrets.
void addChange(model::AuditEvent &event, const QString &field, const QJsonValue &old,
               const QJsonValue &now);

[[nodiscard]] base::Result<> recordAudit(store::Connection &connection, Toolbox &tools,
                                         model::AuditEvent event);
/// Seals every row that was written without the key; how many. Does nothing without the key.
[[nodiscard]] base::Result<int> sealOutstandingRows(store::Connection &connection, Toolbox &tools);
/// The bytes that a row's seal covers: every field with its length before it.
[[nodiscard]] QByteArray canonicalRow(const model::AuditEvent &event);

} // namespace authdesk::server::service
