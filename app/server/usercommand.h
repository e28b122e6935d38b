// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `authdesk-server user …`: people, without a console and without signing in. Prints JSON.
#pragma once

#include "app/server/command.h"

#include <QtCore/QStringList>

namespace authdesk::app {

/// `arguments`: what stands behind the word `user`.
[[nodiscard]] ExitCode manageUsers(const QStringList &arguments);

} // namespace authdesk::app
