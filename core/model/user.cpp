// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/user.h"

namespace authdesk::model {

using namespace Qt::StringLiterals;

QLatin1StringView userStatusName(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return "active"_L1;
    case UserStatus::Disabled:
        return "disabled"_L1;
    case UserStatus::Locked:
        return "locked"_L1;
    case UserStatus::Invited:
        return "invited"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<UserStatus> userStatusFromName(QStringView name)
{
    for (const UserStatus status :
         {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked, UserStatus::Invited}) {
        if (name == userStatusName(status))
            return status;
    }
    return std::nullopt;
}

QString User::displayName() const
{
    const QString name = QString(firstName + u' ' + lastName).trimmed();
    return name.isEmpty() ? username : name;
}

} // namespace authdesk::model
