// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Recovery codes, and the one-time code that an admin hands out after removing factors: hashes that
// work once. Used inside Database::read() and write().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QList>

#include <optional>

namespace authdesk::server::store {

class Connection;

struct RecoveryCodeRecord
{
    qint64 id = 0;
    QByteArray hash = {}; ///< salted
};

struct OneTimeCodeRecord
{
    QByteArray hash = {}; ///< salted
    QDateTime expiresAt = {};
};

class RecoveryCodeRepository final
{
public:
    explicit RecoveryCodeRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// A new set in place of the old one, spent or not.
    void replace(qint64 userId, const QList<QByteArray> &hashes, const QDateTime &now);
    [[nodiscard]] QList<RecoveryCodeRecord> listUnspent(qint64 userId);
    [[nodiscard]] qint64 countUnspent(qint64 userId);
    /// True for exactly one caller per code.
    [[nodiscard]] bool spend(qint64 id, const QDateTime &now);
    void removeAll(qint64 userId);

    /// One at a time per person: a new code ends the earlier one.
    void setOneTimeCode(qint64 userId, const QByteArray &hash, const QDateTime &expiresAt,
                        const QDateTime &now);
    /// The code that is still good.
    [[nodiscard]] std::optional<OneTimeCodeRecord> findOneTimeCode(qint64 userId,
                                                                   const QDateTime &now);
    /// True for exactly one caller; the code is gone then.
    [[nodiscard]] bool spendOneTimeCode(qint64 userId);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
