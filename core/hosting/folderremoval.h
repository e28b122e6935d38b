// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deletes the folder of a server that is not wanted any more. Any thread, blocks on the disk.
#pragma once

#include "core/base/result.h"

namespace authdesk::hosting {

/// Deletes the folder with all that is in it, as much of it as can be; links are not followed. One
/// that is not there is fine. FileFailed: something is left; the message names the first entry that
/// could not be deleted and the system's reason.
[[nodiscard]] base::Result<void> removeFolder(const QString &folder);

} // namespace authdesk::hosting
