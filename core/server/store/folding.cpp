// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/folding.h"

#include <algorithm>

namespace authdesk::server::store {

namespace {

/// Full case folding: Qt folds letter by letter only, and leaves those that fold to several ("ß" to
/// "ss"). They are the ones whose capital form is several letters.
QString fullyFolded(const QString &text)
{
    const QString simple = text.toCaseFolded();
    QString full;
    full.reserve(simple.size());
    for (const uint point : simple.toUcs4()) {
        const char32_t letter = point;
        const QString single = QString::fromUcs4(&letter, 1);
        const QString capital = single.toUpper();
        full += capital.toUcs4().size() > 1 ? capital.toCaseFolded() : single;
    }
    return full;
}

} // namespace

QString folded(const QString &text)
{
    // Almost every name and address: nothing to compose, and one letter folds to one.
    if (std::ranges::all_of(text, [](QChar letter) { return letter.unicode() < 0x80; }))
        return text.toLower();
    // Folding can leave a text that is not composed; the second pass makes the result stable.
    return fullyFolded(text.normalized(QString::NormalizationForm_KC))
        .normalized(QString::NormalizationForm_KC);
}

} // namespace authdesk::server::store
