// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/usernameproposal.h"

namespace authdesk::ui::pages::users {

namespace {

QString plain(const QString &name)
{
    QString result;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar character : decomposed) {
        if (character.isLetterOrNumber())
            result.append(character);
    }
    return result.normalized(QString::NormalizationForm_C);
}

} // namespace

QString proposeUsername(const QString &firstName, const QString &lastName)
{
    const QString first = plain(firstName);
    const QString last = plain(lastName);
    if (first.isEmpty() || last.isEmpty())
        return first + last;
    return first + u'.' + last;
}

} // namespace authdesk::ui::pages::users
