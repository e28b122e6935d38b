// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/admission.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/routes/auditexport.h"
#include "core/systems/authdesk/routes/laterpool.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::AuditQuery;
using server::service::AuditService;

namespace {

constexpr int longestWait = 60;

/// Reads that do not wait share two threads; the rows that also wait answer when they can.
constexpr int readThreads = 2;
constexpr int mostReads = 128;
/// Exports run one after the other, each may take as long as the audit is.
constexpr int exportThreads = 1;
constexpr int mostExports = 4;

struct AuditRequest
{
    AuditQuery query;
    std::optional<int> waitSeconds;
};

/// What a list and an export of the audit can be narrowed to.
void readFilters(QueryFields &fields, AuditQuery &query)
{
    query.action = fields.text("action"_L1).value_or(QString());
    query.result = fields.text("result"_L1).value_or(QString());
    if (!query.result.isEmpty() && query.result != "ok"_L1 && query.result != "refused"_L1)
        fields.addError("result"_L1, "not_allowed"_L1, u"This must be ok or refused."_s);
    query.person = fields.text("person"_L1).value_or(QString());
    query.actor = fields.text("actor"_L1).value_or(QString());
    query.target = fields.text("target"_L1).value_or(QString());
    query.from = fields.time("from"_L1);
    query.until = fields.time("until"_L1);
}

base::Result<AuditRequest> readAuditRequest(const Request &request)
{
    QueryFields fields(request,
                       {"action"_L1, "result"_L1, "person"_L1, "actor"_L1, "target"_L1, "from"_L1,
                        "until"_L1, "after"_L1, "wait"_L1, "limit"_L1, "cursor"_L1});
    AuditRequest wanted;
    AuditQuery &query = wanted.query;
    readFilters(fields, query);
    query.after = fields.integer("after"_L1, 0, 1LL << 53).value_or(0);
    fields.page(query);
    if (const auto wait = fields.integer("wait"_L1, 0, longestWait))
        wanted.waitSeconds = int(*wait);
    if (wanted.waitSeconds && !fields.has("after"_L1))
        fields.addError("after"_L1, "required"_L1, u"Waiting needs an event to wait after."_s);
    if (fields.hasErrors())
        return fields.failure();
    return wanted;
}

Response toResponse(const base::Result<AuditService::AuditPage> &page, const Services &services,
                    const Request &request)
{
    return page ? Response::json(200, messages::encodeAuditEvents(*page))
                : encodeError(page.error(), services, request);
}

QFuture<Response> busy(const Services &services, const Request &request)
{
    return QtFuture::makeReadyFuture(
        encodeError({.code = base::ErrorCode::Busy,
                     .message = u"The server has too much to do right now."_s},
                    services, request)
            .withHeader("Retry-After", "1"));
}

Handler::LaterCall auditEvents(Services &services)
{
    auto readers = std::make_shared<LaterPool>(readThreads, mostReads);
    return [&services, readers](const Request &request) {
        const auto wanted = readAuditRequest(request);
        if (!wanted)
            return QtFuture::makeReadyFuture(encodeError(wanted.error(), services, request));
        const auto actor = bridge::actorOf(request);
        if (wanted->waitSeconds)
            return services.audit()
                .waitForNewer(actor, wanted->query, *wanted->waitSeconds)
                .then([&services, request](const base::Result<AuditService::AuditPage> &page) {
                    return toResponse(page, services, request);
                });
        const auto reading = readers->run(
            [&services, request, actor, query = wanted->query](const LaterPool::Wanted &) {
                return toResponse(services.audit().list(actor, query), services, request);
            });
        return reading ? *reading : busy(services, request);
    };
}

struct ExportRequest
{
    AuditQuery query;
    ExportFormat format = ExportFormat::Csv;
};

base::Result<ExportRequest> readExportRequest(const Request &request)
{
    QueryFields fields(request, {"format"_L1, "action"_L1, "result"_L1, "person"_L1, "actor"_L1,
                                 "target"_L1, "from"_L1, "until"_L1});
    ExportRequest wanted;
    readFilters(fields, wanted.query);
    const QString format = fields.text("format"_L1).value_or(u"csv"_s);
    if (format == "json"_L1)
        wanted.format = ExportFormat::Json;
    else if (format != "csv"_L1)
        fields.addError("format"_L1, "not_allowed"_L1, u"This must be csv or json."_s);
    if (fields.hasErrors())
        return fields.failure();
    return wanted;
}

Response exported(Services &services, const Request &request, const ExportRequest &wanted,
                  const LaterPool::Wanted &isWanted)
{
    const auto file = exportAudit(services.audit(), bridge::actorOf(request), wanted.query,
                                  wanted.format, isWanted);
    if (!file) {
        server::http::logFailure(file.error(), request.requestId);
        return encodeError(file.error(), services, request);
    }
    const bool isCsv = wanted.format == ExportFormat::Csv;
    return Response::ofFile(isCsv ? "text/csv; charset=utf-8" : "application/json", *file)
        .withHeader("Content-Disposition", isCsv ? "attachment; filename=\"audit-events.csv\""
                                                 : "attachment; filename=\"audit-events.json\"");
}

Handler::LaterCall exportAuditEvents(Services &services)
{
    auto exports = std::make_shared<LaterPool>(exportThreads, mostExports);
    return [&services, exports](const Request &request) {
        const auto wanted = readExportRequest(request);
        if (!wanted)
            return QtFuture::makeReadyFuture(encodeError(wanted.error(), services, request));
        const auto running =
            exports->run([&services, request, wanted = *wanted](const LaterPool::Wanted &isWanted) {
                return exported(services, request, wanted, isWanted);
            });
        return running ? *running : busy(services, request);
    };
}

Answer verifyAudit(Services &services, const Request &request)
{
    const auto verdict = services.audit().verify(bridge::actorOf(request));
    if (!verdict)
        return std::unexpected(verdict.error());
    return Response::json(
        200, messages::encode(messages::AuditVerdict{
                 .ok = verdict->ok, .checked = verdict->checked, .brokenAt = verdict->brokenAt}));
}

} // namespace

void appendAuditRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/audit-events", Right::to(Action::Read, Subject::Audit),
         Handler::later(auditEvents(services))},
        {Method::Get, "/admin/v1/audit-events/export", Right::to(Action::Read, Subject::Audit),
         Handler::later(exportAuditEvents(services))},
        {Method::Post, "/admin/v1/audit-events/verify", Right::to(Action::Read, Subject::Audit),
         Handler::onPool(bound(services, &verifyAudit))},
    };
}

} // namespace authdesk::systems::own::routes
