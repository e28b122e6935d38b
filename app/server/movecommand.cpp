// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/movecommand.h"

#include "core/server/host/datafolder.h"
#include "core/server/store/databasemove.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <cstdio>

namespace authdesk::app {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using server::config::CommandLine;
using server::config::Configuration;
using server::host::FolderLock;
using server::store::DatabaseOptions;
using server::store::MovedRows;
using server::store::MoveProgress;

namespace {

/// What stands for the file in the data folder.
constexpr QLatin1StringView ownFile{"sqlite:"};

/// Each table once when it is done, and a long one every second.
class ProgressLines final
{
public:
    void show(const MoveProgress &progress)
    {
        if (progress.rows < progress.of && m_timer.isValid() && m_timer.elapsed() < 1000)
            return;
        m_timer.restart();
        const bool isCopying = progress.step == MoveProgress::Step::Copying;
        const QString line =
            u"%1 %2: %3 of %4"_s.arg(isCopying ? u"copied"_s : u"compared"_s, progress.table)
                .arg(progress.rows)
                .arg(progress.of);
        std::fprintf(stderr, "%s\n", line.toLocal8Bit().constData());
    }

private:
    QElapsedTimer m_timer;
};

Result<CommandLine> parse(const QStringList &arguments)
{
    auto line = CommandLine::parse(arguments, {{u"to"_s}});
    if (!line)
        return line;
    if (!line->words().isEmpty()) {
        return fail(
            ErrorCode::InvalidFields,
            u"move-database does not know what to do with \"%1\""_s.arg(line->words().first()));
    }
    if (!line->has(u"to"_s)) {
        return fail(ErrorCode::InvalidFields,
                    u"move-database needs --to: postgresql://user:password@host:port/name, or "
                    "sqlite: for the data folder"_s);
    }
    return line;
}

Result<MovedRows> move(const Configuration &configuration, const QString &to)
{
    const QString file = server::host::databaseFile(configuration.dataFolder);
    DatabaseOptions source{.url = configuration.databaseUrl};
    if (source.url.isEmpty())
        source.file = file;
    DatabaseOptions target;
    if (to == ownFile)
        target.file = file;
    else
        target.url = base::Secret::fromString(to);
    if (source.url.isEmpty() && !QFile::exists(file)) {
        return fail(ErrorCode::NotFound,
                    u"There is no server in the data folder %1."_s.arg(configuration.dataFolder));
    }
    if (auto prepared = server::host::prepareFolder(configuration.dataFolder); !prepared)
        return fail(prepared.error());
    const auto lock = FolderLock::take(configuration.dataFolder);
    if (!lock)
        return fail(lock.error());
    ProgressLines lines;
    return server::store::moveDatabase(
        source, target, [&lines](const MoveProgress &progress) { lines.show(progress); });
}

} // namespace

ExitCode moveDatabase(const QStringList &arguments)
{
    const auto line = parse(arguments);
    if (!line) {
        printError(line.error());
        return ExitCode::Usage;
    }
    const auto configuration = readConfiguration(*line);
    if (!configuration) {
        printError(configuration.error());
        return ExitCode::Usage;
    }
    base::installLog(configuration->log);
    const QString to = *line->value(u"to"_s);
    const auto moved = move(*configuration, to);
    if (!moved) {
        printError(moved.error());
        return ExitCode::Failed;
    }
    printLine(u"authdesk-server: moved %1 rows of %2 tables; start the server %3 from now on. The "
              "database before stays as it was."_s.arg(moved->rows)
                  .arg(moved->tables)
                  .arg(to == ownFile ? u"without --database"_s : u"with the new --database"_s)
                  .toUtf8());
    return ExitCode::Ok;
}

} // namespace authdesk::app
