// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/password/generator.h"

namespace authdesk::password {

base::Secret generatePassword(base::Random &random)
{
    constexpr QByteArrayView letters{"23456789abcdefghijkmnpqrstuvwxyz"};
    constexpr int groups = 5;
    constexpr int perGroup = 4;
    QByteArray text;
    text.reserve(groups * (perGroup + 1));
    for (int i = 0; i < groups * perGroup; ++i) {
        if (i > 0 && i % perGroup == 0)
            text += '-';
        text += letters[qsizetype(random.below(quint32(letters.size())))];
    }
    return base::Secret(std::move(text));
}

} // namespace authdesk::password
