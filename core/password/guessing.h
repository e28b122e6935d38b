// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What zxcvbn says about a text: the one place that calls it. Its dictionaries (47,000 leaked
// passwords, English words and names) are compiled into the library.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

namespace authdesk::password {

enum class GuessKind { Plain, Dictionary, Context, Keyboard, Repeats, Sequence, Date };

struct GuessedPart
{
    GuessKind kind = GuessKind::Plain;
    int length = 0;  ///< bytes
    double bits = 0; ///< how hard this part is to guess
};

struct Guess
{
    double bits = 0; ///< how hard the whole is to guess
    QList<GuessedPart> parts;
    /// One part covers the whole text.
    [[nodiscard]] bool isSinglePart() const { return parts.size() == 1; }
};

/// Any thread. Looks at the first 100 bytes; what is longer counts as hard to guess.
[[nodiscard]] Guess guess(const base::Secret &text, const QStringList &contextWords);

} // namespace authdesk::password
