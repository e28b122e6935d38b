// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/password/strength.h"

#include "core/base/passwordtext.h"
#include "core/password/guessing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace authdesk::password {

using namespace Qt::StringLiterals;

namespace {

/// zxcvbn's own steps: 10^3, 10^6, 10^8 and 10^10 guesses.
int scoreOf(double bits)
{
    static const std::array steps{std::log2(1e3), std::log2(1e6), std::log2(1e8), std::log2(1e10)};
    return int(
        std::count_if(steps.begin(), steps.end(), [bits](double step) { return bits >= step; }));
}

Weakness weaknessOf(const Guess &guess)
{
    // The longest part that somebody would guess is what to tell people about.
    const GuessedPart *worst = nullptr;
    for (const GuessedPart &part : guess.parts) {
        if (part.kind != GuessKind::Plain && (!worst || part.length > worst->length))
            worst = &part;
    }
    switch (worst ? worst->kind : GuessKind::Plain) {
    case GuessKind::Dictionary:
        return Weakness::Dictionary;
    case GuessKind::Context:
        return Weakness::Context;
    case GuessKind::Keyboard:
        return Weakness::Keyboard;
    case GuessKind::Repeats:
        return Weakness::Repeats;
    case GuessKind::Sequence:
        return Weakness::Sequence;
    case GuessKind::Date:
        return Weakness::Date;
    case GuessKind::Plain:
        break;
    }
    return Weakness::TooShort;
}

QString reasonFor(Weakness weakness)
{
    switch (weakness) {
    case Weakness::None:
        return {};
    case Weakness::TooShort:
        return u"Longer is stronger: several words make a good password."_s;
    case Weakness::Dictionary:
        return u"A word or a password that many people use is quickly guessed."_s;
    case Weakness::Context:
        return u"Names that belong to you or to this server are guessed first."_s;
    case Weakness::Keyboard:
        return u"Keys that lie side by side are quickly guessed."_s;
    case Weakness::Repeats:
        return u"Repetition adds little."_s;
    case Weakness::Sequence:
        return u"Sequences like abcd or 4321 are quickly guessed."_s;
    case Weakness::Date:
        return u"Dates and years are quickly guessed."_s;
    }
    return {};
}

} // namespace

Strength estimateStrength(const base::Secret &password, const QStringList &contextWords)
{
    if (password.isEmpty())
        return {
            .score = 0, .weakness = Weakness::TooShort, .reason = reasonFor(Weakness::TooShort)};
    const Guess guessed = guess(base::normalisedPassword(password), contextWords);
    Strength strength{.score = scoreOf(guessed.bits)};
    if (strength.score < 4) {
        strength.weakness = weaknessOf(guessed);
        strength.reason = reasonFor(strength.weakness);
    }
    return strength;
}

} // namespace authdesk::password
