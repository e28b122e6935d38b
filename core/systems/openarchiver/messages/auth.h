// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bodies of /v1/auth, as systems/openarchiver/api.txt prints them. Plain values, any thread.
// decode…(): InvalidFields in one sentence.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/systems/openarchiver/messages/people.h"

#include <QtCore/QStringList>

namespace authdesk::systems::openarchiver::messages {

struct SetupRequest
{
    QString email;
    QString firstName;
    QString lastName;
    base::Secret password;
    bool operator==(const SetupRequest &) const = default;
};

struct Credentials
{
    QString email; ///< or username
    base::Secret password;
    bool operator==(const Credentials &) const = default;
};

struct VerifyRequest
{
    base::Secret mfaToken; ///< empty: it is in the cookie
    QString code;
    bool operator==(const VerifyRequest &) const = default;
};

/// The answer of setup, login and of the steps that end a sign-in.
struct SignedIn
{
    base::Secret accessToken;
    Person person;
    bool mfaEnrollmentRequired = false;   ///< ours; on the wire only when true
    QList<base::Secret> backupCodes = {}; ///< ours; on the wire only when there are some
};

[[nodiscard]] base::Result<SetupRequest> decodeSetup(const QJsonObject &body);
[[nodiscard]] base::Result<Credentials> decodeCredentials(const QJsonObject &body);
[[nodiscard]] base::Result<VerifyRequest> decodeVerify(const QJsonObject &body);

[[nodiscard]] QJsonObject encode(const SignedIn &answer);
/// `enrollmentRequired`: there is no second factor yet, and it must be set up first.
[[nodiscard]] QJsonObject encodeMfaRequired(bool enrollmentRequired);
[[nodiscard]] QJsonObject encodeSetupState(bool needsSetup);

/// Whether a token says of itself that it waits for a second factor; nothing of it is checked, so
/// that it is good for choosing words only.
[[nodiscard]] bool saysPending(QByteArrayView token);

} // namespace authdesk::systems::openarchiver::messages
