// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/settingsrepository.h"

#include "core/server/store/connection.h"

namespace authdesk::server::store {

std::optional<QString> SettingsRepository::find(const QString &key)
{
    Rows rows = m_connection.select("SELECT value FROM settings WHERE key = ?", {key});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

QHash<QString, QString> SettingsRepository::list()
{
    QHash<QString, QString> settings;
    Rows rows = m_connection.select("SELECT key, value FROM settings");
    while (rows.next())
        settings.insert(rows.text(0), rows.text(1));
    return settings;
}

void SettingsRepository::set(const QString &key, const QString &value)
{
    m_connection.execute("INSERT INTO settings (key, value) VALUES (?, ?) "
                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         {key, value});
}

void SettingsRepository::remove(const QString &key)
{
    m_connection.execute("DELETE FROM settings WHERE key = ?", {key});
}

std::optional<QByteArray> SettingsRepository::findFact(const QString &key)
{
    Rows rows = m_connection.select("SELECT value FROM facts WHERE key = ?", {key});
    return rows.next() ? std::optional(rows.bytes(0)) : std::nullopt;
}

void SettingsRepository::setFact(const QString &key, const QByteArray &value)
{
    m_connection.execute("INSERT INTO facts (key, value) VALUES (?, ?) "
                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         {key, value});
}

void SettingsRepository::removeFact(const QString &key)
{
    m_connection.execute("DELETE FROM facts WHERE key = ?", {key});
}

} // namespace authdesk::server::store
