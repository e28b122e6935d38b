// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenArchiver refuses, as a console reads it. Plain values, any thread.
#pragma once

#include "core/base/error.h"

namespace authdesk::systems::openarchiver::messages {

/// The error in an answer with a status of 400 or above; its own service answers some mistakes
/// with a page of HTML, which says nothing but the status.
[[nodiscard]] base::Error decodeError(int status, const QByteArray &body,
                                      int retryAfterSeconds = 0);
/// Whether a 401 is about the token or key, and not about a password or a code.
[[nodiscard]] bool refusesToken(int status, const QByteArray &body);

} // namespace authdesk::systems::openarchiver::messages
