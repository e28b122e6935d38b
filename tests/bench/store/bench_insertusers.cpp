// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The limit of an import: bare inserts by Qt's SQLite driver into a new database of ours, the same
// schema and indexes, as safe on disk and 5,000 people a transaction like the import.
// bench_insertusers FILE people: prints people a second.
#include "core/server/store/database.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int peoplePerCommit = 5000;
/// As long as a hash of ours is.
constexpr int hashLength = 97;

void mustRun(QSqlQuery &query, bool done)
{
    if (!done)
        qFatal("%s", qPrintable(query.lastError().text()));
}

void insertPeople(QSqlDatabase &database, int people)
{
    QSqlQuery control(database);
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                  u"PRAGMA foreign_keys = ON"_s})
        mustRun(control, control.exec(pragma));
    QSqlQuery insert(database);
    mustRun(insert,
            insert.prepare(
                u"INSERT INTO users (uid, username, username_folded, email, email_folded, "
                "first_name, last_name, role_id, password_hash, created_at, updated_at, name_sort, "
                "email_sort, role_sort) VALUES (?, ?, ?, ?, ?, ?, ?, 5, ?, ?, ?, ?, ?, 'user')"_s));
    const QByteArray hash(hashLength, 'h');
    constexpr qint64 now = 1'800'000'000'000;
    for (int i = 0; i < people; ++i) {
        if (i % peoplePerCommit == 0)
            mustRun(control, control.exec(u"BEGIN IMMEDIATE"_s));
        // The people of scripts/bench, whom the import gets too.
        const QString username = u"user%1"_s.arg(i);
        const QString email = u"user%1@mail%2.example.com"_s.arg(i).arg(i % 997);
        const QString first = u"Given%1"_s.arg(i % 1009);
        const QString last = u"Name%1"_s.arg(i % 10007);
        insert.addBindValue(u"%1-0000-4000-8000-000000000000"_s.arg(i, 8, 16, QLatin1Char('0')));
        for (const QString &text : {username, username, email, email, first, last})
            insert.addBindValue(text);
        insert.addBindValue(hash);
        insert.addBindValue(now);
        insert.addBindValue(now);
        insert.addBindValue(QString(first + u' ' + last).toLower());
        insert.addBindValue(email);
        mustRun(insert, insert.exec());
        if ((i + 1) % peoplePerCommit == 0 || i + 1 == people)
            mustRun(control, control.exec(u"COMMIT"_s));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("bench_insertusers FILE people");
    // Opening makes the tables.
    if (auto made = authdesk::server::store::Database::open({.file = arguments[1]}); !made)
        qFatal("%s", qPrintable(made.error().detail));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(arguments[1]);
    if (!database.open())
        qFatal("%s", qPrintable(database.lastError().text()));
    const int people = arguments[2].toInt();
    QElapsedTimer timer;
    timer.start();
    insertPeople(database, people);
    std::printf("%.0f\n", people / (double(timer.nsecsElapsed()) / 1e9));
    return 0;
}
