// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a console reads of OpenArchiver's answers: the members that are named here, and nothing else
// of what stands beside them (its own service sends password hashes and keys of second factors).
// Plain values, any thread. decode…(): UnexpectedAnswer, with the members in its detail.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

/// The part of a role that is needed to show a person.
struct RoleOfPerson
{
    QString id;
    QString slug; ///< its own one, or the id where it has none
    QString name;
    bool operator==(const RoleOfPerson &) const = default;
};

struct PersonAnswer
{
    QString id;
    QString email; ///< empty: none
    QString firstName;
    QString lastName;
    QDateTime createdAt; ///< UTC
    bool totpEnabled = false;
    std::optional<RoleOfPerson> role;
    bool operator==(const PersonAnswer &) const = default;
};

/// Of login, setup and the steps that end a sign-in. Who it was is not taken from there: its own
/// service leaves the role out.
struct SignInAnswer
{
    base::Secret accessToken; ///< empty with requiresMfa
    bool requiresMfa = false;
    bool enrollmentRequired = false;      ///< with requiresMfa: a factor must be set up first
    bool mfaEnrollmentRequired = false;   ///< of our own server: the token is good for no more
    QList<base::Secret> backupCodes = {}; ///< of our own server
    bool operator==(const SignInAnswer &) const = default;
};

struct KeyAnswer
{
    QString id;
    QString name;
    QString prefix; ///< its first letters
    QDateTime createdAt;
    QDateTime expiresAt;
    bool operator==(const KeyAnswer &) const = default;
};

struct MfaStatus
{
    bool totpEnabled = false;
    std::optional<QDateTime> enrolledAt;
    bool operator==(const MfaStatus &) const = default;
};

struct TotpSetup
{
    base::Secret uri; ///< otpauth://…
    base::Secret key; ///< Base32, out of the uri
    bool operator==(const TotpSetup &) const = default;
};

[[nodiscard]] base::Result<bool> decodeNeedsSetup(const QByteArray &body);
[[nodiscard]] base::Result<SignInAnswer> decodeSignIn(const QByteArray &body);
[[nodiscard]] base::Result<PersonAnswer> decodePerson(const QByteArray &body);
[[nodiscard]] base::Result<QList<PersonAnswer>> decodePeople(const QByteArray &body);
[[nodiscard]] base::Result<QList<KeyAnswer>> decodeKeys(const QByteArray &body);
[[nodiscard]] base::Result<base::Secret> decodeNewKeyAnswer(const QByteArray &body);
[[nodiscard]] base::Result<MfaStatus> decodeMfaStatus(const QByteArray &body);
[[nodiscard]] base::Result<TotpSetup> decodeTotpSetup(const QByteArray &body);
[[nodiscard]] base::Result<QList<base::Secret>> decodeBackupCodes(const QByteArray &body);

/// The value of the cookie that carries a sign-in which waits for its second factor, out of the
/// Set-Cookie header (several are apart by line ends); empty: there is none that can be sent back.
[[nodiscard]] base::Secret pendingOf(const QByteArray &setCookie);
inline constexpr QByteArrayView pendingCookieName{"mfaPending"};

} // namespace authdesk::systems::openarchiver::messages
