// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `authdesk-server move-database --to URL`: everything a server keeps into another database.
#pragma once

#include "app/server/command.h"

#include <QtCore/QStringList>

namespace authdesk::app {

/// `arguments`: what stands behind the word `move-database`.
[[nodiscard]] ExitCode moveDatabase(const QStringList &arguments);

} // namespace authdesk::app
