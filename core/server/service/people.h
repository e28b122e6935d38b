// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What several services do to a person's row. Inside this room only; the functions taking a
// Connection run inside Database::read() or write().
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/auditevent.h"
#include "core/server/service/caller.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

/// Neither disabled nor past its end; a lock does not count.
[[nodiscard]] bool isUsable(const store::UserRecord &record, const QDateTime &now);

[[nodiscard]] base::Result<store::UserRecord> findPerson(store::Connection &connection, qint64 id,
                                                         const QDateTime &now);
/// What the role says, with this person's attributes in place.
[[nodiscard]] QList<model::Statement> statementsOf(store::Connection &connection,
                                                   const model::User &user);
/// The rights that the actor has at this instant: what its token was good for may be over.
/// Unauthenticated when the person is gone or disabled.
[[nodiscard]] base::Result<QList<model::Statement>>
currentRights(store::Connection &connection, const Actor &actor, const QDateTime &now);

/// Forbidden, or Unauthenticated, unless the actor may manage users at this instant.
[[nodiscard]] base::Result<> demandManager(store::Connection &connection, const Actor &actor,
                                           const QDateTime &now);

/// LastAdmin when nobody else could manage users any more.
[[nodiscard]] base::Result<> demandAnotherAdmin(store::Connection &connection,
                                                const store::UserRecord &leaving,
                                                const QDateTime &now);

/// Sessions and unfinished sign-ins; how many sessions.
qint64 endSessions(store::Connection &connection, qint64 userId,
                   std::optional<qint64> except = std::nullopt);

/// Every API key, noted in the event where there were good ones.
void endKeys(store::Connection &connection, qint64 userId, const QDateTime &now,
             model::AuditEvent &event);

/// InvalidFields with the reason against a new password.
[[nodiscard]] base::Result<> checkNewPassword(Toolbox &tools, const base::Secret &password,
                                              const QStringList &names, const QString &field,
                                              const QString &serverName = {});
/// What may not be a password of this person.
[[nodiscard]] QStringList contextWords(const model::User &user);

/// Names the field of UsernameTaken and EmailTaken.
[[nodiscard]] base::Error withTakenField(base::Error error);

} // namespace authdesk::server::service
