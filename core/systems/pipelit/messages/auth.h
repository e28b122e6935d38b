// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of Pipelit's authentication API, as systems/pipelit/api.txt prints them. Plain values,
// any thread. decode…Request: InvalidFields naming every field; a body that is no JSON object
// is a field without a name. decode… of answers: UnexpectedAnswer.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::pipelit::messages {

/// token/ and setup/
struct CredentialsRequest
{
    QString username;
    base::Secret password;
    bool operator==(const CredentialsRequest &) const = default;
};

/// mfa/login-verify/
struct LoginVerifyRequest
{
    QString username;
    base::Secret code;
    bool operator==(const LoginVerifyRequest &) const = default;
};

/// mfa/verify/ and mfa/disable/
struct CodeRequest
{
    base::Secret code;
    bool operator==(const CodeRequest &) const = default;
};

struct KeyAnswer
{
    base::Secret key; ///< empty with requiresMfa
    bool requiresMfa = false;
    bool mfaEnrollmentRequired = false; ///< on the wire only when true
    bool operator==(const KeyAnswer &) const = default;
};

struct Me
{
    QString username;
    bool mfaEnabled = false;
    bool operator==(const Me &) const = default;
};

struct SetupState
{
    bool needsSetup = false;
    bool operator==(const SetupState &) const = default;
};

struct MfaStatus
{
    bool mfaEnabled = false;
    bool operator==(const MfaStatus &) const = default;
};

/// /health
struct Health
{
    QString version;
    bool redis = false;
    bool database = false;
    bool operator==(const Health &) const = default;
};

struct TotpSetup
{
    base::Secret secret;          ///< Base32
    base::Secret provisioningUri; ///< otpauth://…
    bool operator==(const TotpSetup &) const = default;
};

[[nodiscard]] QJsonObject encode(const CredentialsRequest &request);
[[nodiscard]] QJsonObject encode(const LoginVerifyRequest &request);
[[nodiscard]] QJsonObject encode(const CodeRequest &request);
[[nodiscard]] QJsonObject encode(const KeyAnswer &answer);
[[nodiscard]] QJsonObject encode(const Me &me);
[[nodiscard]] QJsonObject encode(const SetupState &state);
[[nodiscard]] QJsonObject encode(const MfaStatus &status);
[[nodiscard]] QJsonObject encode(const Health &health);
[[nodiscard]] QJsonObject encode(const TotpSetup &setup);

[[nodiscard]] base::Result<KeyAnswer> decodeKeyAnswer(const QByteArray &body);
[[nodiscard]] base::Result<Me> decodeMe(const QByteArray &body);
[[nodiscard]] base::Result<SetupState> decodeSetupState(const QByteArray &body);
[[nodiscard]] base::Result<MfaStatus> decodeMfaStatus(const QByteArray &body);
[[nodiscard]] base::Result<TotpSetup> decodeTotpSetup(const QByteArray &body);

[[nodiscard]] base::Result<CredentialsRequest> decodeCredentialsRequest(const QByteArray &body);
/// Six digits, or a recovery code as we print them; anything else is "pattern".
[[nodiscard]] base::Result<LoginVerifyRequest> decodeLoginVerifyRequest(const QByteArray &body);
/// Six digits; anything else is "pattern".
[[nodiscard]] base::Result<CodeRequest> decodeCodeRequest(const QByteArray &body);

} // namespace authdesk::systems::pipelit::messages
