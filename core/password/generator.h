// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes passwords for people who do not want to think of one. Any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/secret.h"

namespace authdesk::password {

/// Twenty characters in five groups joined by dashes, without letters that look alike: 100 bits.
[[nodiscard]] base::Secret generatePassword(base::Random &random);

} // namespace authdesk::password
