// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account on our own API: profile, password, second factor (in ScaiKey's shapes),
// sessions. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/mfamethod.h"
#include "core/model/page.h"
#include "core/model/session.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

/// PATCH /me: only what is to change. A role, a status or an end cannot be named here.
struct ProfileChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    bool operator==(const ProfileChange &) const = default;
};

struct PasswordChange
{
    base::Secret currentPassword;
    base::Secret newPassword;
    bool endOtherSessions = false;
    bool operator==(const PasswordChange &) const = default;
};

struct MfaState
{
    bool enabled = false;
    QList<model::MfaMethod> methods;
    int backupCodesRemaining = 0;
    bool operator==(const MfaState &) const = default;
};

struct TotpEnrollment
{
    base::Secret secret;          ///< Base32
    base::Secret provisioningUri; ///< otpauth://…
    base::Secret qrPng;           ///< the picture's bytes; a data URL on the wire
    bool operator==(const TotpEnrollment &) const = default;
};

struct CodeRequest
{
    base::Secret code;
    bool operator==(const CodeRequest &) const = default;
};

/// {mfa_enabled, backup_codes?}: the codes only where new ones were made.
struct MfaChanged
{
    bool enabled = false;
    QList<base::Secret> backupCodes;
    bool operator==(const MfaChanged &) const = default;
};

[[nodiscard]] QJsonObject encode(const ProfileChange &change);
[[nodiscard]] QJsonObject encode(const PasswordChange &change);
[[nodiscard]] QJsonObject encode(const MfaState &state);
[[nodiscard]] QJsonObject encode(const TotpEnrollment &enrollment);
[[nodiscard]] QJsonObject encode(const CodeRequest &request);
[[nodiscard]] QJsonObject encode(const MfaChanged &changed);
[[nodiscard]] QJsonObject encodeBackupCodes(const QList<base::Secret> &codes);
[[nodiscard]] QJsonObject encode(const model::Session &session);
[[nodiscard]] QJsonObject encodeSessions(const model::Page<model::Session> &page);

[[nodiscard]] base::Result<MfaState> decodeMfaState(const QByteArray &body);
[[nodiscard]] base::Result<TotpEnrollment> decodeTotpEnrollment(const QByteArray &body);
[[nodiscard]] base::Result<MfaChanged> decodeMfaChanged(const QByteArray &body);
[[nodiscard]] base::Result<QList<base::Secret>> decodeBackupCodes(const QByteArray &body);
[[nodiscard]] base::Result<model::Session> decodeSession(const QJsonObject &object);
[[nodiscard]] base::Result<model::Page<model::Session>> decodeSessions(const QByteArray &body);

[[nodiscard]] base::Result<ProfileChange> decodeProfileChange(const QByteArray &body);
[[nodiscard]] base::Result<PasswordChange> decodePasswordChange(const QByteArray &body);
[[nodiscard]] base::Result<CodeRequest> decodeCodeRequest(const QByteArray &body);

} // namespace authdesk::systems::own::messages
