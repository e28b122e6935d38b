// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of people is sorted by, in columns and indexes of the database. Only inside this
// room.
#pragma once

#include "core/server/store/userrecord.h"

#include <QtCore/QString>

#include <array>

namespace authdesk::server::store {

struct OrderColumn
{
    const char *name;
    const char *index;
    bool isText;
};

inline constexpr std::array orderColumns{
    OrderColumn{"name_sort", "users_by_name", true},
    OrderColumn{"username_folded", "users_by_username", true},
    OrderColumn{"email_sort", "users_by_email", true},
    OrderColumn{"role_sort", "users_by_role", true},
    OrderColumn{"status", "users_by_status", false},
    OrderColumn{"mfa_kinds", "users_by_second_factor", false},
    OrderColumn{"last_login_at", "users_by_last_login", false},
    OrderColumn{"created_at", "users_by_created", false},
};

[[nodiscard]] inline const OrderColumn &columnOf(UserOrder order)
{
    return orderColumns[std::size_t(order)];
}

/// No text that begins with `prefix` is at or behind this, in the order of its bytes.
[[nodiscard]] inline QString behind(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010ffff", 1);
}

} // namespace authdesk::server::store
