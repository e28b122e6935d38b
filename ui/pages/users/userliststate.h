// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of people remembers between two starts: columns, widths, sort and filter. Never
// what was searched for, and never anything about a person. Plain values.
#pragma once

#include "ui/pages/users/usercolumns.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

namespace authdesk::ui::pages::users {

struct UserListState
{
    QList<UserColumn> columns = defaultColumns(); ///< shown, from left to right; never empty
    QHash<UserColumn, int> widths;                ///< only those that were dragged
    gateway::UserSort sort = gateway::UserSort::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
    QString roleSlug; ///< empty: every role
    std::optional<model::UserStatus> status;
    std::optional<bool> secondFactor;

    bool operator==(const UserListState &) const = default;

    [[nodiscard]] bool hasFilter() const
    {
        return !roleSlug.isEmpty() || status.has_value() || secondFactor.has_value();
    }
};

[[nodiscard]] QJsonObject encodeState(const UserListState &state);

/// What can be read of an entry of the settings file; the rest is as by default. An unknown column
/// of a newer version is left out.
[[nodiscard]] UserListState decodeState(const QJsonObject &object);

} // namespace authdesk::ui::pages::users
