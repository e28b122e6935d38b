// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of the list of people: what they are called on the screen, in the settings file and
// in a request to sort. Plain functions; window thread because of the translation.
#pragma once

#include "core/gateway/usersgateway.h"

namespace authdesk::ui::pages::users {

/// In the order of the screen, and of gateway::UserSort.
enum class UserColumn { Name, Username, Email, Role, Status, SecondFactor, LastSignIn, Created };

inline constexpr int userColumnCount = 8;

/// For people: "Last sign-in".
[[nodiscard]] QString userColumnTitle(UserColumn column);

/// Stable, for the settings file: "last_sign_in".
[[nodiscard]] QLatin1StringView userColumnId(UserColumn column);
[[nodiscard]] std::optional<UserColumn> userColumnFromId(QStringView id);

[[nodiscard]] gateway::UserSort sortOf(UserColumn column);
[[nodiscard]] UserColumn columnOf(gateway::UserSort sort);

/// What a column is as wide as before anybody drags it, in pixels.
[[nodiscard]] int defaultWidth(UserColumn column);

/// What is shown until somebody chooses: everything but the e-mail and the day of
/// creation, which the person's pane shows too.
[[nodiscard]] QList<UserColumn> defaultColumns();

/// "Active", "Disabled", "Locked", "Invited".
[[nodiscard]] QString statusWord(model::UserStatus status);

/// "App", "Key, App", "Mail"; "None" without a second factor.
[[nodiscard]] QString secondFactorWords(const model::User &user);

} // namespace authdesk::ui::pages::users
