// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/migrator.h"

#include "core/server/store/connection.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Cuts a file into its statements: see the heads of 0001_first.sql for how they end.
QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString statement;
    for (const QString &line : script.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith("--"_L1))
            continue;
        statement += line + u'\n';
        // A trigger of SQLite's, or the body of a function of PostgreSQL's.
        const bool isBlock = statement.trimmed().startsWith("CREATE TRIGGER"_L1)
                             && statement.contains(" BEGIN\n"_L1);
        const bool isInBody = statement.count("$$"_L1) % 2 != 0;
        if (isBlock ? trimmed == "END;"_L1 : trimmed.endsWith(u';') && !isInBody) {
            statements.append(statement);
            statement.clear();
        }
    }
    if (!statement.isEmpty())
        statements.append(statement);
    return statements;
}

} // namespace

Migrator::Migrator(QString folder)
{
    static const QRegularExpression pattern(u"^(\\d{4})_(\\w+)\\.sql$"_s);
    const QDir directory(std::move(folder));
    for (const QString &name : directory.entryList(QDir::Files, QDir::Name)) {
        if (const auto match = pattern.match(name); match.hasMatch()) {
            m_steps.append({.version = match.captured(1).toInt(),
                            .name = match.captured(2),
                            .path = directory.filePath(name)});
        }
    }
}

Result<int> Migrator::versionOf(Connection &connection) const
{
    qint64 tables = 0;
    bool ours = false;
    {
        Rows rows = connection.select(connection.engine().countTables());
        if (rows.next()) {
            tables = rows.integer(0);
            ours = rows.flag(1);
        }
    }
    int version = 0;
    if (ours) {
        Rows rows = connection.select("SELECT coalesce(max(version), 0) FROM schema_versions");
        if (rows.next())
            version = int(rows.integer(0));
    }
    if (auto failure = connection.takeFailure())
        return fail(*std::move(failure));
    if (!ours && tables > 0)
        return fail(connection.engine().damaged(u"there are tables, but no schema_versions"_s));
    return version;
}

int Migrator::newest() const
{
    return m_steps.isEmpty() ? 0 : m_steps.last().version;
}

Result<void> Migrator::checkVersion(int version, const QString &name) const
{
    if (version <= newest())
        return {};
    return fail(
        ErrorCode::DatabaseNewer,
        u"The database %1 was made by a newer version of Authdesk. It was left as it is."_s.arg(
            name),
        u"schema %1, known up to %2"_s.arg(version).arg(newest()));
}

Result<void> Migrator::migrate(Connection &connection) const
{
    if (const Result<void> begun = connection.begin(); !begun)
        return begun;
    Result<void> done = bringUpToDate(connection);
    if (done)
        done = connection.control(u"COMMIT"_s);
    if (!done) {
        // The error that led here is what counts; SQLite may have rolled back on its own already.
        (void)connection.control(u"ROLLBACK"_s);
    }
    return done;
}

Result<void> Migrator::bringUpToDate(Connection &connection) const
{
    // Asked inside the transaction: another program may have migrated a moment ago.
    const Result<int> version = versionOf(connection);
    if (!version)
        return fail(version.error());
    Result<void> done = checkVersion(*version, connection.engine().name());
    if (done && *version == 0) {
        done = connection.control(u"CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER "
                                  "PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)"_s);
    }
    for (const Step &step : m_steps) {
        if (done && step.version > *version)
            done = apply(connection, step);
    }
    return done;
}

Result<void> Migrator::apply(Connection &connection, const Step &step) const
{
    QFile script(step.path);
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, {}, u"cannot read %1"_s.arg(step.path));
    for (const QString &statement : statementsOf(QString::fromUtf8(script.readAll()))) {
        if (const Result<void> done = connection.control(statement); !done)
            return done;
    }
    connection.execute("INSERT INTO schema_versions (version, name, applied_at) VALUES (?, ?, ?)",
                       {step.version, step.name, QDateTime::currentDateTimeUtc()});
    if (auto failure = connection.takeFailure())
        return fail(*std::move(failure));
    return {};
}

} // namespace authdesk::server::store
