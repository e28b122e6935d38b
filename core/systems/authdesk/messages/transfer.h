// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came of an import, on our own API: {dry_run, created, updated, unchanged, refused,
// ignored_columns, rows: [{row, result, id, username, changes?, password_kept?, error?}]}. Plain
// values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/importreport.h"

namespace authdesk::systems::own::messages {

[[nodiscard]] QJsonObject encode(const model::ImportReport &report);
[[nodiscard]] base::Result<model::ImportReport> decodeImportReport(const QByteArray &body);

} // namespace authdesk::systems::own::messages
