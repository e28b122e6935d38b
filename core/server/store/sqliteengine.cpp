// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/sqliteengine.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace {

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
enum PrimaryCode {
    SqlitePerm = 3,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteNotADatabase = 26,
};

// The writes that fail when a disk, a quota or a file-size limit is full and the system says it
// with something else than "no space".
constexpr int ioErrorWrite = 778;
constexpr int ioErrorFsync = 1034;
constexpr int ioErrorTruncate = 1546;
constexpr int ioErrorSharedMemorySize = 4874;

bool isFull(const QString &file)
{
    const QStorageInfo storage(QFileInfo(file).absolutePath());
    return storage.isValid() && !storage.isReadOnly() && storage.bytesAvailable() == 0;
}

Error diskFull(const QString &file, const QString &detail)
{
    return {.code = ErrorCode::DiskFull,
            .message = u"There is no space left to write %1."_s.arg(file),
            .detail = detail};
}

} // namespace

SqliteEngine::SqliteEngine(QString file, int busyTimeoutMs, bool mapsFile)
    : m_file(std::move(file))
    , m_busyTimeoutMs(busyTimeoutMs)
    , m_mapsFile(mapsFile)
{
}

const Words &SqliteEngine::words() const
{
    static constexpr Words words{
        .join = " CROSS JOIN ",
        .hideFromIndex = "+",
        .indexedBy = " INDEXED BY ",
        .position = "instr",
        .collect = "json_group_array(hit)",
        .listedIds = "SELECT value AS hit FROM json_each(?)",
        .listedTexts = "SELECT value AS hit FROM json_each(?)",
        .search = "SELECT rowid AS hit FROM users_search WHERE users_search MATCH ?",
        .allOf = " AND ",
        .keepsSubqueryOrder = true,
    };
    return words;
}

const Catalogue &SqliteEngine::catalogue() const
{
    // https://www.sqlite.org/autoinc.html
    static constexpr Catalogue catalogue{
        .columns = "SELECT name FROM pragma_table_info(?)",
        .otherPrograms = {},
        .lastId = "SELECT seq FROM sqlite_sequence WHERE name = ?",
        .forgetLastId = "DELETE FROM sqlite_sequence WHERE name = ?",
        .setLastId = "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)",
        .filled = {},
    };
    return catalogue;
}

QString SqliteEngine::driver() const
{
    return u"QSQLITE"_s;
}

QString SqliteEngine::missingDriver() const
{
    return u"Qt's driver for SQLite is not installed."_s;
}

void SqliteEngine::address(QSqlDatabase &database, Mode mode) const
{
    database.setDatabaseName(m_file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_busyTimeoutMs);
    if (mode == Mode::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
}

QStringList SqliteEngine::greeting(Mode mode) const
{
    // Small caches: a quiet server stays small, and the system's own cache holds the file anyway.
    QStringList pragmas{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -2000"_s,
                        u"PRAGMA temp_store = MEMORY"_s};
    if (mode == Mode::Write) {
        // FULL: a commit is on disk before anybody hears of it, also through a power cut.
        // The log is cut only where it grew beyond what it reaches before every checkpoint (4 MB):
        // growing it anew makes the commits dearer.
        pragmas += {u"PRAGMA synchronous = FULL"_s, u"PRAGMA journal_size_limit = 8388608"_s};
    } else {
        pragmas += {u"PRAGMA query_only = ON"_s};
    }
    return pragmas;
}

QStringList SqliteEngine::wake(Mode mode) const
{
    // Lists read hundreds of pages here and there, each by a call without this. The writer goes
    // without: it must find out by an error that a disk fails.
    const bool maps = m_mapsFile && mode == Mode::Read;
    return maps ? QStringList{u"PRAGMA mmap_size = 1073741824"_s} : QStringList();
}

QStringList SqliteEngine::rest(Mode mode) const
{
    QStringList statements{u"PRAGMA shrink_memory"_s};
    if (m_mapsFile && mode == Mode::Read)
        statements += u"PRAGMA mmap_size = 0"_s;
    return statements;
}

QStringList SqliteEngine::beginRead() const
{
    return {u"BEGIN"_s};
}

QStringList SqliteEngine::beginWrite() const
{
    return {u"BEGIN IMMEDIATE"_s};
}

QString SqliteEngine::searchPattern(const QString &part) const
{
    // FTS5's string syntax: everything between double quotes is text, a quote is doubled.
    return u'"' + QString(part).replace(u'"', u"\"\""_s) + u'"';
}

QStringList SqliteEngine::preparation() const
{
    return {u"PRAGMA journal_mode = WAL"_s};
}

QString SqliteEngine::migrations() const
{
    return u":/authdesk/store/migrations/sqlite"_s;
}

std::string_view SqliteEngine::countTables() const
{
    return "SELECT count(*), coalesce(max(name = 'schema_versions'), 0) "
           "FROM sqlite_master WHERE type = 'table'";
}

Error SqliteEngine::errorOf(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt();
    const QString detail =
        u"SQLite %1: %2 %3"_s.arg(QString::number(code), error.driverText(), error.databaseText());
    switch (code & 0xff) {
    case SqliteFull:
        return diskFull(m_file, detail);
    case SqliteIoError:
        if (code == ioErrorWrite || code == ioErrorFsync || code == ioErrorTruncate
            || code == ioErrorSharedMemorySize)
            return diskFull(m_file, detail);
        break;
    case SqliteCannotOpen:
    case SqliteReadOnly:
    case SqlitePerm:
        if (isFull(m_file))
            return diskFull(m_file, detail);
        return {.code = ErrorCode::FolderNotWritable,
                .message = u"%1 cannot be opened for writing."_s.arg(m_file),
                .detail = detail};
    case SqliteCorrupt:
    case SqliteNotADatabase:
        return damaged(detail);
    case SqliteBusy:
    case SqliteLocked:
        return {.code = ErrorCode::Busy,
                .message = u"Another program is writing to %1."_s.arg(m_file),
                .detail = detail,
                .fields = {},
                .retryAfterSeconds = 1};
    default:
        break;
    }
    return {.code = ErrorCode::DatabaseFailed,
            .message = u"The database %1 could not be used."_s.arg(m_file),
            .detail = detail};
}

} // namespace authdesk::server::store
