// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as sentences for people: the one place that words error codes. Where a client
// knows more (which host, what the certificate lacks, how long to wait), its own sentence is told.
#pragma once

#include "core/base/error.h"

#include <QtCore/QDateTime>

#include <optional>

namespace authdesk::ui::widgets {

[[nodiscard]] QString errorText(const base::Error &error);

/// A code of an app that was not accepted while it was being set up: mostly a clock is wrong, so
/// the server's is told where it is known.
[[nodiscard]] QString wrongCodeText(const std::optional<QDateTime> &serverTime);

} // namespace authdesk::ui::widgets
