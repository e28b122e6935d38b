// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/admission.h"
#include "core/systems/authdesk/messages/transfer.h"
#include "core/systems/authdesk/routes/laterpool.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"
#include "core/systems/authdesk/routes/wording.h"
#include "core/transfer/peoplereader.h"
#include "core/transfer/peoplewriter.h"

#include <QtCore/QBuffer>
#include <QtCore/QTemporaryFile>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::BodyType;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::ImportMode;
using transfer::Format;
using transfer::HashColumns;

namespace {

constexpr qint64 mostImportBytes = 8 * 1024 * 1024;
/// Exports run one after the other, each may take as long as people are many.
constexpr int peopleExportThreads = 1;
constexpr int mostPeopleExports = 4;

base::Result<Format> formatOf(const Request &request)
{
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type == "application/json")
        return Format::Json;
    if (type == "text/csv" || type == "text/tab-separated-values")
        return Format::Csv;
    return base::fail(base::ErrorCode::UnsupportedMediaType,
                      u"Send text/csv or application/json."_s);
}

struct ReadPeople
{
    QList<transfer::PersonRow> rows;
    QStringList ignoredColumns;
};

base::Result<ReadPeople> readBody(const Request &request)
{
    const auto format = formatOf(request);
    if (!format)
        return std::unexpected(format.error());
    QByteArray body = request.body;
    QBuffer device(&body);
    if (!device.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::Internal, {}, u"a buffer did not open"_s);
    const auto reader = transfer::PeopleReader::open(device, *format);
    if (!reader)
        return std::unexpected(reader.error());
    // One more than may be: the service says so.
    const auto people = transfer::readPeople(**reader, transfer::mostRowsAtOnce + 1);
    if (!people)
        return std::unexpected(people.error());
    return ReadPeople{.rows = transfer::rowsOf(*people),
                      .ignoredColumns = (*reader)->ignoredColumns()};
}

Answer importPeople(Services &services, const Request &request)
{
    QueryFields fields(request, {"dry_run"_L1});
    const bool isDryRun = fields.flag("dry_run"_L1).value_or(false);
    if (fields.hasErrors())
        return fields.failure();
    const auto read = readBody(request);
    if (!read)
        return std::unexpected(read.error());
    const auto actor = bridge::actorOf(request);
    auto report = services.transfer().importPeople(
        &actor, read->rows, isDryRun ? ImportMode::DryRun : ImportMode::Commit, callerOf(request));
    if (!report)
        return std::unexpected(report.error());
    report->ignoredColumns = read->ignoredColumns;
    const Wording wording(services, request);
    for (model::ImportedRow &row : report->rows) {
        if (row.error)
            row.error = wording.told(*row.error);
    }
    return wording.marked(Response::json(200, messages::encode(*report)));
}

struct ExportWish
{
    server::service::ExportRequest request;
    Format format = Format::Csv;
};

base::Result<ExportWish> readWish(const Request &request)
{
    QueryFields fields(request, {"format"_L1, "password_hashes"_L1, "search"_L1, "role"_L1,
                                 "status"_L1, "mfa"_L1});
    ExportWish wish;
    const QString format = fields.text("format"_L1).value_or(u"csv"_s);
    if (format == "json"_L1)
        wish.format = Format::Json;
    else if (format != "csv"_L1)
        fields.addError("format"_L1, "not_allowed"_L1, u"This must be csv or json."_s);
    if (fields.flag("password_hashes"_L1).value_or(false))
        wish.request.hashes = HashColumns::Yes;
    server::service::BulkFilter &filter = wish.request.filter;
    filter.search = fields.text("search"_L1).value_or(QString());
    filter.roleSlug = fields.text("role"_L1).value_or(QString());
    if (const auto status = fields.text("status"_L1)) {
        filter.status = model::userStatusFromName(*status);
        if (!filter.status)
            fields.addError("status"_L1, "not_allowed"_L1,
                            u"This must be active, disabled, locked or invited."_s);
    }
    filter.mfa = fields.flag("mfa"_L1);
    if (fields.hasErrors())
        return fields.failure();
    return wish;
}

base::Result<std::shared_ptr<QTemporaryFile>> writePeople(Services &services,
                                                          const Request &request,
                                                          const ExportWish &wish,
                                                          const LaterPool::Wanted &isWanted)
{
    auto file = std::make_shared<QTemporaryFile>();
    const auto notWritten = [&] {
        return base::fail(base::ErrorCode::FileFailed,
                          u"The server cannot write a temporary file."_s, file->errorString());
    };
    if (!file->open())
        return notWritten();
    transfer::PeopleWriter writer(*file, wish.format, wish.request.hashes);
    if (!writer.begin())
        return notWritten();
    const auto actor = bridge::actorOf(request);
    const auto written = services.transfer().exportPeople(
        &actor, wish.request, callerOf(request),
        [&](const QList<transfer::PersonCells> &people) -> base::Result<> {
            // Whoever asked may have left, or the server may want to end.
            if (!isWanted())
                return base::fail(base::ErrorCode::Busy, u"The export was given up."_s);
            return writer.add(people);
        });
    if (!written)
        return std::unexpected(written.error());
    if (!writer.end() || !file->flush())
        return notWritten();
    return file;
}

Response exportedPeople(Services &services, const Request &request, const ExportWish &wish,
                        const LaterPool::Wanted &isWanted)
{
    const auto file = writePeople(services, request, wish, isWanted);
    if (!file) {
        server::http::logFailure(file.error(), request.requestId);
        return encodeError(file.error(), services, request);
    }
    const bool isCsv = wish.format == Format::Csv;
    return Response::ofFile(isCsv ? "text/csv; charset=utf-8" : "application/json", *file)
        .withHeader("Content-Disposition", isCsv ? "attachment; filename=\"people.csv\""
                                                 : "attachment; filename=\"people.json\"")
        .carriesSecret();
}

Handler::LaterCall exportPeople(Services &services)
{
    auto exports = std::make_shared<LaterPool>(peopleExportThreads, mostPeopleExports);
    return [&services, exports](const Request &request) {
        const auto wish = readWish(request);
        if (!wish)
            return QtFuture::makeReadyFuture(encodeError(wish.error(), services, request));
        const auto running =
            exports->run([&services, request, wish = *wish](const LaterPool::Wanted &isWanted) {
                return exportedPeople(services, request, wish, isWanted);
            });
        if (running)
            return *running;
        return QtFuture::makeReadyFuture(
            encodeError({.code = base::ErrorCode::Busy,
                         .message = u"The server has too much to do right now."_s},
                        services, request)
                .withHeader("Retry-After", "1"));
    };
}

} // namespace

void appendTransferRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {.method = Method::Post,
         .path = "/admin/v1/users/import",
         .right = Right::to(Action::Create, Subject::Users),
         .handler = Handler::onPool(boundWithQuery(services, &importPeople)),
         .bodyType = BodyType::Any,
         .bodyLimit = mostImportBytes},
        {.method = Method::Get,
         .path = "/admin/v1/users/export",
         .right = Right::to(Action::Read, Subject::Users),
         .handler = Handler::later(exportPeople(services))},
    };
}

} // namespace authdesk::systems::own::routes
