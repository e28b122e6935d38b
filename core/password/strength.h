// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a password would stand against somebody who guesses (zxcvbn). A hint for people while
// they type; what is refused is decided by PasswordRules. Any thread.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QStringList>

namespace authdesk::password {

/// What makes a password weak; the window translates it.
enum class Weakness { None, TooShort, Dictionary, Context, Keyboard, Repeats, Sequence, Date };

struct Strength
{
    int score = 0; ///< 0 (falls at once) to 4 (stands)
    Weakness weakness = Weakness::None;
    QString reason = {}; ///< one English sentence; empty for a score of 4

    bool operator==(const Strength &) const = default;
};

[[nodiscard]] Strength estimateStrength(const base::Secret &password,
                                        const QStringList &contextWords);

} // namespace authdesk::password
