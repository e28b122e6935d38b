// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The folder that a server keeps everything in: what its files are called, whether it can be
// written, and the lock that keeps a second server out. Any thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <memory>

namespace authdesk::server::host {

/// The name of a file in the folder.
[[nodiscard]] QString databaseFile(const QString &folder);
[[nodiscard]] QString masterKeyFile(const QString &folder);
[[nodiscard]] QString auditHeadFile(const QString &folder);

/// Makes the folder, for its owner only, where it is missing, and tries to write into it.
/// FolderNotWritable, DiskFull.
[[nodiscard]] base::Result<void> prepareFolder(const QString &folder);
/// As prepareFolder(), but changes nothing: true where it would succeed.
[[nodiscard]] bool isFolderUsable(const QString &folder);

/// Writes a file that only its owner can read, completely or not at all, and safely on disk.
/// FileFailed, DiskFull.
[[nodiscard]] base::Result<void> writePrivateFile(const QString &path, QByteArrayView content);

/// Held while a server runs in a folder. The system lets go of it when the program ends, however it
/// ends.
class FolderLock final
{
public:
    /// FolderInUse, FolderNotWritable.
    [[nodiscard]] static base::Result<std::unique_ptr<FolderLock>> take(const QString &folder);
    /// Whether somebody holds it.
    [[nodiscard]] static bool isTaken(const QString &folder);

    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock();

private:
    class Handle;

    explicit FolderLock(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace authdesk::server::host
