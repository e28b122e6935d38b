// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenArchiver says when something is wrong: {"message": text}, and for API keys a list in a
// text beside it. Plain values, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::openarchiver::messages {

inline constexpr QLatin1StringView setupFieldsMissing{"Email, password, and name are required"};
inline constexpr QLatin1StringView loginFieldsMissing{"Email and password are required"};
inline constexpr QLatin1StringView setupDone{"Setup has already been completed."};
inline constexpr QLatin1StringView invalidCredentials{"Invalid credentials"};
inline constexpr QLatin1StringView noToken{"Unauthorized: No token provided"};
inline constexpr QLatin1StringView invalidToken{"Unauthorized: Invalid token"};
inline constexpr QLatin1StringView invalidKey{"Unauthorized: Invalid API key"};
inline constexpr QLatin1StringView mfaRequired{"Unauthorized: MFA verification required"};
inline constexpr QLatin1StringView userNotFound{"User not found"};
inline constexpr QLatin1StringView roleNotFound{"Role not found."};
inline constexpr QLatin1StringView roleFieldsMissing{"Missing required fields: name and policy."};
inline constexpr QLatin1StringView roleChangeMissing{"Missing fields to update: name or policies."};
inline constexpr QLatin1StringView invalidPolicy{"Invalid policy statement: "};
inline constexpr QLatin1StringView invalidCurrentPassword{"Invalid current password"};
inline constexpr QLatin1StringView passwordUpdated{"Password updated successfully"};
inline constexpr QLatin1StringView mayNotManageUsers{
    "Super Admin role is required to manage users."};
inline constexpr QLatin1StringView mayNotManageRoles{
    "Super Admin role is required to manage roles."};
inline constexpr QLatin1StringView mayNotSeeDashboard{
    "You need the dashboard read permission to view dashboard data."};
inline constexpr QLatin1StringView mayNotChangeSettings{
    "You do not have permission to update system settings."};
inline constexpr QLatin1StringView mayNot{
    "You don't have the permission to perform the current action."};
inline constexpr QLatin1StringView invalidBody{"Invalid request body."};
/// Ours: nobody can go on here with a password that was only lent.
inline constexpr QLatin1StringView passwordMustChange{"Password must be changed."};
/// Ours: its own service breaks there.
inline constexpr QLatin1StringView userFieldsMissing{
    "Email, password, first_name, last_name and roleId are required"};

[[nodiscard]] QJsonObject encodeMessage(const QString &text);
[[nodiscard]] QJsonObject encodePasswordChange(const base::Secret &changeToken);
/// {message, errors}, where `errors` is a text with JSON in it.
[[nodiscard]] QJsonObject encodeInvalidBody(const QList<base::FieldError> &fields);

} // namespace authdesk::systems::openarchiver::messages
