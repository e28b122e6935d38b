// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/folderremoval.h"

#include <QtCore/QDir>
#include <QtCore/QList>

#include <filesystem>
#include <optional>

namespace authdesk::hosting {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// The first entry that stays, and why.
struct Obstacle
{
    fs::path path;
    std::error_code why;
};

void note(std::optional<Obstacle> &first, const fs::path &path, const std::error_code &why)
{
    if (why && !first)
        first = Obstacle{path, why};
}

// Goes on after an entry that cannot be deleted, so that as little as possible is left.
void removeAll(const fs::path &path, std::optional<Obstacle> &first)
{
    std::error_code why;
    if (fs::is_directory(fs::symlink_status(path, why))) {
        fs::directory_iterator entries(path, why);
        note(first, path, why);
        QList<fs::path> inside;
        for (; !why && entries != fs::directory_iterator(); entries.increment(why))
            inside.append(entries->path());
        for (const fs::path &entry : std::as_const(inside))
            removeAll(entry, first);
    }
    fs::remove(path, why);
    note(first, path, why);
}

} // namespace

base::Result<void> removeFolder(const QString &folder)
{
    const fs::path top = QDir(folder).filesystemAbsolutePath();
    std::optional<Obstacle> left;
    removeAll(top, left);
    if (!left)
        return {};
    return base::fail(
        base::ErrorCode::FileFailed,
        u"%1: %2"_s.arg(QDir::toNativeSeparators(QString::fromStdU16String(left->path.u16string())),
                        QString::fromLocal8Bit(left->why.message().c_str())));
}

} // namespace authdesk::hosting
