// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/eventtexts.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;

namespace {

struct EventWords
{
    Q_DECLARE_TR_FUNCTIONS(EventTexts)
};

struct Action
{
    const char *name;
    const char *words;
};

constexpr std::array actions{
    Action{"sign_in", QT_TRANSLATE_NOOP("EventTexts", "Signed in")},
    Action{"sign_in.failed", QT_TRANSLATE_NOOP("EventTexts", "Sign-in refused")},
    Action{"sign_in.code_failed", QT_TRANSLATE_NOOP("EventTexts", "Wrong code at a sign-in")},
    Action{"sign_out", QT_TRANSLATE_NOOP("EventTexts", "Signed out")},
    Action{"user.created", QT_TRANSLATE_NOOP("EventTexts", "Person added")},
    Action{"user.updated", QT_TRANSLATE_NOOP("EventTexts", "Person changed")},
    Action{"user.deleted", QT_TRANSLATE_NOOP("EventTexts", "Person deleted")},
    Action{"user.password_reset", QT_TRANSLATE_NOOP("EventTexts", "Password reset")},
    Action{"user.password_set", QT_TRANSLATE_NOOP("EventTexts", "Password given to a person")},
    Action{"user.password_imported",
           QT_TRANSLATE_NOOP("EventTexts", "Password taken over from a file")},
    Action{"user.mfa_reset", QT_TRANSLATE_NOOP("EventTexts", "Second factor reset")},
    Action{"user.unlocked", QT_TRANSLATE_NOOP("EventTexts", "Person unlocked")},
    Action{"user.sessions_ended", QT_TRANSLATE_NOOP("EventTexts", "Sessions of a person ended")},
    Action{"users.imported", QT_TRANSLATE_NOOP("EventTexts", "People imported")},
    Action{"users.exported", QT_TRANSLATE_NOOP("EventTexts", "People exported")},
    Action{"session.ended", QT_TRANSLATE_NOOP("EventTexts", "Session ended")},
    Action{"session.others_ended", QT_TRANSLATE_NOOP("EventTexts", "Own other sessions ended")},
    Action{"session.reuse_detected",
           QT_TRANSLATE_NOOP("EventTexts", "Session ended, an old token came back")},
    Action{"key.created", QT_TRANSLATE_NOOP("EventTexts", "API key made")},
    Action{"key.revoked", QT_TRANSLATE_NOOP("EventTexts", "API key revoked")},
    Action{"role.created", QT_TRANSLATE_NOOP("EventTexts", "Role made")},
    Action{"role.updated", QT_TRANSLATE_NOOP("EventTexts", "Role changed")},
    Action{"role.deleted", QT_TRANSLATE_NOOP("EventTexts", "Role deleted")},
    Action{"tier.created", QT_TRANSLATE_NOOP("EventTexts", "Tier made")},
    Action{"tier.updated", QT_TRANSLATE_NOOP("EventTexts", "Tier changed")},
    Action{"tier.deleted", QT_TRANSLATE_NOOP("EventTexts", "Tier deleted")},
    Action{"mfa.started", QT_TRANSLATE_NOOP("EventTexts", "Second factor begun")},
    Action{"mfa.enabled", QT_TRANSLATE_NOOP("EventTexts", "Second factor turned on")},
    Action{"mfa.disabled", QT_TRANSLATE_NOOP("EventTexts", "Second factor turned off")},
    Action{"mfa.code_failed", QT_TRANSLATE_NOOP("EventTexts", "Wrong code for the second factor")},
    Action{"mfa.recovery_codes_renewed", QT_TRANSLATE_NOOP("EventTexts", "Recovery codes renewed")},
    Action{"mfa.reset_on_this_computer",
           QT_TRANSLATE_NOOP("EventTexts", "Second factor reset on the server's computer")},
    Action{"account.updated", QT_TRANSLATE_NOOP("EventTexts", "Own profile changed")},
    Action{"password.changed", QT_TRANSLATE_NOOP("EventTexts", "Own password changed")},
    Action{"settings.updated", QT_TRANSLATE_NOOP("EventTexts", "Settings changed")},
    Action{"setup.completed", QT_TRANSLATE_NOOP("EventTexts", "Server set up")},
};

QString actionText(const QString &name)
{
    const auto known = std::ranges::find_if(
        actions, [&name](const Action &action) { return name == QLatin1StringView(action.name); });
    // A newer server may do more than is known here.
    return known == actions.end() ? name : EventWords::tr(known->words);
}

} // namespace

QString eventText(const model::AuditEvent &event)
{
    const QString what = actionText(event.action);
    const bool isAboutOthers = !event.targetName.isEmpty() && event.targetName != event.actorName;
    if (isAboutOthers && !event.actorName.isEmpty()) {
        //: What was done, to whom, by whom
        return EventWords::tr("%1: %2, by %3").arg(what, event.targetName, event.actorName);
    }
    const QString who = event.targetName.isEmpty() ? event.actorName : event.targetName;
    if (who.isEmpty())
        return what;
    if (event.address.isEmpty()) {
        //: What was done, by or to whom
        return EventWords::tr("%1: %2").arg(what, who);
    }
    //: What was done, by or to whom, from which address
    return EventWords::tr("%1: %2, from %3").arg(what, who, event.address);
}

} // namespace authdesk::ui::pages::overview
