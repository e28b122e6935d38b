// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/signinanswer.h"

#include "ui/widgets/relativetime.h"

#include <QtCore/QCoreApplication>

#include <cstdlib>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using model::SignInCure;
using model::SignInObstacle;

namespace {

class Sentences final
{
    Q_DECLARE_TR_FUNCTIONS(SignInAnswer)
};

QString disabledText(const model::SignInReason &reason)
{
    if (!reason.at)
        return Sentences::tr("No: the account is disabled.");
    const QString when = widgets::exactTime(*reason.at);
    return reason.by.isEmpty() ? Sentences::tr("No: the account was disabled on %1.").arg(when)
                               : Sentences::tr("No: disabled by %1 on %2.").arg(reason.by, when);
}

QString wrongTriesText(const model::SignInReason &reason)
{
    const bool codes = reason.wrongCodes > reason.wrongPasswords;
    return codes ? Sentences::tr("%n wrong code(s)", nullptr, reason.wrongCodes)
                 : Sentences::tr("%n wrong password(s)", nullptr, reason.wrongPasswords);
}

QString lockedText(const model::SignInReason &reason)
{
    const QString tries = wrongTriesText(reason);
    const QString answer =
        reason.until
            //: %1 a time, %2 "12 wrong codes"
            ? Sentences::tr("No: locked until %1 after %2.")
                  .arg(widgets::exactTime(*reason.until), tries)
            : Sentences::tr("No: locked after %1 until somebody unlocks.").arg(tries);
    if (reason.address.isEmpty())
        return answer;
    return answer + u' ' + Sentences::tr("The last one came from %1.").arg(reason.address);
}

QString clockText(const std::optional<model::ClockOffset> &clock)
{
    if (!clock)
        return Sentences::tr("No: the clock of the authenticator is wrong.");
    const int seconds = std::abs(clock->seconds);
    const QString far = seconds < 120 ? Sentences::tr("%n second(s)", nullptr, seconds)
                                      : Sentences::tr("%n minute(s)", nullptr, (seconds + 30) / 60);
    return (clock->seconds < 0
                ? Sentences::tr("No: the codes of the authenticator are about %1 late.").arg(far)
                : Sentences::tr("No: the codes of the authenticator are about %1 ahead.").arg(far))
           + u' ' + Sentences::tr("The clock of that device has to be set.");
}

QString reasonText(const model::User &user, const model::SignInCheck &check)
{
    const model::SignInReason &reason = *check.reason;
    const QString at = reason.at ? widgets::exactTime(*reason.at) : QString();
    switch (reason.obstacle) {
    case SignInObstacle::Disabled:
        return disabledText(reason);
    case SignInObstacle::Ended:
        return Sentences::tr("No: the account was valid until %1.").arg(at);
    case SignInObstacle::Locked:
        return lockedText(reason);
    case SignInObstacle::OneTimePasswordExpired:
        return user.lastLoginAt ? Sentences::tr("No: the one-time password expired on %1.").arg(at)
                                : Sentences::tr("No: the invitation expired on %1.").arg(at);
    case SignInObstacle::NoPassword:
        return Sentences::tr("No: there is no password yet.");
    case SignInObstacle::OneTimeCodeExpired:
        return Sentences::tr("No: the one-time code expired on %1.").arg(at);
    case SignInObstacle::ClockOff:
        return clockText(check.clock);
    }
    Q_UNREACHABLE();
}

QString refusalText(const model::SignInTry &one)
{
    if (one.reason == "wrong_password"_L1)
        return Sentences::tr("wrong password");
    if (one.reason == "wrong_code"_L1)
        return Sentences::tr("wrong code");
    if (one.reason == "locked"_L1)
        return Sentences::tr("locked");
    if (one.reason == "disabled"_L1)
        return Sentences::tr("disabled");
    if (one.reason == "one_time_password_expired"_L1)
        return Sentences::tr("the one-time password had expired");
    return Sentences::tr("refused");
}

} // namespace

QString signInAnswer(const model::User &user, const std::optional<model::SignInCheck> &check,
                     const QDateTime &now)
{
    if (check && check->reason)
        return reasonText(user, *check);
    switch (user.status) {
    case model::UserStatus::Disabled:
        if (user.validUntil && *user.validUntil <= now)
            return Sentences::tr("No: the account was valid until %1.")
                .arg(widgets::exactTime(*user.validUntil));
        return Sentences::tr("No: the account is disabled.");
    case model::UserStatus::Locked:
        return Sentences::tr("No: locked after too many wrong tries. Waiting helps, and so does "
                             "unlocking.");
    case model::UserStatus::Invited:
        return Sentences::tr("Yes, with the one-time password. That has not happened yet.");
    case model::UserStatus::Active:
        break;
    }
    if (user.mustChangePassword)
        return Sentences::tr("Yes, and a new password must be chosen then.");
    return user.mfaEnabled ? Sentences::tr("Yes, with password and second factor.")
                           : Sentences::tr("Yes, with the password alone.");
}

std::optional<PersonAction> cureOf(const std::optional<model::SignInCheck> &check)
{
    if (!check || !check->reason)
        return std::nullopt;
    switch (check->reason->cure) {
    case SignInCure::Enable:
        return PersonAction::Enable;
    case SignInCure::Unlock:
        return PersonAction::Unlock;
    case SignInCure::ResetPassword:
        return PersonAction::ResetPassword;
    case SignInCure::ResetSecondFactor:
        return PersonAction::ResetSecondFactor;
    case SignInCure::ExtendValidity:
    case SignInCure::SetClock:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool endIsTheCure(const std::optional<model::SignInCheck> &check)
{
    return check && check->reason && check->reason->cure == SignInCure::ExtendValidity;
}

QString triesText(const model::SignInCheck &check, const QDateTime &now)
{
    QStringList lines;
    for (const model::SignInTry &one : check.tries) {
        const QString when = widgets::relativeTime(one.at, now);
        //: %1 "5 min ago", %2 an address
        lines.append(
            one.succeeded
                ? Sentences::tr("✓ %1 from %2").arg(when, one.address)
                //: %3 "wrong password"
                : Sentences::tr("✕ %1 from %2: %3").arg(when, one.address, refusalText(one)));
    }
    return lines.join(u'\n');
}

} // namespace authdesk::ui::pages::users
