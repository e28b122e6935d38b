// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/route.h"

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

int statusOf(base::ErrorCode code)
{
    using enum base::ErrorCode;
    switch (code) {
    case Malformed:
    case InvalidCode: // of one's own second factor, as ScaiKey has it; on the way in it is 401
        return 400;
    case InvalidFields:
        return 422;
    case UnsupportedMediaType:
        return 415;
    case TooLarge:
        return 413;
    case NotFound:
        return 404;
    case MethodNotAllowed:
        return 405;
    case Misdirected:
        return 421;
    case Unauthenticated:
    case InvalidCredentials:
    case ChallengeEnded:
    case RefreshReused:
        return 401;
    case WrongCurrentPassword:
    case Forbidden:
    case RecentSignInRequired:
    case EnrollmentRequired:
    case PasswordChangeRequired:
    case NotLoopback:
    case SetupCodeRequired:
        return 403;
    case SetupAlreadyDone:
    case UsernameTaken:
    case EmailTaken:
    case SettingGiven:
    case LastAdmin:
    case MfaAlreadyEnabled:
    case MfaNotEnabled:
    case MfaNotStarted:
        return 409;
    case VersionConflict:
        return 412;
    case TooManyRequests:
        return 429;
    case Busy:
    case DiskFull:
    case FolderNotWritable:
    case DatabaseFailed:
        return 503;
    case PortTaken:
    case FolderInUse:
    case DatabaseNewer:
    case DatabaseDamaged:
    case MasterKeyMissing:
    case MasterKeyWrong:
    case Unreachable:
    case TlsFailed:
    case TimedOut:
    case Cancelled:
    case UnexpectedAnswer:
    case NotSupported:
    case KeychainUnavailable:
    case KeychainLocked:
    case FileFailed:
    case Internal:
        return 500;
    }
    return 500;
}

base::Error forClients(base::Error error)
{
    using enum base::ErrorCode;
    const bool isFromDatabase =
        (error.code == DatabaseFailed || error.code == Busy) && !error.detail.isEmpty();
    if (error.code == DiskFull)
        error.message = u"There is no space left on the server. Nothing was changed."_s;
    else if (error.code == FolderNotWritable || isFromDatabase)
        error.message = u"The server cannot use its database at the moment. Its log says why."_s;
    return error;
}

} // namespace authdesk::server::http
