// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person as stored, with what only the server may see. Plain values.
#pragma once

#include "core/model/user.h"

#include <QtCore/QByteArray>

namespace authdesk::server::store {

struct UserRecord
{
    model::User user = {};               ///< status as of the time that was asked with
    QByteArray passwordHash = {};        ///< empty: no lasting password
    QByteArray oneTimePasswordHash = {}; ///< empty: none
    std::optional<QDateTime> oneTimePasswordExpiresAt = {};
    std::optional<QDateTime> disabledAt = {};
    QString disabledBy = {};                   ///< username, or empty
    std::optional<QDateTime> lockedUntil = {}; ///< in the past: not locked any more
    bool lockedForGood = false;                ///< until somebody unlocks

    bool operator==(const UserRecord &) const = default;
};

struct NewUserRecord
{
    QString uid = {};
    QString username = {};
    std::optional<QString> email = {};
    QString firstName = {};
    QString lastName = {};
    qint64 roleId = 0;
    std::optional<QDateTime> validUntil = {};
    bool disabled = false;
    QString disabledBy = {};
    bool mustChangePassword = false;
    QByteArray passwordHash = {};
    QByteArray oneTimePasswordHash = {};
    std::optional<QDateTime> oneTimePasswordExpiresAt = {};
    std::optional<QDateTime> createdAt = {}; ///< none: now
    std::optional<QDateTime> lastLoginAt = {};
};

/// What is to be different; absent means as before.
struct UserRecordChange
{
    std::optional<QString> username = {};
    std::optional<std::optional<QString>> email = {};
    std::optional<QString> firstName = {};
    std::optional<QString> lastName = {};
    std::optional<qint64> roleId = {};
    std::optional<std::optional<QDateTime>> validUntil = {};
    std::optional<bool> disabled = {};
    QString disabledBy = {}; ///< who, when `disabled` turns true
};

enum class UserOrder { Name, Username, Email, Role, Status, SecondFactor, LastSignIn, Created };

struct UserListQuery
{
    /// Any part of name, username or e-mail; under three characters: how one of them begins.
    QString search = {};
    QString roleSlug = {}; ///< empty: every role
    std::optional<model::UserStatus> status = {};
    std::optional<bool> secondFactor = {};
    UserOrder order = UserOrder::Name;
    bool descending = false;
    int limit = 50;
    QString cursor = {}; ///< empty: the first page; else from the page before, with the same query
};

} // namespace authdesk::server::store
