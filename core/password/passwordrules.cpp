// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/password/passwordrules.h"

#include "core/base/passwordtext.h"
#include "core/password/guessing.h"

#include <algorithm>

namespace authdesk::password {

using namespace Qt::StringLiterals;
using base::FieldError;
using base::Secret;

namespace {

/// What somebody who guesses tries first: everything within two million tries, which takes in the
/// leaked passwords with the usual digit or year behind them.
constexpr double commonBits = 21;

bool isCommon(const Secret &password)
{
    const Guess guessed = guess(password, {});
    if (guessed.bits < commonBits)
        return true;
    return guessed.isSinglePart() && guessed.parts.first().kind != GuessKind::Plain
           && guessed.parts.first().kind != GuessKind::Date;
}

/// The words themselves and what punctuation splits them into ("alice", "example" of an e-mail).
QStringList contextParts(const QStringList &words)
{
    QStringList parts{u"authdesk"_s};
    for (const QString &word : words) {
        const QString folded = word.normalized(QString::NormalizationForm_KC).toCaseFolded();
        if (folded.size() >= 3)
            parts.append(folded);
        QString current;
        for (const QChar c : folded + u' ') {
            if (c.isLetterOrNumber()) {
                current += c;
                continue;
            }
            if (current.size() >= 4)
                parts.append(current);
            current.clear();
        }
    }
    // Longest first, so that taking one out leaves no crumbs of a longer one.
    std::stable_sort(parts.begin(), parts.end(), [](const QString &left, const QString &right) {
        return left.size() > right.size();
    });
    return parts;
}

/// A context word inside is no harm as long as enough is left without it.
bool isMadeOfContext(const QString &password, const QStringList &words)
{
    QString left = password.toCaseFolded();
    bool found = false;
    for (const QString &word : contextParts(words)) {
        found = found || left.contains(word);
        left.remove(word);
    }
    const bool tooLittleLeft = left.toUcs4().size() < PasswordRules::atLeast;
    base::wipe(left);
    return found && tooLittleLeft;
}

} // namespace

QLatin1StringView passwordPolicyName(PasswordPolicy policy)
{
    return policy == PasswordPolicy::Basic ? "basic"_L1 : "standard"_L1;
}

std::optional<PasswordPolicy> passwordPolicyFromName(QStringView name)
{
    if (name == "standard"_L1)
        return PasswordPolicy::Standard;
    if (name == "basic"_L1)
        return PasswordPolicy::Basic;
    return std::nullopt;
}

std::optional<FieldError> PasswordRules::check(const Secret &password,
                                               const QStringList &contextWords,
                                               const QString &field) const
{
    const Secret normalised = base::normalisedPassword(password);
    QString text = normalised.toString();
    const qsizetype length = text.toUcs4().size();
    std::optional<FieldError> error;
    if (length < atLeast)
        error =
            FieldError{field, u"too_short"_s,
                       u"The password needs at least %1 characters; 15 are better."_s.arg(atLeast)};
    else if (length > atMost || normalised.view().size() > atMostBytes)
        error = FieldError{
            field, u"too_long"_s,
            u"The password may have at most %1 characters and %2 bytes."_s.arg(atMost).arg(
                atMostBytes)};
    else if (m_policy == PasswordPolicy::Standard && isMadeOfContext(text, contextWords))
        error = FieldError{field, u"context"_s,
                           u"The password is little more than a name that is known here."_s};
    else if (m_policy == PasswordPolicy::Standard && isCommon(normalised))
        error =
            FieldError{field, u"common"_s, u"This is one of the passwords that are tried first."_s};
    base::wipe(text);
    return error;
}

} // namespace authdesk::password
