// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one form that a password has before it is judged, counted or hashed. Any thread.
#pragma once

#include "core/base/secret.h"

namespace authdesk::base {

/// NFKC (NIST SP 800-63B-4 §3.1.1.2); nothing else is changed, nothing is trimmed. Bytes that are
/// not UTF-8 stay as they are.
[[nodiscard]] Secret normalisedPassword(const Secret &password);

} // namespace authdesk::base
