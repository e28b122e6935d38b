// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `authdesk-server import FILE` and `export FILE`: people, without a console and without signing
// in, also beside a running server. Progress on standard error; what was done as JSON on standard
// output.
#pragma once

#include "app/server/command.h"

#include <QtCore/QStringList>

namespace authdesk::app {

/// `arguments`: what stands behind the word. Each call of at most 5,000 people is one transaction;
/// SIGINT and SIGTERM end it between two of them.
[[nodiscard]] ExitCode importPeople(const QStringList &arguments);
/// The file is there whole or not at all.
[[nodiscard]] ExitCode exportPeople(const QStringList &arguments);

} // namespace authdesk::app
