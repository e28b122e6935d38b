// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A database that nobody used yet, and that goes with the object: a file of SQLite's in a folder,
// or one in the PostgreSQL that POSTGRESQL_OF_THE_TESTS names (see postgresql.py).
#pragma once

#include "core/server/store/databaseoptions.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <atomic>

namespace authdesk::tests {

class FreshDatabase final
{
public:
    explicit FreshDatabase(const QString &fileName = QStringLiteral("authdesk.db"))
        : m_file(m_folder.filePath(fileName))
    {
        if (!isPostgresql())
            return;
        static std::atomic<int> counter = 0;
        m_name =
            QStringLiteral("tests_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
        runOn(QStringLiteral("postgres"), {QStringLiteral("CREATE DATABASE ") + m_name});
    }
    ~FreshDatabase()
    {
        if (isPostgresql())
            runOn(QStringLiteral("postgres"),
                  {QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_name)});
    }
    FreshDatabase(const FreshDatabase &) = delete;
    FreshDatabase &operator=(const FreshDatabase &) = delete;

    [[nodiscard]] static bool isPostgresql() { return !serverFolder().isEmpty(); }

    [[nodiscard]] server::store::DatabaseOptions options() const
    {
        if (!isPostgresql())
            return {.file = m_file};
        return {.url = base::Secret::fromString(url())};
    }
    /// Empty for SQLite.
    [[nodiscard]] QString url() const
    {
        return isPostgresql() ? serverUrl() + u'/' + m_name : QString();
    }
    [[nodiscard]] QString file() const { return m_file; }
    /// Every byte that lies in it, SQLite's log of writes included.
    [[nodiscard]] QByteArray storedBytes() const
    {
        QByteArray bytes;
        if (isPostgresql()) {
            const QString tables = QStringLiteral(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
            for (const QString &table : selectElsewhere(tables))
                bytes += selectElsewhere(QStringLiteral("SELECT t::text FROM %1 t").arg(table))
                             .join(u'\n')
                             .toUtf8();
            return bytes;
        }
        for (const QFileInfo &info : QDir(m_folder.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    /// Statements of another program, up to the first that fails; whether all went well.
    bool runElsewhere(const QStringList &statements) const { return runOn(m_name, statements); }
    /// The first column of what another program selects, a row a line.
    [[nodiscard]] QStringList selectElsewhere(const QString &statement) const
    {
        QStringList rows;
        withConnection(m_name, [&](QSqlDatabase &database) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qWarning("%s", qPrintable(query.lastError().text()));
            while (query.next())
                rows.append(query.value(0).toString());
        });
        return rows;
    }

private:
    [[nodiscard]] static QString serverFolder()
    {
        return qEnvironmentVariable("POSTGRESQL_OF_THE_TESTS");
    }
    [[nodiscard]] static QString serverUrl()
    {
        QFile file(serverFolder() + QStringLiteral("/url"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The tests' PostgreSQL does not run: there is no %s",
                   qPrintable(file.fileName()));
        return QString::fromUtf8(file.readAll());
    }

    template <typename Function>
    void withConnection(const QString &name, Function &&function) const
    {
        const QString connection = QStringLiteral("elsewhere");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(
                isPostgresql() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(isPostgresql() ? name : m_file);
            if (isPostgresql()) {
                const QUrl server(serverUrl());
                database.setHostName(server.host());
                database.setPort(server.port());
                database.setUserName(server.userName());
                database.setPassword(server.password());
            }
            if (!database.open())
                qFatal("%s", qPrintable(database.lastError().text()));
            if (isPostgresql())
                QSqlQuery(database).exec(QStringLiteral("SET bytea_output = 'escape'"));
            function(database);
        }
        QSqlDatabase::removeDatabase(connection);
    }

    bool runOn(const QString &name, const QStringList &statements) const
    {
        bool done = true;
        withConnection(name, [&](QSqlDatabase &database) {
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                done = done && query.exec(statement);
            }
        });
        return done;
    }

    QTemporaryDir m_folder;
    QString m_file;
    QString m_name;
};

} // namespace authdesk::tests
