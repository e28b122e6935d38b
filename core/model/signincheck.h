// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a person can sign in, and what is in the way if not. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

/// In this order: the first one that is there is the reason.
enum class SignInObstacle {
    Disabled,
    Ended, ///< past valid_until
    Locked,
    OneTimePasswordExpired,
    NoPassword, ///< none was ever set
    OneTimeCodeExpired,
    ClockOff, ///< the authenticator's codes are those of another time
};

/// What takes the obstacle away.
enum class SignInCure {
    Enable,
    ExtendValidity,
    Unlock,
    ResetPassword,
    ResetSecondFactor,
    SetClock, ///< on the person's own device
};

[[nodiscard]] QLatin1StringView signInObstacleName(SignInObstacle obstacle); ///< "disabled", …
[[nodiscard]] std::optional<SignInObstacle> signInObstacleFromName(QStringView name);
[[nodiscard]] QLatin1StringView signInCureName(SignInCure cure); ///< "enable", …
[[nodiscard]] std::optional<SignInCure> signInCureFromName(QStringView name);

struct SignInReason
{
    SignInObstacle obstacle = SignInObstacle::Disabled;
    SignInCure cure = SignInCure::Enable;
    std::optional<QDateTime> at = {};    ///< since when, UTC
    std::optional<QDateTime> until = {}; ///< passes by itself then, UTC
    QString by = {};                     ///< the username of whoever did it
    QString address = {};                ///< where the last wrong try came from
    int wrongPasswords = 0;              ///< in a row
    int wrongCodes = 0;
    bool operator==(const SignInReason &) const = default;
};

/// How far the clock of an authenticator is off, told from a code that was refused.
struct ClockOffset
{
    int seconds = 0; ///< negative: late; exact to half a minute
    QDateTime seenAt = {};
    bool operator==(const ClockOffset &) const = default;
};

struct SignInTry
{
    QDateTime at = {};
    bool succeeded = false;
    QString reason = {}; ///< of a refusal, as in the audit: "wrong_password"
    QString system = {};
    QString address = {};
    bool operator==(const SignInTry &) const = default;
};

struct SignInCheck
{
    std::optional<SignInReason> reason = {}; ///< none: the person can sign in
    bool mustChangePassword = false;         ///< gets in, and has to choose a new password
    std::optional<ClockOffset> clock = {};   ///< none: not known, or not for whoever asks
    QList<SignInTry> tries = {};             ///< the last ten, newest first
    bool operator==(const SignInCheck &) const = default;
};

} // namespace authdesk::model
