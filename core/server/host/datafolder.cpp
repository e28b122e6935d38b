// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/datafolder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryFile>

#include <cerrno>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

std::unexpected<base::Error> notWritable(const QString &folder, const QString &reason)
{
    return fail(ErrorCode::FolderNotWritable,
                u"The data folder %1 cannot be written: %2"_s.arg(folder, reason));
}

/// The nearest part of a path that exists.
QFileInfo nearestExisting(const QString &folder)
{
    QString path = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    while (!QFileInfo::exists(path) && !QDir(path).isRoot())
        path = QFileInfo(path).path();
    return QFileInfo(path);
}

} // namespace

QString databaseFile(const QString &folder)
{
    return QDir(folder).filePath(u"authdesk.sqlite"_s);
}

QString masterKeyFile(const QString &folder)
{
    return QDir(folder).filePath(u"master.key"_s);
}

QString auditHeadFile(const QString &folder)
{
    return QDir(folder).filePath(u"audit-head.json"_s);
}

Result<void> prepareFolder(const QString &folder)
{
    const QFileInfo existing = nearestExisting(folder);
    if (!existing.isDir())
        return notWritable(folder, u"%1 is a file"_s.arg(existing.filePath()));
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return notWritable(folder, u"it cannot be made"_s);
        QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
    }
    QTemporaryFile probe(QDir(folder).filePath(u"probe"_s));
    if (!probe.open())
        return notWritable(folder, probe.errorString());
    // An empty file fits onto a full disk.
    if (probe.write(QByteArray(4096, ' ')) < 0 || !probe.flush())
        return fail(ErrorCode::DiskFull,
                    u"The disk that holds the data folder %1 is full."_s.arg(folder));
    return {};
}

bool isFolderUsable(const QString &folder)
{
    const QFileInfo existing = nearestExisting(folder);
    return existing.isDir() && existing.isWritable();
}

Result<void> writePrivateFile(const QString &path, QByteArrayView content)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
                           && file.write(content.data(), content.size()) == content.size()
                           && file.commit();
    if (isWritten)
        return {};
    const bool isFull = file.error() == QFileDevice::ResourceError || errno == ENOSPC;
    return fail(isFull ? ErrorCode::DiskFull : ErrorCode::FileFailed,
                u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
}

} // namespace authdesk::server::host
