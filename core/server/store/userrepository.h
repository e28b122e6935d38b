// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People: find, list, create, update, remove. Used inside Database::read() and write(), on their
// thread. A statement that fails shows in what read() or write() returns, not here.
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::store {

class Connection;
class Database;

class UserRepository final
{
public:
    explicit UserRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] bool isEmpty();
    [[nodiscard]] std::optional<UserRecord> find(qint64 id, const QDateTime &now);
    [[nodiscard]] std::optional<UserRecord> findByUid(const QString &uid, const QDateTime &now);
    /// By username or e-mail, whichever the text is, compared folded.
    [[nodiscard]] std::optional<UserRecord> findByLogin(const QString &login, const QDateTime &now);

    /// Everybody with one of these uids, or one of these folded names as username or e-mail; each
    /// once, in no order.
    [[nodiscard]] QList<UserRecord> findAny(const QStringList &uids, const QStringList &foldedNames,
                                            const QDateTime &now);
    /// Those of these ids who are there, by id.
    [[nodiscard]] QList<UserRecord> findMany(const QList<qint64> &ids, const QDateTime &now);

    /// The lowest id from `from` on of somebody with a password whose hash does not begin so.
    /// Reads everybody up to there.
    [[nodiscard]] std::optional<qint64> findOtherHash(const QByteArray &beginning, qint64 from);

    /// A page. InvalidFields for a cursor that is not from this query. `total` is exact to 10,000.
    [[nodiscard]] base::Result<model::Page<model::User>> list(const UserListQuery &query,
                                                              const QDateTime &now);
    /// The ids of all whom the pages of that query show, at most `limit`; order, limit and cursor
    /// of the query do not count.
    [[nodiscard]] QList<qint64> listIds(const UserListQuery &query, int limit,
                                        const QDateTime &now);
    /// Whether refreshStatuses() has something to do: a lock or an account ran out since.
    [[nodiscard]] bool hasOutdatedStatuses(const QDateTime &now);
    /// Brings what list() filters and sorts by up to `now`. Needs a write.
    void refreshStatuses(const QDateTime &now);

    /// The new id. UsernameTaken, EmailTaken (one namespace), NotFound for the role.
    [[nodiscard]] base::Result<qint64> create(const NewUserRecord &user, const QDateTime &now);
    /// As create(), where this write has seen already that uid and names are free and that the role
    /// is there.
    [[nodiscard]] qint64 createKnownFree(const NewUserRecord &user, const QDateTime &now);
    /// NotFound, UsernameTaken, EmailTaken; VersionConflict when `version` is given and old.
    [[nodiscard]] base::Result<void> update(qint64 id, const UserRecordChange &change,
                                            std::optional<qint64> version, const QDateTime &now);
    /// With sessions, factors, codes and all else of that person; false when there is none.
    [[nodiscard]] bool remove(qint64 id);

    /// A lasting password; ends any one-time password and the duty to change.
    void setPassword(qint64 id, const QByteArray &hash, const QDateTime &now);
    /// The same password under newer parameters: nothing else changes, the version neither.
    void setPasswordHash(qint64 id, const QByteArray &hash);
    /// A one-time password instead of every earlier one; it must be changed at the next sign-in.
    void setOneTimePassword(qint64 id, const QByteArray &hash, const QDateTime &expiresAt,
                            const QDateTime &now);
    void setMustChangePassword(qint64 id, bool mustChange, const QDateTime &now);
    /// `user` is as it stands in this transaction.
    void setLastSignIn(const model::User &user, const QDateTime &at);

    /// How many with one of these roles are neither disabled nor past their end, one person left
    /// out: is `except` the last who may manage users?
    [[nodiscard]] qint64 countUsable(const QList<qint64> &roleIds, std::optional<qint64> except,
                                     const QDateTime &now);

private:
    Connection &m_connection;
};

/// UserRepository::list() after bringing statuses up to date, which takes a write now and then.
[[nodiscard]] base::Result<model::Page<model::User>>
listUsers(Database &database, const UserListQuery &query, const QDateTime &now);
/// UserRepository::listIds() alike.
[[nodiscard]] base::Result<QList<qint64>>
listUserIds(Database &database, const UserListQuery &query, int limit, const QDateTime &now);

} // namespace authdesk::server::store
