// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done to many people at once, each on their own. Plain values.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

enum class BulkAction {
    Disable,
    Enable,
    Delete,
    SetRole,
    ResetPassword,
    ResetMfa,
    Unlock,
    RevokeSessions
};

/// How many people one call may name or find.
inline constexpr int mostPeopleAtOnce = 1000;

[[nodiscard]] QLatin1StringView bulkActionName(BulkAction action); ///< "disable", …
[[nodiscard]] std::optional<BulkAction> bulkActionFromName(QStringView name);

} // namespace authdesk::model
