// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The limit of token refresh: SQLite writing the same rows of the same schema, so many of them in
// one durable commit, and nothing else. Prints refreshes per second.
//   bench_refresh FOLDER ROWS_IN_A_COMMIT SECONDS
#include "core/server/store/database.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <cstdio>

using namespace Qt::StringLiterals;
using authdesk::server::store::Database;

namespace {

constexpr int sessions = 8;

void demand(bool done)
{
    if (!done)
        qFatal("SQLite refused");
}

QByteArray newHash()
{
    QByteArray hash(32, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(hash.data()), 8);
    return hash;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        qFatal("bench_refresh FOLDER ROWS_IN_A_COMMIT SECONDS");
    const QString file = arguments[1] + u"/refresh.db"_s;
    const int rowsInACommit = arguments[2].toInt();
    const double seconds = arguments[3].toDouble();
    auto made = Database::open({.file = file}); // for the schema
    demand(made.has_value());
    (*made)->close();

    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(file);
    demand(database.open());
    QSqlQuery query(database);
    for (const QString &sql :
         {u"PRAGMA synchronous = FULL"_s, u"PRAGMA cache_size = -2000"_s,
          u"PRAGMA foreign_keys = ON"_s,
          u"INSERT INTO users (uid, username, username_folded, role_id, password_hash, first_name, "
          "last_name, name_sort, email_sort, role_sort, must_change_password, created_at, "
          "updated_at) SELECT 'u', 'bench', 'bench', id, x'', '', '', '', '', '', 0, 0, 0 FROM "
          "roles LIMIT 1"_s})
        demand(query.exec(sql));
    QSqlQuery start(database);
    demand(start.prepare(
        u"INSERT INTO sessions (user_id, system, address, user_agent, created_at, "
        "signed_in_at, access_hash, access_expires_at, refresh_hash, expires_at, "
        "ends_at) VALUES (1, 'authdesk', '127.0.0.1', 'wrk', 0, 0, ?, 1, ?, 1, 1)"_s));
    QList<QByteArray> refresh;
    for (int i = 0; i < sessions; ++i) {
        refresh.append(newHash());
        start.bindValue(0, newHash());
        start.bindValue(1, refresh.last());
        demand(start.exec());
    }
    QSqlQuery begin(database);
    QSqlQuery commit(database);
    QSqlQuery update(database);
    QSqlQuery insert(database);
    demand(begin.prepare(u"BEGIN IMMEDIATE"_s) && commit.prepare(u"COMMIT"_s)
           && update.prepare(u"UPDATE sessions SET access_hash = ?, access_expires_at = ?, "
                             "refresh_hash = ?, refresh_expires_at = ?, last_seen_at = ?, "
                             "ends_at = ? WHERE id = ?"_s)
           && insert.prepare(u"INSERT INTO spent_refresh_tokens (hash, session_id, spent_at) "
                             "VALUES (?, ?, ?)"_s));
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    while (double(timer.elapsed()) < seconds * 1000) {
        demand(begin.exec());
        for (int i = 0; i < rowsInACommit; ++i, ++done) {
            const int session = int(done % sessions);
            const QByteArray next = newHash();
            int column = 0;
            for (const QVariant &value :
                 QVariantList{newHash(), done, next, done, done, done, session + 1})
                update.bindValue(column++, value);
            demand(update.exec());
            column = 0;
            for (const QVariant &value : QVariantList{refresh[session], session + 1, done})
                insert.bindValue(column++, value);
            demand(insert.exec());
            refresh[session] = next;
        }
        demand(commit.exec());
    }
    std::printf("%.0f\n", double(done) * 1000 / double(timer.elapsed()));
    return 0;
}
