// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The newest head of the audit chain that this server has seen, kept in the data folder beside the
// database, so that an audit whose end was cut off is noticed. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/server/service/auditservice.h"

namespace authdesk::server::host {

/// Id 0 where there is none yet; a damaged file counts as none and is told in the log.
[[nodiscard]] service::AuditHead readAuditHead(const QString &folder);
[[nodiscard]] base::Result<void> writeAuditHead(const QString &folder,
                                                const service::AuditHead &head);

} // namespace authdesk::server::host
