// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every English sentence that an answer of /admin/v1 may hold, as the sources say it, with %1 and
// %2 where a value stands. Whoever says a new one there adds it here; the test `server_texts` finds
// those that are missing and those that nobody says any more. Any thread.
#pragma once

#include <span>

namespace authdesk::server::text {

/// What the translations know the messages by.
inline constexpr char messageContext[] = "ServerText";

/// In UTF-8, each once.
[[nodiscard]] std::span<const char *const> messages();

} // namespace authdesk::server::text
