// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/persontexts.h"

#include "ui/pages/users/usercolumns.h"

#include <QtCore/QCoreApplication>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using Texts = widgets::ConfirmDialog::Texts;

namespace {

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(PersonTexts)
};

QString factorLine(const model::User &user)
{
    return Words::tr("The second factor (%1)").arg(secondFactorWords(user));
}

Texts deleteTexts(const model::User &user)
{
    const QString name = user.displayName();
    Texts texts{.title = Words::tr("Delete %1").arg(name),
                .question = Words::tr("Delete %1?").arg(name),
                .what = Words::tr("The audit keeps the name, and the username is free again."),
                .goes = {Words::tr("The account “%1”").arg(user.username)},
                .verb = Words::tr("Delete %1").arg(name)};
    if (user.email && *user.email != user.username)
        texts.goes.append(Words::tr("The e-mail address %1").arg(*user.email));
    texts.goes.append(Words::tr("Every session, at once"));
    if (user.mfaEnabled) {
        texts.goes.append(factorLine(user));
        texts.goes.append(Words::tr("The recovery codes"));
    }
    return texts;
}

Texts secondFactorTexts(const model::User &user)
{
    const QString name = user.displayName();
    Texts texts{.title = Words::tr("Lost phone of %1").arg(name),
                .question = Words::tr("Reset the second factor of %1?").arg(name),
                .what =
                    Words::tr("Make sure that it is really %1 who asks. You get a one-time code to "
                              "hand over; it is needed beside the password and leads straight to a "
                              "new second factor.")
                        .arg(name),
                .goes = {},
                .verb = Words::tr("Reset second factor")};
    if (user.mfaEnabled)
        texts.goes = {factorLine(user), Words::tr("The recovery codes")};
    texts.goes.append(Words::tr("Every session, at once"));
    return texts;
}

} // namespace

QString actionLabel(PersonAction action, const gateway::AccountTraits &traits)
{
    if (action == PersonAction::Disable && !traits.hasStatus)
        //: Takes every way in from a person
        return Words::tr("Block…");
    if (action == PersonAction::EndSessions && !traits.hasSessions)
        return Words::tr("Revoke all keys…");
    if (action == PersonAction::ResetPassword && !traits.passwordsAreOneTime)
        return Words::tr("New password…");
    switch (action) {
    case PersonAction::Disable:
        return Words::tr("Disable…");
    case PersonAction::Enable:
        return Words::tr("Enable…");
    case PersonAction::ResetPassword:
        return Words::tr("Reset password…");
    case PersonAction::ResetSecondFactor:
        return Words::tr("Lost phone…");
    case PersonAction::Unlock:
        return Words::tr("Unlock…");
    case PersonAction::EndSessions:
        return Words::tr("End sessions…");
    case PersonAction::Delete:
        return Words::tr("Delete…");
    }
    Q_UNREACHABLE();
}

/// Where accounts are unlike ours; a title that is empty: as everywhere.
static Texts otherTextsOf(PersonAction action, const model::User &user,
                          const gateway::AccountTraits &traits)
{
    const QString name = user.displayName();
    if (action == PersonAction::Disable && !traits.hasStatus) {
        return {.title = Words::tr("Block %1").arg(name),
                .question = Words::tr("Block %1?").arg(name),
                .what = Words::tr("%1 loses every way in. There is no switch to take that back: "
                                  "only a new password, which you hand over, lets %1 in again.")
                            .arg(name),
                .goes = {Words::tr("The role, if it is more than normal"),
                         Words::tr("The present password"), Words::tr("Every key, at once")},
                .verb = Words::tr("Block %1").arg(name)};
    }
    if (action == PersonAction::EndSessions && !traits.hasSessions) {
        return {.title = Words::tr("Revoke the keys of %1").arg(name),
                .question = Words::tr("Revoke every key of %1?").arg(name),
                .what = Words::tr("%1 is signed out everywhere and can sign in again with the "
                                  "password. Programs that use a key stop working.")
                            .arg(name),
                .goes = {Words::tr("Every key, at once")},
                .verb = Words::tr("Revoke all keys")};
    }
    if (action == PersonAction::ResetPassword && !traits.passwordsAreOneTime) {
        return {.title = Words::tr("A new password for %1").arg(name),
                .question = Words::tr("Give %1 a new password?").arg(name),
                .what = Words::tr("You get a password to hand over. It stays good until somebody "
                                  "changes it, because this server knows no one-time passwords.")
                            .arg(name),
                .goes = {Words::tr("The present password"), Words::tr("Every key, at once")},
                .verb = Words::tr("Give a new password")};
    }
    return {};
}

static Texts textsOf(PersonAction action, const model::User &user)
{
    const QString name = user.displayName();
    switch (action) {
    case PersonAction::Disable:
        return {.title = Words::tr("Disable %1").arg(name),
                .question = Words::tr("Disable %1?").arg(name),
                .what = Words::tr("%1 can no longer sign in. Profile, password and second factor "
                                  "stay, and you can enable the account again at any time.")
                            .arg(name),
                .goes = {Words::tr("Every session, at once")},
                .verb = Words::tr("Disable %1").arg(name)};
    case PersonAction::Enable:
        return {.title = Words::tr("Enable %1").arg(name),
                .question = Words::tr("Enable %1?").arg(name),
                .what = Words::tr("%1 can sign in again with the same password and second factor.")
                            .arg(name),
                .goes = {},
                .verb = Words::tr("Enable %1").arg(name),
                .harm = false};
    case PersonAction::ResetPassword:
        return {.title = Words::tr("Reset the password of %1").arg(name),
                .question = Words::tr("Reset the password of %1?").arg(name),
                .what = Words::tr("You get a one-time password to hand over. With it %1 signs in "
                                  "once and chooses a new password.")
                            .arg(name),
                .goes = {Words::tr("The present password"), Words::tr("Every session, at once")},
                .verb = Words::tr("Reset password")};
    case PersonAction::ResetSecondFactor:
        return secondFactorTexts(user);
    case PersonAction::Unlock:
        return {
            .title = Words::tr("Unlock %1").arg(name),
            .question = Words::tr("Unlock %1?").arg(name),
            .what =
                Words::tr("The wrong tries are forgotten, and %1 can try again at once.").arg(name),
            .goes = {},
            .verb = Words::tr("Unlock %1").arg(name),
            .harm = false};
    case PersonAction::EndSessions:
        return {.title = Words::tr("End the sessions of %1").arg(name),
                .question = Words::tr("End every session of %1?").arg(name),
                .what = Words::tr("%1 is signed out everywhere and can sign in again.").arg(name),
                .goes = {Words::tr("Every session, at once")},
                .verb = Words::tr("End sessions")};
    case PersonAction::Delete:
        return deleteTexts(user);
    }
    Q_UNREACHABLE();
}

Texts confirmTexts(PersonAction action, const model::User &user,
                   const gateway::AccountTraits &traits)
{
    Texts texts = otherTextsOf(action, user, traits);
    if (texts.title.isEmpty())
        texts = textsOf(action, user);
    if (!isUndoable(action, traits))
        texts.what = Words::tr("This cannot be undone.") + u' ' + texts.what;
    if (!texts.goes.isEmpty())
        texts.what += u"\n\n"_s + Words::tr("What goes:");
    return texts;
}

QString recognitionQuestion(const model::User &user)
{
    return Words::tr("How did you recognise %1? (kept in the audit)").arg(user.displayName());
}

bool isUndoable(PersonAction action, const gateway::AccountTraits &traits)
{
    switch (action) {
    case PersonAction::Disable:
    case PersonAction::Enable:
        return traits.hasStatus;
    case PersonAction::ResetPassword:
    case PersonAction::ResetSecondFactor:
    case PersonAction::Unlock:
    case PersonAction::EndSessions:
    case PersonAction::Delete:
        return false;
    }
    Q_UNREACHABLE();
}

QString changeSentence(const model::User &before, const model::User &after,
                       const QString &serverName)
{
    const bool was = before.status == model::UserStatus::Disabled;
    const bool is = after.status == model::UserStatus::Disabled;
    if (was != is)
        return doneSentence(is ? PersonAction::Disable : PersonAction::Enable, after, serverName);
    return Words::tr("%1 is saved on %2.").arg(after.displayName(), serverName);
}

QString doneSentence(PersonAction action, const model::User &user, const QString &serverName,
                     const gateway::AccountTraits &traits)
{
    const QString name = user.displayName();
    if (action == PersonAction::Disable && !traits.hasStatus)
        return Words::tr("%1 is blocked on %2.").arg(name, serverName);
    if (action == PersonAction::ResetPassword && !traits.passwordsAreOneTime)
        return Words::tr("%1 has a new password.").arg(name);
    switch (action) {
    case PersonAction::Disable:
        return Words::tr("%1 is disabled on %2.").arg(name, serverName);
    case PersonAction::Enable:
        return Words::tr("%1 is enabled on %2.").arg(name, serverName);
    case PersonAction::ResetPassword:
        return Words::tr("The password of %1 is reset.").arg(name);
    case PersonAction::ResetSecondFactor:
        return Words::tr("The second factor of %1 is reset.").arg(name);
    case PersonAction::Unlock:
        return Words::tr("%1 is unlocked.").arg(name);
    case PersonAction::EndSessions:
        return Words::tr("%1 is signed out everywhere.").arg(name);
    case PersonAction::Delete:
        return Words::tr("%1 is deleted.").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::ui::pages::users
