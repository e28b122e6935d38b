// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/personsearch.h"

namespace authdesk::server::store {

namespace {

constexpr qsizetype lettersOfASearch = 3; ///< less are a beginning
constexpr qsizetype longestPersonSearch = 512;

} // namespace

bool canBeFound(const QString &folded)
{
    // No name holds a NUL or half a surrogate, and SQLite's search would end the text there.
    return !folded.contains(QChar::Null) && folded.isValidUtf16()
           && folded.size() <= longestPersonSearch;
}

PersonSearch searchForPeople(const Engine &engine, const QString &folded)
{
    PersonSearch search{.text = "SELECT hit FROM (", .values = {}};
    if (folded.toUcs4().size() >= lettersOfASearch) {
        search.text += engine.words().search;
        search.values << engine.searchPattern(folded);
    } else {
        const QString behind = folded + QString::fromUcs4(U"\U0010ffff", 1);
        search.text += "SELECT id AS hit FROM users WHERE name_sort >= ? AND name_sort < ? "
                       "UNION SELECT id FROM users WHERE username_folded >= ? AND "
                       "username_folded < ? "
                       "UNION SELECT id FROM users WHERE email_sort >= ? AND email_sort < ?";
        for (int i = 0; i < 3; ++i)
            search.values << folded << behind;
    }
    search.text += ") AS hits";
    return search;
}

} // namespace authdesk::server::store
