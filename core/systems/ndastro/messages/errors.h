// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ndastro says when something is wrong: {"detail": text}, and for fields a 422 with the list
// that its framework makes. Plain values, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace authdesk::systems::ndastro::messages {

inline constexpr QLatin1StringView invalidCredentials{"User not found or invalid credentials"};
inline constexpr QLatin1StringView notAuthenticated{"Not authenticated"};
inline constexpr QLatin1StringView noPermission{"No permission -- see authorization schemes"};
inline constexpr QLatin1StringView invalidRefreshToken{"Refresh token is missing or invalid."};
inline constexpr QLatin1StringView forbidden{"Request forbidden -- authorization will not help"};
inline constexpr QLatin1StringView notFound{"Nothing matches the given URI"};
inline constexpr QLatin1StringView mfaRequired{"Multi-factor authentication required."};
inline constexpr QLatin1StringView loggedOut{"Logged out successfully."};
/// Of names that somebody else has.
inline constexpr QLatin1StringView usernameTaken{"Username"};
inline constexpr QLatin1StringView emailTaken{"Email"};
inline constexpr QLatin1StringView tierTaken{"Tier Name"};
/// Ours: nobody can go on here with a password that was only lent.
inline constexpr QLatin1StringView passwordMustChange{"Password must be changed."};

[[nodiscard]] QJsonObject encodeDetail(const QString &detail);
[[nodiscard]] QJsonObject encodeFieldErrors(const QList<base::FieldError> &fields);
[[nodiscard]] QJsonObject encodeMfaRequired(const base::Secret &mfaToken,
                                            const QStringList &methods);
[[nodiscard]] QJsonObject encodePasswordChange(const base::Secret &changeToken);

} // namespace authdesk::systems::ndastro::messages
