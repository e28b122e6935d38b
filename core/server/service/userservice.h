// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other people's accounts. Every call checks the actor's rights, whatever the routes checked
// already, writes its audit row in the same transaction, and never leaves the server without
// someone who may manage users. Thread-safe; blocks.
#pragma once

#include "core/model/page.h"
#include "core/model/signincheck.h"
#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

namespace authdesk::server::service {

class Toolbox;

enum class UserSort { Name, Username, Email, Role, Status, SecondFactor, LastSignIn, Created };

struct UserQuery
{
    QString search;
    QString roleSlug; ///< empty: every role
    std::optional<model::UserStatus> status;
    std::optional<bool> mfa;
    UserSort sort = UserSort::Name;
    Qt::SortOrder order = Qt::AscendingOrder;
    int limit = 50; ///< 1 to 200
    QString cursor; ///< of the page before, same query
};

/// How long a password that an admin chose for somebody is meant to be good.
enum class PasswordKind {
    ForFirstSignIn, ///< must be changed then
    Lasting,        ///< where a documented body sets one
};

struct NewUser
{
    QString username; ///< empty: the e-mail is the username
    std::optional<QString> email;
    QString firstName;
    QString lastName;
    QString roleSlug;                                     ///< empty: "user"
    model::UserStatus status = model::UserStatus::Active; ///< or Disabled
    std::optional<QDateTime> validUntil;
    std::optional<base::Secret> password; ///< none: a one-time password is made
    PasswordKind passwordKind = PasswordKind::ForFirstSignIn;
};

struct CreatedUser
{
    model::User user;
    std::optional<OneTimeSecret> oneTimePassword; ///< where none came
};

struct UserChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> roleSlug;
    std::optional<model::UserStatus> status;            ///< Active or Disabled
    std::optional<std::optional<QDateTime>> validUntil; ///< inner none: no end
};

class UserService final
{
public:
    explicit UserService(Toolbox &tools);

    [[nodiscard]] base::Result<model::Page<model::User>> list(const Actor &actor,
                                                              const UserQuery &query);
    [[nodiscard]] base::Result<model::User> find(const Actor &actor, qint64 id);
    /// Whether the person can sign in. How far their clock is off is told only to those who may
    /// change people.
    [[nodiscard]] base::Result<model::SignInCheck> checkSignIn(const Actor &actor, qint64 id);
    /// InvalidFields, UsernameTaken, EmailTaken, Forbidden (a role with rights the actor lacks).
    [[nodiscard]] base::Result<CreatedUser> create(const Actor &actor, const NewUser &wanted,
                                                   const Caller &caller);
    /// VersionConflict where `version` is given and not the newest; nothing is changed then.
    /// Setting what is already so changes nothing: no new version, no audit.
    [[nodiscard]] base::Result<model::User> update(const Actor &actor, qint64 id,
                                                   const UserChange &change,
                                                   std::optional<qint64> version,
                                                   const Caller &caller);
    [[nodiscard]] base::Result<> remove(const Actor &actor, qint64 id,
                                        std::optional<qint64> version, const Caller &caller);
    /// A one-time password, good for 72 hours; every session ends.
    [[nodiscard]] base::Result<OneTimeSecret> resetPassword(const Actor &actor, qint64 id,
                                                            const Caller &caller);
    /// A one-time code, good for an hour beside the password; every factor and session ends. The
    /// audit keeps how the person was recognised, where somebody says so.
    [[nodiscard]] base::Result<OneTimeSecret> resetSecondFactor(const Actor &actor, qint64 id,
                                                                const Caller &caller,
                                                                const QString &recognisedBy = {});
    [[nodiscard]] base::Result<model::User> unlock(const Actor &actor, qint64 id,
                                                   const Caller &caller);
    [[nodiscard]] base::Result<model::User> revokeSessions(const Actor &actor, qint64 id,
                                                           const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
