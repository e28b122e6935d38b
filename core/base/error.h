// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What went wrong, for machines (code), for people (message) and for logs (detail).
// None of the three ever holds a secret. Plain values, any thread.
#pragma once

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace authdesk::base {

/// Every kind of failure that a caller may tell apart. The HTTP status of each one stands in
/// core/server/http/route.h, its name on the wire in errorCodeName().
enum class ErrorCode {
    // The request itself.
    Malformed,            ///< not readable: broken JSON, wrong type of body
    InvalidFields,        ///< readable, but fields are missing or wrong; see Error::fields
    UnsupportedMediaType, ///< a body of a type that the endpoint does not take
    TooLarge,             ///< more than the limit allows
    NotFound,
    MethodNotAllowed,
    Misdirected, ///< a Host that this server does not answer for
    // Who asks.
    Unauthenticated,      ///< no token, or one that is not (any longer) valid
    InvalidCredentials,   ///< name or password wrong, locked, disabled, unknown: told alike
    InvalidCode,          ///< a second-factor code that is not accepted
    ChallengeEnded,       ///< a sign-in challenge that expired, was used up or never existed
    WrongCurrentPassword, ///< the proof for a change of one's own account
    Forbidden,
    RecentSignInRequired, ///< signed in too long ago for this
    EnrollmentRequired,   ///< a second factor must be set up first
    PasswordChangeRequired,
    NotLoopback, ///< allowed only from this computer
    SetupCodeRequired,
    RefreshReused, ///< an old refresh token came back; its family has ended
    // The state of things.
    SetupAlreadyDone,
    UsernameTaken,
    EmailTaken,
    SettingGiven, ///< a setting that is given from outside is read-only
    LastAdmin,    ///< the last one who may manage users would be lost
    VersionConflict,
    MfaAlreadyEnabled,
    MfaNotEnabled,
    MfaNotStarted, ///< confirm came before enable
    // Limits and load.
    TooManyRequests,
    Busy,
    // The server's ground.
    PortTaken,
    FolderNotWritable,
    FolderInUse, ///< another server runs on the same data folder
    DatabaseNewer,
    DatabaseDamaged,
    DatabaseFailed,
    DiskFull,
    MasterKeyMissing,
    MasterKeyWrong,
    // The console's view of the world.
    Unreachable, ///< no connection, name not found, refused
    TlsFailed,
    TimedOut,
    Cancelled,
    UnexpectedAnswer, ///< the server answered something that its kind never answers
    NotSupported,     ///< this kind of server cannot do that
    KeychainUnavailable,
    KeychainLocked,
    FileFailed,
    Internal, ///< a mistake of ours; detail says which
};

/// The stable, lower-case name of a code, as our own API sends it ("invalid_fields").
[[nodiscard]] QLatin1StringView errorCodeName(ErrorCode code);

/// The code of a name from the wire; Internal when the name is unknown.
[[nodiscard]] ErrorCode errorCodeFromName(QStringView name);

/// What an HTTP status says where the body says no more; UnexpectedAnswer for what is no refusal.
[[nodiscard]] ErrorCode errorCodeOfStatus(int status);

/// One field of a request that is missing or wrong.
struct FieldError
{
    QString field;   ///< as the caller spelled it: "password"
    QString code;    ///< stable, for machines: "required", "too_short", "taken", "common"
    QString message; ///< one sentence for people

    bool operator==(const FieldError &) const = default;
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< one or two sentences for people, English; the window translates by code
    QString detail = {}; ///< for logs only
    QList<FieldError> fields = {};
    int retryAfterSeconds = 0; ///< 0: not said

    bool operator==(const Error &) const = default;
};

/// What a client knows of an answer before it has read the body.
[[nodiscard]] Error errorOfStatus(int status, int retryAfterSeconds);

} // namespace authdesk::base

Q_DECLARE_METATYPE(authdesk::base::Error)
