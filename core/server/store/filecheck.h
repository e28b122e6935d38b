// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks at a database before it is opened for writing, and changes nothing. Only inside this
// room.
#pragma once

#include "core/base/result.h"
#include "core/server/store/databaseoptions.h"

#include <QtCore/QString>

namespace authdesk::server::store {

/// NotFound: no file, or an empty one. Else FolderNotWritable, DatabaseDamaged, DatabaseNewer.
[[nodiscard]] base::Result<void> checkFile(const QString &file);

/// The same for a database on a server; Busy where it cannot be reached.
[[nodiscard]] base::Result<void> checkServer(const DatabaseOptions &options);

/// Makes an empty file that only its owner can read. FolderNotWritable, DiskFull.
[[nodiscard]] base::Result<void> createFile(const QString &file);

} // namespace authdesk::server::store
