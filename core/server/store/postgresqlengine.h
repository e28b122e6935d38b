// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A database in a PostgreSQL, 13 or newer, that several servers may share. Only inside this room.
#pragma once

#include "core/server/store/engine.h"
#include "core/server/store/postgresqladdress.h"

namespace authdesk::server::store {

class PostgresqlEngine final : public Engine
{
public:
    PostgresqlEngine(PostgresqlAddress address, int busyTimeoutMs, QString source);

    [[nodiscard]] QString name() const override { return m_address.shown(); }
    [[nodiscard]] QString kind() const override { return QStringLiteral("postgresql"); }
    [[nodiscard]] const Words &words() const override;
    [[nodiscard]] const Catalogue &catalogue() const override;
    [[nodiscard]] QString driver() const override;
    [[nodiscard]] QString missingDriver() const override;
    void address(QSqlDatabase &database, Mode mode) const override;
    [[nodiscard]] QStringList greeting(Mode mode) const override;
    [[nodiscard]] QStringList beginRead() const override;
    [[nodiscard]] QStringList beginWrite() const override;
    [[nodiscard]] bool preparesControl() const override { return false; }
    [[nodiscard]] bool readsForward() const override { return false; }
    [[nodiscard]] QString spelled(const QString &sql) const override;
    [[nodiscard]] QVariant held(const QVariant &value) const override;
    [[nodiscard]] QString searchPattern(const QString &part) const override;
    [[nodiscard]] QString migrations() const override;
    [[nodiscard]] std::string_view countTables() const override;
    [[nodiscard]] bool tellsChanges() const override { return true; }
    [[nodiscard]] base::Error errorOf(const QSqlError &error) const override;
    [[nodiscard]] bool isLost(const QSqlError &error) const override;

private:
    PostgresqlAddress m_address;
    int m_busyTimeoutMs;
    QString m_source;
};

} // namespace authdesk::server::store
