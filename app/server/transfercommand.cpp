// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/transfercommand.h"

#include "app/server/stoppablefile.h"
#include "app/server/stopsignal.h"
#include "core/server/host/openfolder.h"
#include "core/transfer/peoplereader.h"
#include "core/transfer/peoplewriter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <cstdio>

namespace authdesk::app {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using server::config::CommandLine;
using server::config::Configuration;
using server::host::OpenFolder;
using server::service::ImportMode;
using transfer::Format;
using transfer::HashColumns;

namespace {

void note(const QString &text)
{
    std::fprintf(stderr, "authdesk-server: %s\n", text.toLocal8Bit().constData());
}

/// Once a second.
class Progress final
{
public:
    Progress() { m_timer.start(); }
    template <typename Text>
    void tell(Text text)
    {
        if (m_timer.elapsed() < 1000)
            return;
        m_timer.restart();
        note(text());
    }

private:
    QElapsedTimer m_timer;
};

server::service::Caller commandLineCaller()
{
    server::service::Caller caller;
    caller.system = u"command"_s;
    return caller;
}

Result<CommandLine> parse(const QString &command, const QStringList &arguments,
                          const QList<server::config::CommandOption> &own)
{
    auto line = CommandLine::parse(arguments, own);
    if (!line)
        return line;
    if (line->words().size() != 1)
        return fail(ErrorCode::InvalidFields, u"%1 needs the name of one file"_s.arg(command));
    const QString format = line->value(u"format"_s).value_or(u"csv"_s);
    if (format != "csv"_L1 && format != "json"_L1)
        return fail(ErrorCode::InvalidFields, u"--format must be csv or json"_s);
    return line;
}

/// Said, or by the name; nullopt: neither tells.
std::optional<Format> wantedFormat(const CommandLine &line)
{
    const QString format = line.value(u"format"_s).value_or(QString());
    if (format == "json"_L1)
        return Format::Json;
    if (format == "csv"_L1)
        return Format::Csv;
    return transfer::formatOfName(line.words().first());
}

Result<std::unique_ptr<OpenFolder>> openFolder(const Configuration &configuration,
                                               OpenFolder::Purpose purpose)
{
    return OpenFolder::open({.folder = configuration.dataFolder,
                             .purpose = purpose,
                             .databaseUrl = configuration.databaseUrl,
                             .masterKey = configuration.masterKey,
                             .service = server::host::serviceOptions(configuration)});
}

/// What an import came to so far.
struct Tally
{
    model::ImportCounts counts;
    bool isStopped = false;

    void add(const model::ImportReport &report)
    {
        counts.add(report);
        for (const model::ImportedRow &row : report.rows) {
            if (row.error)
                note(u"row %1 (%2) is refused: %3"_s.arg(row.row).arg(
                    row.username, row.error->fields.isEmpty()
                                      ? row.error->message
                                      : row.error->fields.first().field + u": "_s
                                            + row.error->fields.first().message));
        }
    }
    [[nodiscard]] QString text() const
    {
        return u"%1 people: %2 created, %3 updated, %4 unchanged, %5 refused"_s.arg(counts.all())
            .arg(counts.created)
            .arg(counts.updated)
            .arg(counts.unchanged)
            .arg(counts.refused);
    }
};

/// An error in the middle leaves in `tally` what was done before.
Result<void> importAll(OpenFolder &folder, StoppableFile &file, Format format, ImportMode mode,
                       Tally &tally)
{
    const auto reader = transfer::PeopleReader::open(file, format);
    tally.isStopped = file.isCut();
    if (tally.isStopped)
        return {};
    if (!reader)
        return fail(reader.error());
    const double size = double(std::max<qint64>(file.size(), 1));
    Progress progress;
    bool isFirst = true;
    for (;;) {
        const auto people = transfer::readPeople(**reader, transfer::mostRowsAtOnce);
        tally.isStopped = file.isCut() || (people && !people->isEmpty() && stopSignalCame());
        if (tally.isStopped)
            return {};
        if (!people)
            return fail(people.error());
        if (std::exchange(isFirst, false) && !(*reader)->ignoredColumns().isEmpty())
            note(u"these columns mean nothing here: "_s
                 + (*reader)->ignoredColumns().join(u", "_s));
        if (people->isEmpty())
            return {};
        const auto report = folder.services().transfer().importPeople(
            nullptr, transfer::rowsOf(*people), mode, commandLineCaller());
        if (!report)
            return fail(report.error());
        tally.add(*report);
        progress.tell([&] {
            // A pipe does not tell how long it is.
            if (size <= 1)
                return tally.text();
            return u"%1 (%2 %)"_s.arg(tally.text())
                .arg(100 * double((*reader)->bytesRead()) / size, 0, 'f', 0);
        });
    }
}

ExitCode finish(OpenFolder &folder, const Tally &tally, const Result<void> &done, ImportMode mode)
{
    const bool isDryRun = mode == ImportMode::DryRun;
    const QJsonObject summary{{u"dry_run"_s, isDryRun},
                              {u"created"_s, tally.counts.created},
                              {u"updated"_s, tally.counts.updated},
                              {u"unchanged"_s, tally.counts.unchanged},
                              {u"refused"_s, tally.counts.refused},
                              {u"complete"_s, done && !tally.isStopped}};
    printLine(QJsonDocument(summary).toJson(QJsonDocument::Compact));
    if (!done) {
        printError(done.error());
        if (tally.counts.all() > 0)
            note(isDryRun ? u"up to there "_s + tally.text()
                          : u"what came before stays: "_s + tally.text());
        return ExitCode::Failed;
    }
    if (tally.isStopped) {
        note((isDryRun ? u"stopped after "_s : u"stopped; what was imported stays: "_s)
             + tally.text());
        return ExitCode::Failed;
    }
    const auto hasManager = folder.services().transfer().hasManager();
    if (!isDryRun && hasManager && !*hasManager) {
        note(u"nobody may manage people here yet: authdesk-server user create --username U --role "
             "predefined_super_admin"_s);
    }
    return ExitCode::Ok;
}

Result<qint64> exportAll(OpenFolder &folder, QIODevice &device, Format format, HashColumns hashes)
{
    transfer::PeopleWriter writer(device, format, hashes);
    if (auto begun = writer.begin(); !begun)
        return fail(begun.error());
    Progress progress;
    qint64 count = 0;
    const auto done = folder.services().transfer().exportPeople(
        nullptr, {.filter = {}, .hashes = hashes}, commandLineCaller(),
        [&](const QList<transfer::PersonCells> &people) -> Result<void> {
            if (stopSignalCame())
                return fail(ErrorCode::Cancelled, u"stopped; no file was written"_s);
            count += people.size();
            progress.tell([&] { return u"%1 people exported"_s.arg(count); });
            return writer.add(people);
        });
    if (!done)
        return fail(done.error());
    if (auto ended = writer.end(); !ended)
        return fail(ended.error());
    return count;
}

Result<qint64> exportTo(OpenFolder &folder, const CommandLine &line)
{
    const Format format = wantedFormat(line).value_or(Format::Csv);
    const HashColumns hashes = line.has(u"password-hashes"_s) ? HashColumns::Yes : HashColumns::No;
    // Beside the one that is there, which stays until the new one is whole.
    QSaveFile file(line.words().first());
    const auto notWritten = [&] {
        return fail(ErrorCode::FileFailed,
                    u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritten();
    const auto count = exportAll(folder, file, format, hashes);
    if (!count)
        return count;
    if (!file.commit())
        return notWritten();
    return count;
}

/// The configuration of a command line that parse() took; says what is wrong.
std::optional<Configuration> configurationOf(const Result<CommandLine> &line)
{
    const auto configuration =
        line ? readConfiguration(*line) : Result<Configuration>(fail(line.error()));
    if (!configuration) {
        printError(configuration.error());
        return std::nullopt;
    }
    base::installLog(configuration->log);
    return *configuration;
}

ExitCode failed(const base::Error &error)
{
    printError(error);
    return ExitCode::Failed;
}

} // namespace

ExitCode importPeople(const QStringList &arguments)
{
    const auto line = parse(u"import"_s, arguments, {{u"format"_s}, {u"dry-run"_s, false}});
    const auto configuration = configurationOf(line);
    if (!configuration)
        return ExitCode::Usage;
    StoppableFile file(line->words().first());
    if (!file.open(QIODevice::ReadOnly)) {
        return failed(
            {.code = ErrorCode::FileFailed,
             .message = u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString())});
    }
    const Format format =
        wantedFormat(*line).value_or(transfer::guessFormat(file.peek(transfer::enoughToGuess)));
    const ImportMode mode = line->has(u"dry-run"_s) ? ImportMode::DryRun : ImportMode::Commit;
    const auto folder =
        openFolder(*configuration, mode == ImportMode::DryRun ? OpenFolder::Purpose::Rescue
                                                              : OpenFolder::Purpose::FirstUser);
    if (!folder)
        return failed(folder.error());
    Tally tally;
    const auto done = importAll(**folder, file, format, mode, tally);
    return finish(**folder, tally, done, mode);
}

ExitCode exportPeople(const QStringList &arguments)
{
    const auto line = parse(u"export"_s, arguments, {{u"format"_s}, {u"password-hashes"_s, false}});
    const auto configuration = configurationOf(line);
    if (!configuration)
        return ExitCode::Usage;
    const auto folder = openFolder(*configuration, OpenFolder::Purpose::Rescue);
    if (!folder)
        return failed(folder.error());
    const auto count = exportTo(**folder, *line);
    if (!count)
        return failed(count.error());
    printLine(QJsonDocument(QJsonObject{{u"exported"_s, *count}}).toJson(QJsonDocument::Compact));
    return ExitCode::Ok;
}

} // namespace authdesk::app
