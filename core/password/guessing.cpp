// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/password/guessing.h"

#include <zxcvbn.h>

#include <vector>

namespace authdesk::password {

namespace {

GuessKind kindOf(int type)
{
    switch (type & ~int(MULTIPLE_MATCH)) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
        return GuessKind::Dictionary;
    case USER_MATCH:
    case USER_LEET_MATCH:
        return GuessKind::Context;
    case REPEATS_MATCH:
        return GuessKind::Repeats;
    case SEQUENCE_MATCH:
        return GuessKind::Sequence;
    case SPATIAL_MATCH:
        return GuessKind::Keyboard;
    case DATE_MATCH:
    case YEAR_MATCH:
        return GuessKind::Date;
    default:
        return GuessKind::Plain;
    }
}

} // namespace

Guess guess(const base::Secret &text, const QStringList &contextWords)
{
    QByteArrayList words;
    for (const QString &word : contextWords) {
        if (!word.isEmpty())
            words.append(word.toLower().toUtf8());
    }
    std::vector<const char *> dictionary;
    for (const QByteArray &word : words)
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);

    // zxcvbn reads up to a NUL.
    QByteArray terminated = text.view().toByteArray();
    ZxcMatch_t *matches = nullptr;
    Guess result;
    result.bits = ZxcvbnMatch(terminated.constData(), dictionary.data(), &matches);
    for (const ZxcMatch_t *match = matches; match; match = match->Next)
        result.parts.append(
            {.kind = kindOf(int(match->Type)), .length = match->Length, .bits = match->Entrpy});
    ZxcvbnFreeInfo(matches);
    base::wipe(terminated);
    return result;
}

} // namespace authdesk::password
