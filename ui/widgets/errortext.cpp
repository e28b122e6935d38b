// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/errortext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace authdesk::ui::widgets {

using base::ErrorCode;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

// Without a default, so that a new code cannot be forgotten here.
QString sentence(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::Malformed:
    case ErrorCode::UnsupportedMediaType:
    case ErrorCode::MethodNotAllowed:
        return Words::tr("The server did not understand this request. Its version may not fit this "
                         "console.");
    case ErrorCode::InvalidFields:
        return Words::tr("Some fields need another look.");
    case ErrorCode::TooLarge:
        return Words::tr("This is more than the server takes at once.");
    case ErrorCode::NotFound:
        return Words::tr("This does not exist any more.");
    case ErrorCode::Misdirected:
        return Words::tr("The server does not answer under this address.");
    case ErrorCode::Unauthenticated:
        return Words::tr("Your sign-in has ended. Sign in again.");
    case ErrorCode::InvalidCredentials:
        return Words::tr("Wrong username or password, or too many tries: wait 15 minutes, then try "
                         "once.");
    case ErrorCode::InvalidCode:
        return Words::tr("This code is not accepted.");
    case ErrorCode::ChallengeEnded:
        return Words::tr("This sign-in took too long or had too many wrong codes. Start again.");
    case ErrorCode::WrongCurrentPassword:
        return Words::tr("The current password is wrong.");
    case ErrorCode::Forbidden:
        return Words::tr("Your role does not allow this.");
    case ErrorCode::RecentSignInRequired:
        return Words::tr("This needs a fresh sign-in: sign out, sign in again and repeat it.");
    case ErrorCode::EnrollmentRequired:
        return Words::tr("Set up your second factor first.");
    case ErrorCode::PasswordChangeRequired:
        return Words::tr("Choose a new password first.");
    case ErrorCode::NotLoopback:
        return Words::tr("The server allows this only from its own computer.");
    case ErrorCode::SetupCodeRequired:
        return Words::tr("This server asks for its setup code. It stands in the server's output.");
    case ErrorCode::RefreshReused:
        return Words::tr("This sign-in was used twice and has ended for safety. Sign in again.");
    case ErrorCode::SetupAlreadyDone:
        return Words::tr("This server is already set up. Sign in instead.");
    case ErrorCode::UsernameTaken:
        return Words::tr("Somebody already has this username.");
    case ErrorCode::EmailTaken:
        return Words::tr("Somebody already has this e-mail address.");
    case ErrorCode::SettingGiven:
        return Words::tr("This is set where the server is started and cannot be changed here.");
    case ErrorCode::LastAdmin:
        return Words::tr(
            "This is the last person who may manage users. Give somebody else that right "
            "first.");
    case ErrorCode::VersionConflict:
        return Words::tr("Somebody else changed this meanwhile. Nothing was overwritten.");
    case ErrorCode::MfaAlreadyEnabled:
        return Words::tr("The second factor is already on.");
    case ErrorCode::MfaNotEnabled:
        return Words::tr("The second factor is not on.");
    case ErrorCode::MfaNotStarted:
        return Words::tr("This setup was not started or has run out. Start again.");
    case ErrorCode::TooManyRequests:
        return Words::tr("Too many requests at once. Wait a moment and try again.");
    case ErrorCode::Busy:
        return Words::tr("The server is busy. Try again in a moment.");
    case ErrorCode::PortTaken:
        return Words::tr("Another program already uses this port.");
    case ErrorCode::FolderNotWritable:
        return Words::tr("This folder cannot be written to.");
    case ErrorCode::FolderInUse:
        return Words::tr("Another server runs on this folder.");
    case ErrorCode::DatabaseNewer:
        return Words::tr(
            "This data was made by a newer version of Authdesk. Nothing was changed; use "
            "that version.");
    case ErrorCode::DatabaseDamaged:
        return Words::tr("The database is damaged. Nothing was changed; restore a backup.");
    case ErrorCode::DatabaseFailed:
        return Words::tr("The database does not answer. The data is untouched.");
    case ErrorCode::DiskFull:
        return Words::tr("The disk is full. Make room and try again; nothing was lost.");
    case ErrorCode::MasterKeyMissing:
        return Words::tr(
            "The key that seals this server's secrets is missing. Put back the file master.key, or "
            "the entry of the keychain, wherever it was kept, and try again.");
    case ErrorCode::MasterKeyWrong:
        return Words::tr(
            "The key does not belong to this server's data. Put back the right one and try "
            "again.");
    case ErrorCode::Unreachable:
        return Words::tr("The server cannot be reached. Is it running, and is the address right?");
    case ErrorCode::TlsFailed:
        return Words::tr("The connection is not safe: the server's certificate was not accepted.");
    case ErrorCode::TimedOut:
        return Words::tr("The server did not answer in time.");
    case ErrorCode::Cancelled:
        return Words::tr("Cancelled.");
    case ErrorCode::UnexpectedAnswer:
        return Words::tr("The server answered something unexpected. It may be of another kind or "
                         "version.");
    case ErrorCode::NotSupported:
        return Words::tr("This kind of server cannot do that.");
    case ErrorCode::KeychainUnavailable:
        return Words::tr("There is no system keychain, so nothing is kept.");
    case ErrorCode::KeychainLocked:
        return Words::tr("The system keychain is locked, so nothing is kept.");
    case ErrorCode::FileFailed:
        return Words::tr("The file could not be written.");
    case ErrorCode::Internal:
        return Words::tr("Something went wrong inside Authdesk.");
    }
    return error.message;
}

/// Whether whoever met the error knew more about it than its code tells: which host, what the
/// system said, which place the key had.
bool messageSaysMore(ErrorCode code)
{
    static constexpr std::array knowing{
        ErrorCode::Unreachable,      ErrorCode::TlsFailed,        ErrorCode::TimedOut,
        ErrorCode::UnexpectedAnswer, ErrorCode::NotSupported,     ErrorCode::PasswordChangeRequired,
        ErrorCode::TooManyRequests,  ErrorCode::MasterKeyMissing, ErrorCode::MasterKeyWrong,
        ErrorCode::FileFailed,
    };
    return std::ranges::find(knowing, code) != knowing.end();
}

/// For limits that tell when they end; nothing where the message says that itself.
QString waitSentence(const base::Error &error)
{
    const bool limit = error.code == ErrorCode::TooManyRequests || error.code == ErrorCode::Busy;
    if (!limit || error.retryAfterSeconds <= 0
        || error.message.contains(QString::number(error.retryAfterSeconds)))
        return {};
    if (error.retryAfterSeconds < 120)
        return Words::tr("Try again in %n seconds.", nullptr, error.retryAfterSeconds);
    return Words::tr("Try again in %n minutes.", nullptr, (error.retryAfterSeconds + 59) / 60);
}

} // namespace

QString errorText(const base::Error &error)
{
    const bool more = messageSaysMore(error.code) && !error.message.isEmpty();
    const QString wait = waitSentence(error);
    if (!wait.isEmpty() && !more)
        return error.code == ErrorCode::Busy
                   ? Words::tr("The server is busy.") + u' ' + wait
                   : Words::tr("Too many requests at once.") + u' ' + wait;
    const QString text = more ? error.message : sentence(error);
    return wait.isEmpty() ? text : text + u' ' + wait;
}

QString wrongCodeText(const std::optional<QDateTime> &serverTime)
{
    if (!serverTime)
        return Words::tr("Not accepted. Is the time of your phone right?");
    return Words::tr("Not accepted. This server's time is %1; is your phone's the same?")
        .arg(serverTime->toLocalTime().time().toString(u"HH:mm:ss"));
}

} // namespace authdesk::ui::widgets
