// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person's row: its columns, what is derived from them, and how a status is told at a time. Only
// inside this room.
#pragma once

#include "core/server/store/connection.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::store {

/// The columns that userFromRow() reads, of `users u` and `roles r`.
#define AUTHDESK_USER_COLUMNS                                                                      \
    "u.id, u.uid, u.username, u.email, u.first_name, u.last_name, r.id, r.slug, r.name, "          \
    "u.valid_until, u.mfa_kinds, u.must_change_password, u.last_login_at, u.created_at, "          \
    "u.updated_at, u.version, u.disabled_at, u.disabled_by, u.locked_until"

inline constexpr int userColumnCount = 19;

[[nodiscard]] UserRecord userFromRow(const Rows &rows, const QDateTime &now);

/// What a list sorts the person's name by.
[[nodiscard]] QString nameSort(const QString &username, const QString &firstName,
                               const QString &lastName);

/// How a status is stored; also its place in a list sorted by status.
[[nodiscard]] int storedStatus(model::UserStatus status);
/// How a set of factors is stored.
[[nodiscard]] int storedKind(model::MfaKind kind);

/// What refreshStatus() would make of somebody new.
struct FirstStatus
{
    int status = 0;
    std::optional<QDateTime> due;
};
[[nodiscard]] FirstStatus firstStatus(const NewUserRecord &user, const QDateTime &now);

/// Derives the status anew, after a change of anything it depends on.
void refreshStatus(Connection &connection, qint64 userId, const QDateTime &now);
/// Every status that time has changed.
void refreshDueStatuses(Connection &connection, const QDateTime &now);

} // namespace authdesk::server::store
