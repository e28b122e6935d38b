// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/manytexts.h"

#include <QtCore/QCoreApplication>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using model::BulkAction;

namespace {

struct ManyWords
{
    Q_DECLARE_TR_FUNCTIONS(ManyTexts)
};

QString verb(BulkAction action, int count)
{
    switch (action) {
    case BulkAction::Disable:
        return ManyWords::tr("Disable %Ln people", nullptr, count);
    case BulkAction::Enable:
        return ManyWords::tr("Enable %Ln people", nullptr, count);
    case BulkAction::Delete:
        return ManyWords::tr("Delete %Ln people", nullptr, count);
    case BulkAction::SetRole:
        return ManyWords::tr("Give %Ln people another role", nullptr, count);
    case BulkAction::Unlock:
        return ManyWords::tr("Unlock %Ln people", nullptr, count);
    case BulkAction::RevokeSessions:
        return ManyWords::tr("Sign %Ln people out", nullptr, count);
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    return {};
}

QString consequence(BulkAction action, const QString &roleName)
{
    switch (action) {
    case BulkAction::Disable:
        return ManyWords::tr(
            "They are signed out everywhere and cannot sign in until somebody enables "
            "them.");
    case BulkAction::Enable:
        return ManyWords::tr("They can sign in again. The sessions that had ended stay ended.");
    case BulkAction::Delete:
        return ManyWords::tr("Their accounts, second factors, keys and sessions "
                             "go. The audit keeps their names.");
    case BulkAction::SetRole:
        return ManyWords::tr("Each of them has the role “%1” then, and is signed out everywhere.")
            .arg(roleName);
    case BulkAction::Unlock:
        return ManyWords::tr("They can try to sign in again at once.");
    case BulkAction::RevokeSessions:
        return ManyWords::tr("They are signed out everywhere and can sign in again with what they "
                             "know.");
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    return {};
}

} // namespace

QString manyLabel(BulkAction action)
{
    switch (action) {
    case BulkAction::Disable:
        return ManyWords::tr("Disable…");
    case BulkAction::Enable:
        return ManyWords::tr("Enable…");
    case BulkAction::Delete:
        return ManyWords::tr("Delete…");
    case BulkAction::SetRole:
        return ManyWords::tr("Role");
    case BulkAction::Unlock:
        return ManyWords::tr("Unlock…");
    case BulkAction::RevokeSessions:
        return ManyWords::tr("End sessions…");
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    return {};
}

widgets::ConfirmDialog::Texts manyQuestion(BulkAction action, const ManyPeople &people,
                                           const QString &roleName, const QString &serverName)
{
    const QString text = verb(action, int(people.meant.size()));
    QStringList what;
    if (!canGoBack(action, people.meant.size()))
        what.append(ManyWords::tr("This cannot be undone."));
    what.append(consequence(action, roleName));
    if (people.leavesMeOut)
        what.append(ManyWords::tr("You are selected too, and are left out."));
    if (people.mightier > 0)
        what.append(ManyWords::tr("%Ln people hold rights that you lack, and are left out.",
                                  nullptr, int(people.mightier)));
    return {.title = text,
            .question = ManyWords::tr("%1 on %2?").arg(text, serverName),
            .what = what.join(u' '),
            .goes = {},
            .verb = text,
            .harm = action != BulkAction::Enable && action != BulkAction::Unlock};
}

QString manyProgressTitle(BulkAction action)
{
    switch (action) {
    case BulkAction::Disable:
        return ManyWords::tr("People are disabled");
    case BulkAction::Enable:
        return ManyWords::tr("People are enabled");
    case BulkAction::Delete:
        return ManyWords::tr("People are deleted");
    case BulkAction::SetRole:
        return ManyWords::tr("People get another role");
    case BulkAction::Unlock:
        return ManyWords::tr("People are unlocked");
    case BulkAction::RevokeSessions:
        return ManyWords::tr("People are signed out");
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    return {};
}

QString manyDone(BulkAction action, qsizetype count, const QString &serverName)
{
    const int people = int(count);
    switch (action) {
    case BulkAction::Disable:
        return ManyWords::tr("%Ln people are disabled on %1.", nullptr, people).arg(serverName);
    case BulkAction::Enable:
        return ManyWords::tr("%Ln people are enabled on %1.", nullptr, people).arg(serverName);
    case BulkAction::Delete:
        return ManyWords::tr("%Ln people are deleted on %1.", nullptr, people).arg(serverName);
    case BulkAction::SetRole:
        return ManyWords::tr("%Ln people have another role on %1.", nullptr, people)
            .arg(serverName);
    case BulkAction::Unlock:
        return ManyWords::tr("%Ln people are unlocked on %1.", nullptr, people).arg(serverName);
    case BulkAction::RevokeSessions:
        return ManyWords::tr("%Ln people are signed out of %1.", nullptr, people).arg(serverName);
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    return {};
}

} // namespace authdesk::ui::pages::users
