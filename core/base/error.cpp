// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include <array>
#include <utility>

namespace authdesk::base {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array codeNames{
    std::pair{ErrorCode::Malformed, "malformed"},
    std::pair{ErrorCode::InvalidFields, "invalid_fields"},
    std::pair{ErrorCode::UnsupportedMediaType, "unsupported_media_type"},
    std::pair{ErrorCode::TooLarge, "too_large"},
    std::pair{ErrorCode::NotFound, "not_found"},
    std::pair{ErrorCode::MethodNotAllowed, "method_not_allowed"},
    std::pair{ErrorCode::Misdirected, "misdirected"},
    std::pair{ErrorCode::Unauthenticated, "unauthenticated"},
    std::pair{ErrorCode::InvalidCredentials, "invalid_credentials"},
    std::pair{ErrorCode::InvalidCode, "invalid_code"},
    std::pair{ErrorCode::ChallengeEnded, "challenge_ended"},
    std::pair{ErrorCode::WrongCurrentPassword, "wrong_current_password"},
    std::pair{ErrorCode::Forbidden, "forbidden"},
    std::pair{ErrorCode::RecentSignInRequired, "recent_sign_in_required"},
    std::pair{ErrorCode::EnrollmentRequired, "enrollment_required"},
    std::pair{ErrorCode::PasswordChangeRequired, "password_change_required"},
    std::pair{ErrorCode::NotLoopback, "not_loopback"},
    std::pair{ErrorCode::SetupCodeRequired, "setup_code_required"},
    std::pair{ErrorCode::RefreshReused, "refresh_reused"},
    std::pair{ErrorCode::SetupAlreadyDone, "setup_already_done"},
    std::pair{ErrorCode::UsernameTaken, "username_taken"},
    std::pair{ErrorCode::EmailTaken, "email_taken"},
    std::pair{ErrorCode::SettingGiven, "setting_given"},
    std::pair{ErrorCode::LastAdmin, "last_admin"},
    std::pair{ErrorCode::VersionConflict, "version_conflict"},
    std::pair{ErrorCode::MfaAlreadyEnabled, "mfa_already_enabled"},
    std::pair{ErrorCode::MfaNotEnabled, "mfa_not_enabled"},
    std::pair{ErrorCode::MfaNotStarted, "mfa_not_started"},
    std::pair{ErrorCode::TooManyRequests, "too_many_requests"},
    std::pair{ErrorCode::Busy, "busy"},
    std::pair{ErrorCode::PortTaken, "port_taken"},
    std::pair{ErrorCode::FolderNotWritable, "folder_not_writable"},
    std::pair{ErrorCode::FolderInUse, "folder_in_use"},
    std::pair{ErrorCode::DatabaseNewer, "database_newer"},
    std::pair{ErrorCode::DatabaseDamaged, "database_damaged"},
    std::pair{ErrorCode::DatabaseFailed, "database_failed"},
    std::pair{ErrorCode::DiskFull, "disk_full"},
    std::pair{ErrorCode::MasterKeyMissing, "master_key_missing"},
    std::pair{ErrorCode::MasterKeyWrong, "master_key_wrong"},
    std::pair{ErrorCode::Unreachable, "unreachable"},
    std::pair{ErrorCode::TlsFailed, "tls_failed"},
    std::pair{ErrorCode::TimedOut, "timed_out"},
    std::pair{ErrorCode::Cancelled, "cancelled"},
    std::pair{ErrorCode::UnexpectedAnswer, "unexpected_answer"},
    std::pair{ErrorCode::NotSupported, "not_supported"},
    std::pair{ErrorCode::KeychainUnavailable, "keychain_unavailable"},
    std::pair{ErrorCode::KeychainLocked, "keychain_locked"},
    std::pair{ErrorCode::FileFailed, "file_failed"},
    std::pair{ErrorCode::Internal, "internal"},
};

} // namespace

QLatin1StringView errorCodeName(ErrorCode code)
{
    for (const auto &[known, name] : codeNames) {
        if (known == code)
            return QLatin1StringView(name);
    }
    return "internal"_L1;
}

ErrorCode errorCodeFromName(QStringView name)
{
    for (const auto &[code, known] : codeNames) {
        if (name == QLatin1StringView(known))
            return code;
    }
    return ErrorCode::Internal;
}

ErrorCode errorCodeOfStatus(int status)
{
    switch (status) {
    case 400:
        return ErrorCode::Malformed;
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 405:
        return ErrorCode::MethodNotAllowed;
    case 412:
        return ErrorCode::VersionConflict;
    case 413:
        return ErrorCode::TooLarge;
    case 415:
        return ErrorCode::UnsupportedMediaType;
    case 421:
        return ErrorCode::Misdirected;
    case 422:
        return ErrorCode::InvalidFields;
    case 429:
        return ErrorCode::TooManyRequests;
    case 503:
        return ErrorCode::Busy;
    default:
        return status >= 500 ? ErrorCode::Internal : ErrorCode::UnexpectedAnswer;
    }
}

Error errorOfStatus(int status, int retryAfterSeconds)
{
    return {.code = errorCodeOfStatus(status),
            .message = QStringLiteral("The server refused the request."),
            .detail = QStringLiteral("status %1").arg(status),
            .retryAfterSeconds = retryAfterSeconds};
}

} // namespace authdesk::base
