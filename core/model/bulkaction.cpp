// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/bulkaction.h"

#include <array>

namespace authdesk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{
    std::pair{BulkAction::Disable, "disable"_L1},
    std::pair{BulkAction::Enable, "enable"_L1},
    std::pair{BulkAction::Delete, "delete"_L1},
    std::pair{BulkAction::SetRole, "set_role"_L1},
    std::pair{BulkAction::ResetPassword, "reset_password"_L1},
    std::pair{BulkAction::ResetMfa, "reset_mfa"_L1},
    std::pair{BulkAction::Unlock, "unlock"_L1},
    std::pair{BulkAction::RevokeSessions, "revoke_sessions"_L1},
};

} // namespace

QLatin1StringView bulkActionName(BulkAction action)
{
    for (const auto &[known, name] : names) {
        if (known == action)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<BulkAction> bulkActionFromName(QStringView name)
{
    for (const auto &[action, known] : names) {
        if (name == known)
            return action;
    }
    return std::nullopt;
}

} // namespace authdesk::model
