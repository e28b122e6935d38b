// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Brings a schema up to date by files NNNN_what.sql, all of them or none. Only inside this room.
#pragma once

#include "core/base/result.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace authdesk::server::store {

class Connection;

class Migrator final
{
public:
    /// The folder of the files; an engine's own are in Engine::migrations().
    explicit Migrator(QString folder);

    /// 0: a database without any table. DatabaseDamaged: tables, but none of ours.
    [[nodiscard]] base::Result<int> versionOf(Connection &connection) const;
    /// The newest version that the files lead to.
    [[nodiscard]] int newest() const;
    /// DatabaseNewer when the database is ahead of the files.
    [[nodiscard]] base::Result<void> checkVersion(int version, const QString &name) const;
    /// One transaction for everything that is missing; an error leaves the database as it was.
    [[nodiscard]] base::Result<void> migrate(Connection &connection) const;
    /// The same within a transaction that has begun; an error leaves it to be rolled back.
    [[nodiscard]] base::Result<void> bringUpToDate(Connection &connection) const;

private:
    struct Step
    {
        int version = 0;
        QString name;
        QString path;
    };

    [[nodiscard]] base::Result<void> apply(Connection &connection, const Step &step) const;

    QList<Step> m_steps; ///< by version
};

} // namespace authdesk::server::store
