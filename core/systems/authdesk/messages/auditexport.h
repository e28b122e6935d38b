// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Audit events as lines of a table, for the export. Plain values, any thread.
#pragma once

#include "core/model/auditevent.h"

#include <QtCore/QStringList>

namespace authdesk::systems::own::messages {

/// The names of the columns, in the order of auditCells().
[[nodiscard]] QStringList auditColumns();
/// `changes` is JSON, as in the list; what is not there is empty.
[[nodiscard]] QStringList auditCells(const model::AuditEvent &event);

} // namespace authdesk::systems::own::messages
