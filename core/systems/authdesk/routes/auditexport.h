// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit as a file. Any thread; blocks. Inside this room only.
#pragma once

#include "core/server/service/auditservice.h"
#include "core/systems/authdesk/routes/laterpool.h"

#include <QtCore/QTemporaryFile>

namespace authdesk::systems::own::routes {

enum class ExportFormat { Csv, Json };

/// Everything that fits `query`, newest first, in a file that goes with the last who holds it.
/// Busy when `isWanted` says no meanwhile; FileFailed; errors of AuditService::readAll().
[[nodiscard]] base::Result<std::shared_ptr<QTemporaryFile>>
exportAudit(server::service::AuditService &audit, const server::service::Actor &actor,
            const server::service::AuditQuery &query, ExportFormat format,
            const LaterPool::Wanted &isWanted);

} // namespace authdesk::systems::own::routes
