// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/datafolder.h"

#include <QtCore/QDir>

#ifdef Q_OS_UNIX
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QtCore/QLockFile>
#endif

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

QString lockFile(const QString &folder)
{
    return QDir(folder).filePath(u"server.lock"_s);
}

std::unexpected<base::Error> inUse(const QString &folder)
{
    return fail(ErrorCode::FolderInUse,
                u"Another server is running on the data folder %1."_s.arg(folder));
}

} // namespace

#ifdef Q_OS_UNIX

constexpr int mostTries = 5;
constexpr std::chrono::milliseconds betweenTries{10};

// flock() belongs to the open file: it conflicts within one process too, and it ends with the
// process however that ends, which a lock file with a process id in it does not.
class FolderLock::Handle final
{
public:
    explicit Handle(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle() { close(m_descriptor); }

private:
    int m_descriptor;
};

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    const QByteArray path = QFile::encodeName(lockFile(folder));
    const int descriptor = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::FolderNotWritable, u"The data folder %1 cannot be written: %2"_s.arg(
                                                      folder, qt_error_string(errno)));
    auto handle = std::make_unique<Handle>(descriptor);
    // Whoever only looks whether it is taken holds it for that moment too.
    for (int tries = 1; flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++tries) {
        if (tries == mostTries)
            return inUse(folder);
        std::this_thread::sleep_for(betweenTries);
    }
    return std::unique_ptr<FolderLock>(new FolderLock(std::move(handle)));
}

bool FolderLock::isTaken(const QString &folder)
{
    const QByteArray path = QFile::encodeName(lockFile(folder));
    const int descriptor = open(path.constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const Handle handle(descriptor);
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0;
}

#else

class FolderLock::Handle final : public QLockFile
{
public:
    using QLockFile::QLockFile;
};

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    auto handle = std::make_unique<Handle>(lockFile(folder));
    handle->setStaleLockTime(0);
    if (!handle->tryLock(0))
        return inUse(folder);
    return std::unique_ptr<FolderLock>(new FolderLock(std::move(handle)));
}

bool FolderLock::isTaken(const QString &folder)
{
    Handle handle(lockFile(folder));
    handle.setStaleLockTime(0);
    return !handle.tryLock(0) && handle.error() == QLockFile::LockFailedError;
}

#endif

FolderLock::FolderLock(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

FolderLock::~FolderLock() = default;

} // namespace authdesk::server::host
