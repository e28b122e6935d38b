// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file of SQLite's. Only inside this room.
#pragma once

#include "core/server/store/engine.h"

namespace authdesk::server::store {

class SqliteEngine final : public Engine
{
public:
    SqliteEngine(QString file, int busyTimeoutMs, bool mapsFile);

    [[nodiscard]] QString name() const override { return m_file; }
    [[nodiscard]] QString kind() const override { return QStringLiteral("sqlite"); }
    [[nodiscard]] const Words &words() const override;
    [[nodiscard]] const Catalogue &catalogue() const override;
    [[nodiscard]] QString driver() const override;
    [[nodiscard]] QString missingDriver() const override;
    void address(QSqlDatabase &database, Mode mode) const override;
    [[nodiscard]] QStringList greeting(Mode mode) const override;
    [[nodiscard]] QStringList wake(Mode mode) const override;
    [[nodiscard]] QStringList rest(Mode mode) const override;
    [[nodiscard]] QStringList beginRead() const override;
    [[nodiscard]] QStringList beginWrite() const override;
    [[nodiscard]] bool preparesControl() const override { return true; }
    [[nodiscard]] bool knowsLastId() const override { return true; }
    [[nodiscard]] bool readsForward() const override { return true; }
    [[nodiscard]] QString searchPattern(const QString &part) const override;
    [[nodiscard]] QStringList preparation() const override;
    [[nodiscard]] QString migrations() const override;
    [[nodiscard]] std::string_view countTables() const override;
    [[nodiscard]] std::string_view dataVersion() const override { return "PRAGMA data_version"; }
    [[nodiscard]] base::Error errorOf(const QSqlError &error) const override;
    [[nodiscard]] bool isLost(const QSqlError &) const override { return false; }

private:
    QString m_file;
    int m_busyTimeoutMs;
    bool m_mapsFile;
};

} // namespace authdesk::server::store
