// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A database that nobody used yet, and that goes with the object: a file of SQLite's in a folder,
// or one in the PostgreSQL that POSTGRESQL_OF_THE_TESTS names (see postgresql.py).
#pragma once

#include "core/server/store/database.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
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
    enum class Holds {
        Nothing, ///< not even a table
        Tables,  ///< on a PostgreSQL the newest schema, as opening it would make; a file: nothing
    };

    explicit FreshDatabase(Holds holds = Holds::Tables)
        : m_file(m_folder.filePath(QStringLiteral("authdesk.db")))
    {
        if (!isPostgresql())
            return;
        static std::atomic<int> counter = 0;
        m_name =
            QStringLiteral("tests_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
        QString statement = QStringLiteral("CREATE DATABASE ") + m_name;
        if (holds == Holds::Tables) {
            static const QString original = nameOfOriginal();
            statement += QStringLiteral(" TEMPLATE ") + original;
        }
        if (!runOn(firstDatabase(), {statement}))
            qFatal("The test's database is not made: %s", qPrintable(statement));
    }
    ~FreshDatabase()
    {
        if (isPostgresql())
            runOn(firstDatabase(),
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
        withConnection(m_name, m_file, [&](QSqlDatabase &database) {
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

    /// The one that every PostgreSQL has.
    [[nodiscard]] static QString firstDatabase() { return QStringLiteral("postgres"); }

    /// A database with this program's schema, made by the first test that needs it: a copy of its
    /// files takes a fraction of what the migrations take.
    [[nodiscard]] static QString nameOfOriginal()
    {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        const QDir migrations(QStringLiteral(":/authdesk/store/migrations/postgresql"));
        for (const QFileInfo &info : migrations.entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                hash.addData(&file);
        }
        const QString name =
            QStringLiteral("original_") + QString::fromLatin1(hash.result().toHex().first(12));
        withConnection(firstDatabase(), {}, [&](QSqlDatabase &database) {
            const auto run = [&](const QString &statement) {
                QSqlQuery query(database);
                if (!query.exec(statement))
                    qFatal("%s", qPrintable(query.lastError().text()));
                return query.next();
            };
            // Programs that start at the same time make it once; the lock goes with the connection.
            run(QStringLiteral("SELECT pg_advisory_lock(1)"));
            if (run(QStringLiteral("SELECT 1 FROM pg_database WHERE datname = '%1'").arg(name)))
                return;
            run(QStringLiteral("DROP DATABASE IF EXISTS being_made"));
            run(QStringLiteral("CREATE DATABASE being_made"));
            const auto opened = server::store::Database::open(
                {.url = base::Secret::fromString(serverUrl() + QStringLiteral("/being_made"))});
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
            (*opened)->close();
            run(QStringLiteral("ALTER DATABASE being_made RENAME TO ") + name);
        });
        return name;
    }

    template <typename Function>
    static void withConnection(const QString &name, const QString &fileName, Function &&function)
    {
        const QString connection = QStringLiteral("elsewhere");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(
                isPostgresql() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(isPostgresql() ? name : fileName);
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
        withConnection(name, m_file, [&](QSqlDatabase &database) {
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
