// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Can this person sign in: the answer in whole sentences, the cure, the last tries.
#pragma once

#include "core/gateway/usersgateway.h"
#include "ui/pages/users/personviewmodel.h"

namespace authdesk::ui::pages::users {

/// Yes, or the first reason why not; without a check as far as the list tells.
[[nodiscard]] QString signInAnswer(const model::User &user,
                                   const std::optional<model::SignInCheck> &check,
                                   const QDateTime &now);

/// The action that takes the reason away; none where nobody here can, or nothing is in the way.
[[nodiscard]] std::optional<PersonAction> cureOf(const std::optional<model::SignInCheck> &check);

/// The reason is that the account ended, so the form cures it.
[[nodiscard]] bool endIsTheCure(const std::optional<model::SignInCheck> &check);

/// A line for each of the last tries, newest first; empty when there was none.
[[nodiscard]] QString triesText(const model::SignInCheck &check, const QDateTime &now);

} // namespace authdesk::ui::pages::users
