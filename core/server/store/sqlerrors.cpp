// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/sqlerrors.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
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

Error damaged(const QString &file, const QString &detail)
{
    return {.code = ErrorCode::DatabaseDamaged,
            .message = u"The database %1 is damaged or is not one of Authdesk's. It was left as it "
                       "is."_s.arg(file),
            .detail = detail};
}

Error errorOf(const QSqlError &error, const QString &file)
{
    const int code = error.nativeErrorCode().toInt();
    const QString detail =
        u"SQLite %1: %2 %3"_s.arg(QString::number(code), error.driverText(), error.databaseText());
    switch (code & 0xff) {
    case SqliteFull:
        return diskFull(file, detail);
    case SqliteIoError:
        if (code == ioErrorWrite || code == ioErrorFsync || code == ioErrorTruncate
            || code == ioErrorSharedMemorySize)
            return diskFull(file, detail);
        break;
    case SqliteCannotOpen:
    case SqliteReadOnly:
    case SqlitePerm:
        if (isFull(file))
            return diskFull(file, detail);
        return {.code = ErrorCode::FolderNotWritable,
                .message = u"%1 cannot be opened for writing."_s.arg(file),
                .detail = detail};
    case SqliteCorrupt:
    case SqliteNotADatabase:
        return damaged(file, detail);
    case SqliteBusy:
    case SqliteLocked:
        return {.code = ErrorCode::Busy,
                .message = u"Another program is writing to %1."_s.arg(file),
                .detail = detail,
                .fields = {},
                .retryAfterSeconds = 1};
    default:
        break;
    }
    return {.code = ErrorCode::DatabaseFailed,
            .message = u"The database %1 could not be used."_s.arg(file),
            .detail = detail};
}

} // namespace authdesk::server::store
