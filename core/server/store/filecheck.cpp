// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/filecheck.h"

#include "core/server/store/connection.h"
#include "core/server/store/migrator.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <QtCore/QtEndian>

#include <cerrno>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Up to this size every page is looked at when the file is opened; it takes about a millisecond
/// for each MiB, and a start should be quick.
constexpr qint64 fullCheckLimit = 8 * 1024 * 1024;
constexpr int checkTimeoutMs = 5000;

// https://www.sqlite.org/fileformat.html, "The Database Header".
constexpr qsizetype headerSize = 100;
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype changeCounterAt = 24;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype validForAt = 92;

Result<void> checkHeader(const Engine &engine, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FolderNotWritable, u"%1 cannot be opened."_s.arg(path),
                    file.errorString());
    }
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(engine.damaged(u"no SQLite header"_s));
    const char *bytes = header.constData();
    qint64 pageSize = qFromBigEndian<quint16>(bytes + pageSizeAt);
    if (pageSize == 1)
        pageSize = 65536;
    const qint64 pages = qFromBigEndian<quint32>(bytes + pageCountAt);
    const bool isCountValid = qFromBigEndian<quint32>(bytes + changeCounterAt)
                              == qFromBigEndian<quint32>(bytes + validForAt);
    // With a log beside it the file may lag behind its header.
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    if (isCountValid && !hasLog && file.size() < pages * pageSize)
        return fail(engine.damaged(u"shorter than its header says"_s));
    return {};
}

Result<void> checkPages(Connection &connection, const QString &file)
{
    if (QFileInfo(file).size() > fullCheckLimit)
        return {};
    Rows rows = connection.select("PRAGMA quick_check(1)");
    if (rows.next() && rows.text(0) != "ok"_L1)
        return fail(connection.engine().damaged(rows.text(0)));
    if (auto failure = connection.takeFailure())
        return fail(*std::move(failure));
    return {};
}

} // namespace

Result<void> checkFile(const QString &file)
{
    if (QFileInfo(file).size() == 0)
        return fail(ErrorCode::NotFound, u"There is no database in %1."_s.arg(file));
    const auto engine = Engine::of({.file = file, .busyTimeoutMs = checkTimeoutMs});
    if (!engine)
        return fail(engine.error());
    if (const Result<void> header = checkHeader(**engine, file); !header)
        return header;
    const auto connection = Connection::open(*engine, Mode::Read);
    if (!connection)
        return fail(connection.error());
    const Migrator migrator((*engine)->migrations());
    const Result<int> version = migrator.versionOf(**connection);
    if (!version)
        return fail(version.error());
    if (const Result<void> known = migrator.checkVersion(*version, file); !known)
        return known;
    return checkPages(**connection, file);
}

Result<void> checkServer(const DatabaseOptions &options)
{
    const auto engine = Engine::of(options);
    if (!engine)
        return fail(engine.error());
    const auto connection = Connection::open(*engine, Mode::Read);
    if (!connection)
        return fail(connection.error());
    const Migrator migrator((*engine)->migrations());
    const Result<int> version = migrator.versionOf(**connection);
    if (!version)
        return fail(version.error());
    if (*version == 0)
        return fail(ErrorCode::NotFound, u"There is nothing in %1 yet."_s.arg((*engine)->name()));
    return migrator.checkVersion(*version, (*engine)->name());
}

Result<void> createFile(const QString &file)
{
    QFile created(file);
    if (created.open(QIODevice::WriteOnly | QIODevice::Append,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return {};
    const bool full = created.error() == QFileDevice::ResourceError || errno == ENOSPC;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FolderNotWritable,
                full ? u"There is no space left to make %1."_s.arg(file)
                     : u"%1 cannot be written."_s.arg(file),
                created.errorString());
}

} // namespace authdesk::server::store
