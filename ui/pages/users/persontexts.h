// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an action on a person is called, what it will do, and that it is done: whole sentences.
#pragma once

#include "ui/pages/users/personviewmodel.h"
#include "ui/widgets/confirmdialog.h"

namespace authdesk::ui::pages::users {

/// On the button in the pane; "…" because each one asks first.
[[nodiscard]] QString actionLabel(PersonAction action, const gateway::AccountTraits &traits);

/// The question before an action: what will happen, and what goes with it.
[[nodiscard]] widgets::ConfirmDialog::Texts
confirmTexts(PersonAction action, const model::User &user, const gateway::AccountTraits &traits);

/// Whether what was done can be taken back; of every other action its question says that it cannot.
[[nodiscard]] bool isUndoable(PersonAction action, const gateway::AccountTraits &traits);

/// For the toast: "Ben Ode is disabled on acme-prod."
[[nodiscard]] QString doneSentence(PersonAction action, const model::User &user,
                                   const QString &serverName,
                                   const gateway::AccountTraits &traits = {});
/// The same of a change that somebody saved, or that an action made.
[[nodiscard]] QString changeSentence(const model::User &before, const model::User &after,
                                     const QString &serverName);

/// Before the second factor goes: how one made sure who asks.
[[nodiscard]] QString recognitionQuestion(const model::User &user);

} // namespace authdesk::ui::pages::users
