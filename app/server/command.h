// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server's commands have in common: one line on standard output, one on standard error,
// and an exit code.
#pragma once

#include "core/base/result.h"
#include "core/server/config/configuration.h"

namespace authdesk::app {

enum class ExitCode { Ok = 0, Failed = 1, Usage = 2 };

/// Writes `text` and a line feed, at once.
void printLine(const QByteArray &text);
/// Writes "authdesk-server: …" with every field that was wrong, in one line.
void printError(const base::Error &error);

/// Command line and everything else that was given from outside; the error is for printError().
[[nodiscard]] base::Result<server::config::Configuration>
readConfiguration(const server::config::CommandLine &line);

} // namespace authdesk::app
