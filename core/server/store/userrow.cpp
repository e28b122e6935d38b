// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/userrow.h"

#include "core/server/store/folding.h"

namespace authdesk::server::store {

using model::MfaKind;
using model::UserStatus;

namespace {

// The same rule as statusOf() below; `?1` is the time. 9223372036854775807 is `forever`.
#define AUTHDESK_REFRESH_STATUS                                                                    \
    "UPDATE users SET status = CASE "                                                              \
    "WHEN disabled_at IS NOT NULL OR valid_until <= ?1 THEN 1 "                                    \
    "WHEN locked_until > ?1 THEN 2 "                                                               \
    "WHEN must_change_password = 1 AND last_login_at = 0 THEN 3 ELSE 0 END, "                      \
    "status_due = CASE "                                                                           \
    "WHEN valid_until > ?1 AND (locked_until <= ?1 OR valid_until < locked_until) "                \
    "THEN valid_until "                                                                            \
    "WHEN locked_until > ?1 THEN nullif(locked_until, 9223372036854775807) END "

UserStatus statusOf(const UserRecord &record, qint64 lockedUntil, const QDateTime &now)
{
    const model::User &user = record.user;
    if (record.disabledAt || (user.validUntil && *user.validUntil <= now))
        return UserStatus::Disabled;
    if (lockedUntil > toStored(now))
        return UserStatus::Locked;
    if (user.mustChangePassword && !user.lastLoginAt)
        return UserStatus::Invited;
    return UserStatus::Active;
}

} // namespace

int storedKind(MfaKind kind)
{
    switch (kind) {
    case MfaKind::Totp:
        return 1;
    case MfaKind::Email:
        return 2;
    case MfaKind::WebAuthn:
        return 4;
    }
    Q_UNREACHABLE();
}

int storedStatus(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return 0;
    case UserStatus::Disabled:
        return 1;
    case UserStatus::Locked:
        return 2;
    case UserStatus::Invited:
        return 3;
    }
    Q_UNREACHABLE();
}

UserRecord userFromRow(const Rows &rows, const QDateTime &now)
{
    UserRecord record;
    model::User &user = record.user;
    user.id = rows.integer(0);
    user.uid = rows.text(1);
    user.username = rows.text(2);
    if (!rows.isNull(3))
        user.email = rows.text(3);
    user.firstName = rows.text(4);
    user.lastName = rows.text(5);
    user.role = {.id = rows.integer(6), .slug = rows.text(7), .name = rows.text(8)};
    user.validUntil = rows.optionalTime(9);
    const qint64 kinds = rows.integer(10);
    for (const MfaKind kind : {MfaKind::Totp, MfaKind::Email, MfaKind::WebAuthn}) {
        if (kinds & storedKind(kind))
            user.mfaMethods.append(kind);
    }
    user.mfaEnabled = kinds != 0;
    user.mustChangePassword = rows.flag(11);
    if (rows.integer(12) != 0)
        user.lastLoginAt = rows.time(12);
    user.createdAt = rows.time(13);
    user.updatedAt = rows.time(14);
    user.version = rows.integer(15);
    record.disabledAt = rows.optionalTime(16);
    record.disabledBy = rows.text(17);
    const qint64 lockedUntil = rows.integer(18);
    record.lockedForGood = lockedUntil == forever;
    if (lockedUntil != 0 && lockedUntil != forever)
        record.lockedUntil = timeFromStored(lockedUntil);
    user.status = statusOf(record, lockedUntil, now);
    return record;
}

QString nameSort(const QString &username, const QString &firstName, const QString &lastName)
{
    model::User user;
    user.username = username;
    user.firstName = firstName;
    user.lastName = lastName;
    return folded(user.displayName());
}

FirstStatus firstStatus(const NewUserRecord &user, const QDateTime &now)
{
    UserRecord record;
    record.user.validUntil = user.validUntil;
    record.user.mustChangePassword = user.mustChangePassword;
    record.user.lastLoginAt = user.lastLoginAt;
    if (user.disabled)
        record.disabledAt = now;
    FirstStatus first{.status = storedStatus(statusOf(record, 0, now)), .due = std::nullopt};
    if (user.validUntil && *user.validUntil > now)
        first.due = user.validUntil;
    return first;
}

void refreshStatus(Connection &connection, qint64 userId, const QDateTime &now)
{
    connection.execute(AUTHDESK_REFRESH_STATUS "WHERE id = ?2", {now, userId});
}

void refreshDueStatuses(Connection &connection, const QDateTime &now)
{
    connection.execute(AUTHDESK_REFRESH_STATUS "WHERE status_due <= ?1", {now});
}

} // namespace authdesk::server::store
