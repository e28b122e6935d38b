// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `authdesk-server serve`: runs until it is told to end.
#pragma once

#include "app/server/command.h"

#include <QtCore/QStringList>

namespace authdesk::app {

/// `arguments`: what stands behind the word `serve`.
[[nodiscard]] ExitCode serve(const QStringList &arguments);

} // namespace authdesk::app
