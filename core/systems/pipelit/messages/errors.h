// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Pipelit says when something is wrong: {"detail": text}, and for fields a 422 with
// {"detail": [{type, loc, msg, input}]} in pydantic 2's shape. `input` is always null here: it
// would send passwords and codes back. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::pipelit::messages {

inline constexpr QLatin1StringView invalidCredentials{"Invalid credentials."};
inline constexpr QLatin1StringView invalidCode{"Invalid TOTP code."};
inline constexpr QLatin1StringView invalidKey{"Invalid or missing API key."};
inline constexpr QLatin1StringView notAuthenticated{"Not authenticated"};
inline constexpr QLatin1StringView revokedKey{"API key has been revoked."};
inline constexpr QLatin1StringView expiredKey{"API key has expired."};
inline constexpr QLatin1StringView adminRequired{"Admin access required."};
inline constexpr QLatin1StringView usernameTaken{"Username already exists."};
inline constexpr QLatin1StringView lastAdminDemoted{"Cannot demote the last admin user."};
inline constexpr QLatin1StringView lastAdminDeleted{"Cannot delete the last admin user."};
inline constexpr QLatin1StringView userNotFound{"User not found."};
inline constexpr QLatin1StringView keyNotFound{"API key not found."};
inline constexpr QLatin1StringView agentNotFound{"Agent user not found."};
inline constexpr QLatin1StringView pastExpiry{"expires_at must be in the future."};
inline constexpr QLatin1StringView setupCompleted{"Setup already completed."};
inline constexpr QLatin1StringView mfaAlreadyEnabled{"MFA is already enabled."};
inline constexpr QLatin1StringView mfaNotEnabled{"MFA is not enabled."};
inline constexpr QLatin1StringView mfaNotStarted{"Call /mfa/setup/ first."};
inline constexpr QLatin1StringView resetOnlyLocal{"MFA reset only allowed from localhost."};
inline constexpr QLatin1StringView passwordMustChange{"Password change required."};

[[nodiscard]] QJsonObject encodeDetail(const QString &detail);
/// The 422 body: one entry per field; one without a name is about the whole body, one named
/// "path:x" or "query:x" about that part of the address.
[[nodiscard]] QJsonObject encodeFieldErrors(const QList<base::FieldError> &fields);
/// The 401 body of a sign-in that leads to a new password first.
[[nodiscard]] QJsonObject encodePasswordChange(const base::Secret &changeToken);

/// The error in an answer with a status of 400 or above; reads both shapes of pydantic, and takes
/// the 403 of a missing header as what it means: sign in.
[[nodiscard]] base::Error decodeError(int status, const QByteArray &body,
                                      int retryAfterSeconds = 0);
/// The change token of a 401 that asks for a new password; nullopt in any other body.
[[nodiscard]] std::optional<base::Secret> decodePasswordChange(const QByteArray &body);

} // namespace authdesk::systems::pipelit::messages
