// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/handover.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

class HandoverWords final
{
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

QString whatToDo(const Handover &handover)
{
    if (handover.kind == Handover::Kind::LastingPassword)
        return HandoverWords::tr("It stays good until it is changed, so change it soon.");
    if (handover.kind == Handover::Kind::Password)
        return HandoverWords::tr("At the first sign-in you choose a password of your own.");
    return HandoverWords::tr(
        "Sign in with your password, then type this code. It leads you straight to "
        "setting up a new second factor.");
}

QString secretLabel(const Handover &handover)
{
    if (handover.kind == Handover::Kind::LastingPassword)
        return HandoverWords::tr("Password");
    return handover.kind == Handover::Kind::Password ? HandoverWords::tr("One-time password")
                                                     : HandoverWords::tr("One-time code");
}

} // namespace

QString handoverUntil(const Handover &handover)
{
    if (!handover.expiresAt.isValid())
        return {};
    const QDateTime local = handover.expiresAt.toLocalTime();
    QString clock = QLocale().timeFormat(QLocale::ShortFormat);
    clock.remove(u":ss"_s); // some languages have no shorter format; nobody needs the seconds
    return HandoverWords::tr("It works once, until %1, %2.")
        .arg(QLocale().toString(local.date(), QLocale::LongFormat),
             QLocale().toString(local.time(), clock));
}

QString handoverMessage(const Handover &handover)
{
    QStringList lines{
        HandoverWords::tr("Hello %1,").arg(handover.displayName),
        QString(),
        HandoverWords::tr("this is how you sign in to %1:").arg(handover.serverName),
        QString(),
        HandoverWords::tr("Address: %1").arg(handover.address.toDisplayString()),
        HandoverWords::tr("Username: %1").arg(handover.username),
        u"%1: %2"_s.arg(secretLabel(handover), handover.secret.toString()),
        QString(),
    };
    const QString until = handoverUntil(handover);
    if (!until.isEmpty())
        lines.append(until);
    lines.append(whatToDo(handover));
    return lines.join(u'\n');
}

QString handoverSlip(const Handover &handover)
{
    const auto row = [](const QString &label, const QString &value, bool fixed) {
        const QString cell = fixed ? u"<tt>%1</tt>"_s : u"%1"_s;
        return u"<tr><td style=\"padding-right:16px\">%1</td><td><big>%2</big></td></tr>"_s.arg(
            label.toHtmlEscaped(), cell.arg(value.toHtmlEscaped()));
    };
    return u"<h2>%1</h2><p>%2</p><table cellpadding=\"6\">%3%4%5</table><p>%6</p><p>%7</p>"_s.arg(
        handover.serverName.toHtmlEscaped(),
        HandoverWords::tr("Sign-in for %1").arg(handover.displayName).toHtmlEscaped(),
        row(HandoverWords::tr("Address"), handover.address.toDisplayString(), false),
        row(HandoverWords::tr("Username"), handover.username, true),
        row(secretLabel(handover), handover.secret.toString(), true),
        handoverUntil(handover).toHtmlEscaped(), whatToDo(handover).toHtmlEscaped());
}

} // namespace authdesk::ui::pages::users
