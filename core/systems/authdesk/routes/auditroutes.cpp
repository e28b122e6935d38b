// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <atomic>

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

/// Reads of the audit. The row answers when it can (long polls), so it brings its own bounded
/// threads for the reads that do not wait.
class AuditReaders final
{
public:
    AuditReaders() { m_pool.setMaxThreadCount(2); }

    /// nullopt when too many wait already.
    [[nodiscard]] std::optional<QFuture<Response>> run(std::function<Response()> read)
    {
        if (m_waiting.fetch_add(1) >= mostWaiting) {
            --m_waiting;
            return std::nullopt;
        }
        auto promise = std::make_shared<QPromise<Response>>();
        promise->start();
        QFuture<Response> future = promise->future();
        m_pool.start([this, promise, read = std::move(read)] {
            promise->addResult(read());
            --m_waiting;
            promise->finish();
        });
        return future;
    }

private:
    static constexpr int mostWaiting = 128;
    std::atomic<int> m_waiting = 0;
    QThreadPool m_pool; ///< last: waits for its threads before the rest goes
};

struct AuditRequest
{
    AuditQuery query;
    std::optional<int> waitSeconds;
};

base::Result<AuditRequest> readAuditRequest(const Request &request)
{
    QueryFields fields(request, {"action"_L1, "result"_L1, "actor"_L1, "target"_L1, "from"_L1,
                                 "until"_L1, "after"_L1, "wait"_L1, "limit"_L1, "cursor"_L1});
    AuditRequest wanted;
    AuditQuery &query = wanted.query;
    query.action = fields.text("action"_L1).value_or(QString());
    query.result = fields.text("result"_L1).value_or(QString());
    if (!query.result.isEmpty() && query.result != "ok"_L1 && query.result != "refused"_L1)
        fields.addError("result"_L1, "not_allowed"_L1, u"This must be ok or refused."_s);
    query.actor = fields.text("actor"_L1).value_or(QString());
    query.target = fields.text("target"_L1).value_or(QString());
    query.from = fields.time("from"_L1);
    query.until = fields.time("until"_L1);
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

Response toResponse(const base::Result<AuditService::AuditPage> &page, const Request &request)
{
    return page ? Response::json(200, messages::encodeAuditEvents(*page))
                : encodeError(page.error(), request);
}

Handler::LaterCall auditEvents(Services &services)
{
    return [&services, readers = std::make_shared<AuditReaders>()](const Request &request) {
        const auto wanted = readAuditRequest(request);
        if (!wanted)
            return QtFuture::makeReadyFuture(encodeError(wanted.error(), request));
        const auto actor = bridge::actorOf(request);
        if (wanted->waitSeconds)
            return services.audit()
                .waitForNewer(actor, wanted->query, *wanted->waitSeconds)
                .then([request](const base::Result<AuditService::AuditPage> &page) {
                    return toResponse(page, request);
                });
        const auto reading = readers->run([&services, request, actor, query = wanted->query] {
            return toResponse(services.audit().list(actor, query), request);
        });
        if (reading)
            return *reading;
        return QtFuture::makeReadyFuture(
            encodeError({.code = base::ErrorCode::Busy,
                         .message = u"The server has too much to do right now."_s},
                        request)
                .withHeader("Retry-After", "1"));
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
        {Method::Post, "/admin/v1/audit-events/verify", Right::to(Action::Read, Subject::Audit),
         Handler::onPool(bound(services, &verifyAudit))},
    };
}

} // namespace authdesk::systems::own::routes
