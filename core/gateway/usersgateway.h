// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other people's accounts. Implemented by the clients whose server can; window thread; futures as
// in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/page.h"
#include "core/model/signincheck.h"
#include "core/model/user.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

enum class UserSort { Name, Username, Email, Role, Status, SecondFactor, LastSignIn, Created };

struct UserQuery
{
    QString search;
    QString roleSlug; ///< empty: every role
    std::optional<model::UserStatus> status;
    std::optional<bool> secondFactor;
    UserSort sort = UserSort::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
    int limit = 100;
    QString cursor; ///< empty: the first page
    bool operator==(const UserQuery &) const = default;
};

struct NewUser
{
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    QString roleSlug;
    std::optional<QDateTime> validUntil = {}; ///< none: no end
};

struct CreatedUser
{
    model::User user;
    base::Secret oneTimePassword;
    QDateTime expiresAt = {}; ///< of the password, UTC; not valid: the server does not say
    bool operator==(const CreatedUser &) const = default;
};

struct UserChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> roleSlug;
    std::optional<model::UserStatus> status; ///< Active or Disabled
    /// Inner none: no end.
    std::optional<std::optional<QDateTime>> validUntil = {};
    bool operator==(const UserChange &) const = default;
};

/// A secret that gets a person in again, and until when.
struct OneTimeSecret
{
    base::Secret secret;
    QDateTime expiresAt; ///< UTC
    bool operator==(const OneTimeSecret &) const = default;
};

/// What accounts of this kind of server are like. The defaults are those of our own.
struct AccountTraits
{
    bool hasEmail = true;
    bool hasEnd = true;       ///< a day after which nobody signs in
    bool canBeRenamed = true; ///< the username
    bool canBeDeleted = true;
    /// False: there is no switch. Disabling is *Block*, and only a new password lets in again.
    bool hasStatus = true;
    bool passwordsAreOneTime = true; ///< one that is handed out must be changed; false: it lasts
    bool hasSessions = true;         ///< false: endSessions() revokes all keys
    /// What cannot be done here and why, for people; empty: nothing worth a sentence.
    QString limits = {};
    bool operator==(const AccountTraits &) const = default;
};

class UsersGateway
{
public:
    UsersGateway() = default;
    UsersGateway(const UsersGateway &) = delete;
    UsersGateway &operator=(const UsersGateway &) = delete;
    virtual ~UsersGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    [[nodiscard]] virtual AccountTraits traits() const { return {}; }

    [[nodiscard]] virtual Answer<model::Page<model::User>> list(const UserQuery &query) = 0;
    [[nodiscard]] virtual Answer<model::User> find(qint64 id) = 0;
    [[nodiscard]] virtual Answer<CreatedUser> create(const NewUser &user) = 0;
    /// VersionConflict when `version` is not the newest; nothing is changed then.
    [[nodiscard]] virtual Answer<model::User> update(qint64 id, const UserChange &change,
                                                     qint64 version) = 0;
    [[nodiscard]] virtual Answer<void> remove(qint64 id) = 0;
    [[nodiscard]] virtual Answer<OneTimeSecret> resetPassword(qint64 id) = 0;
    /// `recognisedBy`: how whoever resets made sure who asks; the server's audit keeps it.
    [[nodiscard]] virtual Answer<OneTimeSecret> resetSecondFactor(qint64 id,
                                                                  const QString &recognisedBy) = 0;
    [[nodiscard]] virtual Answer<model::SignInCheck> checkSignIn(qint64 id) = 0;
    [[nodiscard]] virtual Answer<model::User> unlock(qint64 id) = 0;
    [[nodiscard]] virtual Answer<model::User> endSessions(qint64 id) = 0;
    [[nodiscard]] virtual Answer<QList<model::Role>> roles() = 0;
};

} // namespace authdesk::gateway
