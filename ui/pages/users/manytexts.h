// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said when something is done to several people: the question, the progress, the result.
// Whole sentences. Pure functions.
#pragma once

#include "ui/pages/users/manyviewmodel.h"
#include "ui/widgets/confirmdialog.h"

namespace authdesk::ui::pages::users {

/// On the button of the selection, or in its menu; "…" because each one asks first.
[[nodiscard]] QString manyLabel(model::BulkAction action);
/// The question: to how many, who is left out and why, what will happen. `roleName`: of SetRole.
[[nodiscard]] widgets::ConfirmDialog::Texts manyQuestion(model::BulkAction action,
                                                         const ManyPeople &people,
                                                         const QString &roleName,
                                                         const QString &serverName);
/// Over the progress.
[[nodiscard]] QString manyProgressTitle(model::BulkAction action);
/// "12 people are disabled on acme-prod."
[[nodiscard]] QString manyDone(model::BulkAction action, qsizetype count,
                               const QString &serverName);

} // namespace authdesk::ui::pages::users
