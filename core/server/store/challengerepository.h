// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-ins that wait for their next step: a second factor, a new password. Tokens arrive hashed.
// Used inside Database::read() and write().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace authdesk::server::store {

class Connection;

enum class ChallengeKind {
    SecondFactor,   ///< found by its token
    PasswordChange, ///< found by its token
    ByName,         ///< found by person and address: Pipelit's second step carries no token
};

struct ChallengeRecord
{
    qint64 id = 0;
    ChallengeKind kind = ChallengeKind::SecondFactor;
    QByteArray tokenHash = {}; ///< empty for ByName
    qint64 userId = 0;
    QString system = {};
    QString address = {};
    QString userAgent = {};
    QString note = {}; ///< the service's own memory from one step to the next; never a secret
    int failures = 0;
    QDateTime createdAt = {};
    QDateTime expiresAt = {};
};

class ChallengeRepository final
{
public:
    explicit ChallengeRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] qint64 create(const ChallengeRecord &challenge);
    /// One that has not expired.
    [[nodiscard]] std::optional<ChallengeRecord>
    find(ChallengeKind kind, const QByteArray &tokenHash, const QDateTime &now);
    /// The newest of kind ByName that has not expired.
    [[nodiscard]] std::optional<ChallengeRecord>
    findByName(qint64 userId, const QString &system, const QString &address, const QDateTime &now);
    /// The failures including this one; 0 when the challenge is gone.
    [[nodiscard]] int countFailure(qint64 id);
    /// True for exactly one caller: whoever ends it may go on.
    [[nodiscard]] bool remove(qint64 id);
    void removeForUser(qint64 userId);
    qint64 removeExpired(const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
