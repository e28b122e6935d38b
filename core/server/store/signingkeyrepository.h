// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys that sign tokens; their secrets arrive sealed. Used inside Database::read() and write().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace authdesk::server::store {

class Connection;

struct SigningKeyRecord
{
    QString id;        ///< the `kid`
    QString algorithm; ///< "HS256", "EdDSA"
    QByteArray sealedSecret;
    QByteArray publicKey; ///< empty: there is none to show
    QDateTime createdAt;
    std::optional<QDateTime> retiredAt = {}; ///< since when it signs nothing any more
};

class SigningKeyRepository final
{
public:
    explicit SigningKeyRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Fails the transaction where another one of that algorithm signs.
    void create(const SigningKeyRecord &key);
    /// The one that signs.
    [[nodiscard]] std::optional<SigningKeyRecord> findSigning(const QString &algorithm);
    /// All, the oldest first.
    [[nodiscard]] QList<SigningKeyRecord> list();
    /// Of every algorithm, those made before `before`; how many there were.
    qint64 retireOlderThan(const QDateTime &before, const QDateTime &now);
    /// Those retired before that time.
    void removeRetired(const QDateTime &before);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
