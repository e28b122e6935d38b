// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done to a person's account, whoever asks: an admin over an API or the owner of the
// data folder. Inside this room only; all but prepare…() run inside Database::write().
#pragma once

#include "core/base/secret.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/outcome.h"
#include "core/server/service/userservice.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::service {

inline constexpr int oneTimePasswordHours = 72;
inline constexpr int oneTimeCodeMinutes = 60;

/// A secret with the hash that is stored of it.
struct PreparedSecret
{
    base::Secret secret;
    QByteArray hash;
};

/// Block on hashing. Busy.
[[nodiscard]] base::Result<PreparedSecret> preparePassword(Toolbox &tools,
                                                           const base::Secret &password);
[[nodiscard]] base::Result<PreparedSecret> prepareOneTimePassword(Toolbox &tools);
[[nodiscard]] base::Result<PreparedSecret> prepareOneTimeCode(Toolbox &tools);

/// The statements whose rights nobody may exceed; null: the owner of the folder, who may all.
using Rights = QList<model::Statement>;

/// Checks the fields, fills in the username; InvalidFields with every problem.
[[nodiscard]] base::Result<NewUser> checkedNewUser(Toolbox &tools, NewUser wanted);
/// UsernameTaken, EmailTaken, InvalidFields (role), Forbidden.
[[nodiscard]] base::Result<model::User> createPerson(store::Connection &connection, Toolbox &tools,
                                                     const NewUser &wanted,
                                                     const PreparedSecret &password,
                                                     const Rights *rights, model::AuditEvent event);
/// `endsSessions` tells whether the person's tokens were ended.
struct Edited
{
    model::User user;
    bool changed = false;
    bool endsSessions = false;
    QJsonObject changes = {}; ///< old → new
};
/// Applies what differs; the same user again when nothing does.
[[nodiscard]] base::Result<Edited> editPerson(store::Connection &connection, Toolbox &tools,
                                              const store::UserRecord &person,
                                              const UserChange &change, const Rights *rights,
                                              model::AuditEvent event);
[[nodiscard]] base::Result<OneTimeSecret>
handOutPassword(store::Connection &connection, Toolbox &tools, const store::UserRecord &person,
                const PreparedSecret &password, model::AuditEvent event);
[[nodiscard]] base::Result<OneTimeSecret> handOutCode(store::Connection &connection, Toolbox &tools,
                                                      const store::UserRecord &person,
                                                      const PreparedSecret &code,
                                                      model::AuditEvent event);
[[nodiscard]] base::Result<model::User> unlockPerson(store::Connection &connection, Toolbox &tools,
                                                     const store::UserRecord &person,
                                                     model::AuditEvent event);

} // namespace authdesk::server::service
