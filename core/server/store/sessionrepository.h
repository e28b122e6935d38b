// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-ins that are still good. A session is one family: rotation replaces its tokens and remembers
// the spent ones. Tokens arrive hashed. Used inside Database::read() and write().
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/session.h"

#include <QtCore/QByteArray>

namespace authdesk::server::store {

class Connection;

struct SessionRecord
{
    model::Session session = {}; ///< expiresAt: the absolute end of the family
    QByteArray accessHash = {};
    QDateTime accessExpiresAt = {};
    QByteArray refreshHash = {};                    ///< empty: cannot be refreshed
    std::optional<QDateTime> refreshExpiresAt = {}; ///< the idle end, moved on by every rotation
    QDateTime signedInAt = {};
    bool enrollmentRequired = false; ///< opens only what sets up a second factor
    QString sid = {};                ///< what its signed tokens call it; empty: they are not signed
};

struct TokenRotation
{
    QByteArray accessHash = {};
    QDateTime accessExpiresAt = {};
    QByteArray refreshHash = {};
    QDateTime refreshExpiresAt = {};
};

/// What a refresh token turned out to be.
struct RefreshMatch
{
    SessionRecord record = {};
    bool spent = false; ///< rotated away before: somebody reuses it
};

struct SessionListQuery
{
    std::optional<qint64> userId = {}; ///< absent: everyone's
    /// Of people whose name, username or e-mail holds this; of less than three letters, begins so.
    QString search = {};
    int limit = 50;
    QString cursor = {};
};

class SessionRepository final
{
public:
    explicit SessionRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The new id; `record.session.id` is not looked at.
    [[nodiscard]] qint64 create(const SessionRecord &record);
    [[nodiscard]] std::optional<SessionRecord> find(qint64 id);
    /// By its newest access token, expired or not: the caller compares the times.
    [[nodiscard]] std::optional<SessionRecord> findByAccess(const QByteArray &accessHash);
    [[nodiscard]] std::optional<RefreshMatch> findByRefresh(const QByteArray &refreshHash);
    /// By what its signed tokens call it.
    [[nodiscard]] std::optional<SessionRecord> findBySid(const QString &sid);
    /// Whether that refresh token was rotated away before.
    [[nodiscard]] bool isSpent(const QByteArray &refreshHash);
    /// Newest first, those past their end left out. InvalidFields for a bad cursor.
    [[nodiscard]] base::Result<model::Page<model::Session>> list(const SessionListQuery &query,
                                                                 const QDateTime &now);

    /// New tokens for old; the old refresh token is remembered as spent. True for exactly one
    /// caller per refresh token.
    [[nodiscard]] bool rotate(qint64 id, const QByteArray &oldRefreshHash,
                              const TokenRotation &rotation, const QDateTime &now);
    /// A new access token in place of the old one; the refresh token stays. False when this is not
    /// the session's.
    [[nodiscard]] bool renewAccess(qint64 id, const QByteArray &refreshHash,
                                   const QByteArray &accessHash, const QDateTime &accessExpiresAt,
                                   const QDateTime &now);
    void setLastSeen(qint64 id, const QDateTime &at);
    /// After the factor was set up, the token opens everything.
    void clearEnrollmentRequired(qint64 id);

    [[nodiscard]] bool remove(qint64 id);
    /// All of a person's, but not `except`; how many there were.
    qint64 removeForUser(qint64 userId, std::optional<qint64> except = std::nullopt);
    /// Clears away what ended; how many there were, at most `limit`.
    qint64 removeEnded(const QDateTime &now, int limit = 1000);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
