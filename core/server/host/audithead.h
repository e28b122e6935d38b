// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The newest head of the audit chain that this server has seen, kept in the data folder beside the
// database, so that an audit whose end was cut off is noticed. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/server/service/auditservice.h"
#include "core/server/store/database.h"

namespace authdesk::server::host {

/// Id 0 where there is none yet; a damaged file counts as none and is told in the log.
[[nodiscard]] service::AuditHead readAuditHead(const QString &folder);
[[nodiscard]] base::Result<void> writeAuditHead(const QString &folder,
                                                const service::AuditHead &head);

/// Whether the database still has that event with that seal; true for id 0. False: its end was cut
/// off, or an older copy was put in its place. Also false where the database does not answer.
[[nodiscard]] bool holdsAuditHead(store::Database &database, const service::AuditHead &head);

} // namespace authdesk::server::host
