// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/userrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/database.h"
#include "core/server/store/folding.h"
#include "core/server/store/userrow.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

#define AUTHDESK_SELECT_USER                                                                       \
    "SELECT " AUTHDESK_USER_COLUMNS ", u.password_hash, u.one_time_hash, u.one_time_expires_at "   \
    "FROM users u CROSS JOIN roles r ON r.id = u.role_id "

UserRecord wholeUser(const Rows &rows, const QDateTime &now)
{
    UserRecord record = userFromRow(rows, now);
    record.passwordHash = rows.bytes(userColumnCount);
    record.oneTimePasswordHash = rows.bytes(userColumnCount + 1);
    record.oneTimePasswordExpiresAt = rows.optionalTime(userColumnCount + 2);
    return record;
}

std::optional<UserRecord> oneUser(Rows rows, const QDateTime &now)
{
    return rows.next() ? std::optional(wholeUser(rows, now)) : std::nullopt;
}

QList<UserRecord> manyUsers(Rows rows, const QDateTime &now)
{
    QList<UserRecord> users;
    while (rows.next())
        users.append(wholeUser(rows, now));
    return users;
}

/// For words().listedIds and listedTexts.
QString listed(const QJsonArray &list)
{
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

/// Names and addresses share one namespace: each is looked for among both. `except` is whose own
/// ones do not count; 0 for nobody.
Result<void> checkFree(Connection &connection, const QString &username,
                       const std::optional<QString> &email, qint64 except)
{
    const auto isTaken = [&](const QString &name) {
        return connection
            .select("SELECT 1 FROM users WHERE username_folded = ?1 AND id <> ?2 UNION ALL "
                    "SELECT 1 FROM users WHERE email_folded = ?1 AND id <> ?2",
                    {name, except})
            .next();
    };
    if (isTaken(folded(username)))
        return fail(ErrorCode::UsernameTaken, u"This username is taken."_s);
    if (email && isTaken(folded(*email)))
        return fail(ErrorCode::EmailTaken, u"This e-mail address is taken."_s);
    return {};
}

bool hasRole(Connection &connection, qint64 roleId)
{
    return connection.select("SELECT 1 FROM roles WHERE id = ?", {roleId}).next();
}

/// What `read(UserRepository &)` returns, with every status as it is now.
template <typename Read>
auto readUpToDate(Database &database, const QDateTime &now, Read read)
{
    // Most lists find nothing outdated and only read.
    bool isOutdated = false;
    auto found = database.read([&](Connection &connection) {
        UserRepository users(connection);
        isOutdated = users.hasOutdatedStatuses(now);
        return read(users);
    });
    if (!found || !isOutdated)
        return found;
    const Result<void> refreshed = database.write(
        [&](Connection &connection) { UserRepository(connection).refreshStatuses(now); });
    if (!refreshed)
        return decltype(found)(fail(refreshed.error()));
    return database.read([&](Connection &connection) {
        UserRepository users(connection);
        return read(users);
    });
}

std::optional<QString> foldedIfAny(const std::optional<QString> &text)
{
    return text ? std::optional(folded(*text)) : std::nullopt;
}

} // namespace

bool UserRepository::isEmpty()
{
    return !m_connection.select("SELECT 1 FROM users LIMIT 1").next();
}

std::optional<UserRecord> UserRepository::find(qint64 id, const QDateTime &now)
{
    return oneUser(m_connection.select(AUTHDESK_SELECT_USER "WHERE u.id = ?", {id}), now);
}

std::optional<UserRecord> UserRepository::findByUid(const QString &uid, const QDateTime &now)
{
    return oneUser(m_connection.select(AUTHDESK_SELECT_USER "WHERE u.uid = ?", {uid}), now);
}

std::optional<UserRecord> UserRepository::findByLogin(const QString &login, const QDateTime &now)
{
    return oneUser(m_connection.select(AUTHDESK_SELECT_USER
                                       "WHERE u.username_folded = ?1 OR u.email_folded = ?1",
                                       {folded(login)}),
                   now);
}

QList<UserRecord> UserRepository::findAny(const QStringList &uids, const QStringList &foldedNames,
                                          const QDateTime &now)
{
    const std::string texts = m_connection.engine().words().listedTexts;
    const QString names = listed(QJsonArray::fromStringList(foldedNames));
    // Each part by an index of its own; who meets several is found once.
    return manyUsers(m_connection.select(AUTHDESK_SELECT_USER
                                             "WHERE u.id IN (SELECT id FROM users WHERE uid IN ("
                                             + texts
                                             + ") UNION SELECT id FROM users WHERE username_folded "
                                               "IN ("
                                             + texts
                                             + ") UNION SELECT id FROM users WHERE email_folded IN "
                                               "("
                                             + texts + "))",
                                         {listed(QJsonArray::fromStringList(uids)), names, names}),
                     now);
}

QList<UserRecord> UserRepository::findMany(const QList<qint64> &ids, const QDateTime &now)
{
    QJsonArray list;
    for (const qint64 id : ids)
        list.append(id);
    return manyUsers(m_connection.select(AUTHDESK_SELECT_USER "WHERE u.id IN ("
                                             + std::string(m_connection.engine().words().listedIds)
                                             + ") ORDER BY u.id",
                                         {listed(list)}),
                     now);
}

std::optional<qint64> UserRepository::findOtherHash(const QByteArray &beginning, qint64 from)
{
    Q_ASSERT(!beginning.isEmpty() && beginning.back() < '\x7f');
    QByteArray behind = beginning;
    ++behind.back();
    Rows rows = m_connection.select(
        "SELECT id FROM users WHERE id >= ?1 AND ((length(password_hash) > 0 AND (password_hash < "
        "?2 OR password_hash >= ?3)) OR (length(one_time_hash) > 0 AND (one_time_hash < ?2 OR "
        "one_time_hash >= ?3))) ORDER BY id LIMIT 1",
        {from, beginning, behind});
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

bool UserRepository::hasOutdatedStatuses(const QDateTime &now)
{
    return m_connection.select("SELECT 1 FROM users WHERE status_due <= ? LIMIT 1", {now}).next();
}

void UserRepository::refreshStatuses(const QDateTime &now)
{
    refreshDueStatuses(m_connection, now);
}

Result<qint64> UserRepository::create(const NewUserRecord &user, const QDateTime &now)
{
    if (const Result<void> free = checkFree(m_connection, user.username, user.email, 0); !free)
        return fail(free.error());
    if (!hasRole(m_connection, user.roleId))
        return fail(ErrorCode::NotFound, u"There is no such role."_s);
    return createKnownFree(user, now);
}

qint64 UserRepository::createKnownFree(const NewUserRecord &user, const QDateTime &now)
{
    const std::optional<QString> email = foldedIfAny(user.email);
    const FirstStatus first = firstStatus(user, now);
    return m_connection.insert(
        "INSERT INTO users (uid, username, username_folded, email, email_folded, first_name, "
        "last_name, role_id, disabled_at, disabled_by, valid_until, must_change_password, "
        "password_hash, one_time_hash, one_time_expires_at, created_at, updated_at, name_sort, "
        "email_sort, role_sort, last_login_at, status, status_due) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
        "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?20, ?16, ?17, ?18, "
        "(SELECT name_sort FROM roles WHERE id = ?8), ?19, ?21, ?22)",
        {user.uid,
         user.username,
         folded(user.username),
         user.email,
         email,
         user.firstName,
         user.lastName,
         user.roleId,
         user.disabled ? std::optional(now) : std::nullopt,
         user.disabledBy,
         user.validUntil,
         user.mustChangePassword,
         user.passwordHash,
         user.oneTimePasswordHash,
         user.oneTimePasswordExpiresAt,
         now,
         nameSort(user.username, user.firstName, user.lastName),
         email.value_or(QString()),
         user.lastLoginAt ? SqlValue(*user.lastLoginAt) : SqlValue(0),
         user.createdAt.value_or(now),
         first.status,
         first.due});
}

Result<void> UserRepository::update(qint64 id, const UserRecordChange &change,
                                    std::optional<qint64> version, const QDateTime &now)
{
    const std::optional<UserRecord> before = find(id, now);
    if (!before)
        return fail(ErrorCode::NotFound, u"There is no such user."_s);
    if (version && *version != before->user.version)
        return fail(ErrorCode::VersionConflict, u"Somebody else changed this user meanwhile."_s);
    const model::User &old = before->user;
    const QString username = change.username.value_or(old.username);
    const std::optional<QString> email = change.email.value_or(old.email);
    const QString firstName = change.firstName.value_or(old.firstName);
    const QString lastName = change.lastName.value_or(old.lastName);
    const qint64 roleId = change.roleId.value_or(old.role.id);
    if (const Result<void> free = checkFree(m_connection, username, email, id); !free)
        return free;
    if (!hasRole(m_connection, roleId))
        return fail(ErrorCode::NotFound, u"There is no such role."_s);
    std::optional<QDateTime> disabledAt = before->disabledAt;
    QString disabledBy = before->disabledBy;
    if (change.disabled && *change.disabled != disabledAt.has_value()) {
        disabledAt = *change.disabled ? std::optional(now) : std::nullopt;
        disabledBy = *change.disabled ? change.disabledBy : QString();
    }
    const std::optional<QString> emailFolded = foldedIfAny(email);
    m_connection.execute(
        "UPDATE users SET username = ?2, username_folded = ?3, email = ?4, email_folded = ?5, "
        "first_name = ?6, last_name = ?7, role_id = ?8, disabled_at = ?9, disabled_by = ?10, "
        "valid_until = ?11, updated_at = ?12, version = version + 1, name_sort = ?13, "
        "email_sort = ?14, role_sort = (SELECT name_sort FROM roles WHERE id = ?8) WHERE id = ?1",
        {id, username, folded(username), email, emailFolded, firstName, lastName, roleId,
         disabledAt, disabledBy, change.validUntil.value_or(old.validUntil), now,
         nameSort(username, firstName, lastName), emailFolded.value_or(QString())});
    refreshStatus(m_connection, id, now);
    return {};
}

bool UserRepository::remove(qint64 id)
{
    return m_connection.execute("DELETE FROM users WHERE id = ?", {id}) == 1;
}

void UserRepository::setPassword(qint64 id, const QByteArray &hash, const QDateTime &now)
{
    m_connection.execute(
        "UPDATE users SET password_hash = ?2, one_time_hash = ?4, one_time_expires_at = NULL, "
        "must_change_password = 0, updated_at = ?3, version = version + 1 WHERE id = ?1",
        {id, hash, now, QByteArray()});
    refreshStatus(m_connection, id, now);
}

void UserRepository::setPasswordHash(qint64 id, const QByteArray &hash)
{
    m_connection.execute("UPDATE users SET password_hash = ?2 WHERE id = ?1", {id, hash});
}

void UserRepository::setOneTimePassword(qint64 id, const QByteArray &hash,
                                        const QDateTime &expiresAt, const QDateTime &now)
{
    m_connection.execute(
        "UPDATE users SET password_hash = ?5, one_time_hash = ?2, one_time_expires_at = ?3, "
        "must_change_password = 1, updated_at = ?4, version = version + 1 WHERE id = ?1",
        {id, hash, expiresAt, now, QByteArray()});
    refreshStatus(m_connection, id, now);
}

void UserRepository::setMustChangePassword(qint64 id, bool mustChange, const QDateTime &now)
{
    m_connection.execute("UPDATE users SET must_change_password = ?2, updated_at = ?3, "
                         "version = version + 1 WHERE id = ?1",
                         {id, mustChange, now});
    refreshStatus(m_connection, id, now);
}

void UserRepository::setLastSignIn(const model::User &user, const QDateTime &at)
{
    const qint64 id = user.id;
    m_connection.execute("UPDATE users SET last_login_at = ?2 WHERE id = ?1", {id, at});
    if (user.lastLoginAt)
        return;
    // The one status that a sign-in changes, and only the first one.
    m_connection.execute(
        "UPDATE users SET status = ?3 WHERE id = ?1 AND status = ?2",
        {id, storedStatus(model::UserStatus::Invited), storedStatus(model::UserStatus::Active)});
}

qint64 UserRepository::countUsable(const QList<qint64> &roleIds, std::optional<qint64> except,
                                   const QDateTime &now)
{
    qint64 count = 0;
    for (const qint64 roleId : roleIds) {
        Rows rows = m_connection.select(
            "SELECT count(*) FROM users WHERE role_id = ?1 AND id <> ?2 AND disabled_at IS NULL "
            "AND (valid_until IS NULL OR valid_until > ?3)",
            {roleId, except.value_or(0), now});
        if (rows.next())
            count += rows.integer(0);
    }
    return count;
}

Result<model::Page<model::User>> listUsers(Database &database, const UserListQuery &query,
                                           const QDateTime &now)
{
    return readUpToDate(database, now,
                        [&](UserRepository &users) { return users.list(query, now); });
}

Result<QList<qint64>> listUserIds(Database &database, const UserListQuery &query, int limit,
                                  const QDateTime &now)
{
    return readUpToDate(database, now, [&](UserRepository &users) -> Result<QList<qint64>> {
        return users.listIds(query, limit, now);
    });
}

} // namespace authdesk::server::store
