// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Settings that people change through the API, and facts about the database itself (the check value
// of the master key). Used inside Database::read() and write().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace authdesk::server::store {

class Connection;

class SettingsRepository final
{
public:
    explicit SettingsRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] std::optional<QString> find(const QString &key);
    [[nodiscard]] QHash<QString, QString> list();
    void set(const QString &key, const QString &value);
    void remove(const QString &key);

    [[nodiscard]] std::optional<QByteArray> findFact(const QString &key);
    void setFact(const QString &key, const QByteArray &value);
    void removeFact(const QString &key);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
