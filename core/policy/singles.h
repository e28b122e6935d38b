// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The single actions and subjects that `Manage` and `All` stand for. Inside this room only.
#pragma once

#include "core/model/statement.h"

#include <algorithm>
#include <array>

namespace authdesk::policy {

/// `Manage` stands for itself too: what none of the others names (unlock, reset, grant).
inline constexpr std::array singleActions{
    model::Action::Create, model::Action::Read,   model::Action::Update, model::Action::Delete,
    model::Action::Search, model::Action::Export, model::Action::Sync,   model::Action::Manage};
inline constexpr std::array singleSubjects{model::Subject::Users,     model::Subject::Roles,
                                           model::Subject::Sessions,  model::Subject::Keys,
                                           model::Subject::Audit,     model::Subject::Settings,
                                           model::Subject::Backups,   model::Subject::Archive,
                                           model::Subject::Ingestion, model::Subject::Dashboard};

[[nodiscard]] inline bool speaksOf(const model::Statement &statement, model::Action action,
                                   model::Subject subject)
{
    return (statement.actions.contains(action) || statement.actions.contains(model::Action::Manage))
           && (statement.subjects.contains(subject)
               || statement.subjects.contains(model::Subject::All));
}

/// Neither conditions nor fields limit it.
[[nodiscard]] inline bool isUnlimited(const model::Statement &statement)
{
    return statement.conditions.isEmpty() && statement.fields.isEmpty();
}

/// Whether `isTrue(action, subject)` for every single one that the two stand for; stops at the
/// first that is not.
template <typename Predicate>
[[nodiscard]] bool everySingle(model::Action action, model::Subject subject, Predicate isTrue)
{
    const auto everySubject = [&](model::Action singleAction) {
        if (subject != model::Subject::All)
            return isTrue(singleAction, subject);
        return std::ranges::all_of(singleSubjects, [&](model::Subject singleSubject) {
            return isTrue(singleAction, singleSubject);
        });
    };
    if (action != model::Action::Manage)
        return everySubject(action);
    return std::ranges::all_of(singleActions, everySubject);
}

} // namespace authdesk::policy
