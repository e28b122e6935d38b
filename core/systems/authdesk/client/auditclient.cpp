// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/auditclient.h"

#include "core/base/json.h"
#include "core/net/decoding.h"
#include "core/systems/authdesk/client/queryencoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/records.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

/// Above what the server waits for, what a slow one may need besides.
constexpr std::chrono::seconds answerTime{15};
/// The server looks at every event before it answers, or before the first part of a file leaves.
constexpr std::chrono::minutes wholeAuditTime{10};

QUrlQuery filtersOf(const gateway::AuditQuery &query)
{
    QUrlQuery url;
    addGiven(url, u"person"_s, query.person);
    addGiven(url, u"action"_s, query.action);
    addGiven(url, u"result"_s, query.result);
    if (query.from)
        addEncoded(url, u"from"_s, base::timeToJson(*query.from).toString());
    if (query.until)
        addEncoded(url, u"until"_s, base::timeToJson(*query.until).toString());
    return url;
}

} // namespace

AuditClient::Answer<model::Page<model::AuditEvent>>
AuditClient::list(const gateway::AuditQuery &query)
{
    QUrlQuery url = filtersOf(query);
    addEncoded(url, u"limit"_s, QString::number(query.limit));
    addGiven(url, u"cursor"_s, query.cursor);
    return net::decoded<model::Page<model::AuditEvent>>(
        m_api.call({.path = u"/audit-events"_s, .query = url}), messages::decodeError,
        messages::decodeAuditEvents);
}

AuditClient::Answer<model::Page<model::AuditEvent>>
AuditClient::newerThan(qint64 after, const gateway::AuditQuery &query, std::chrono::seconds wait)
{
    QUrlQuery url = filtersOf(query);
    addEncoded(url, u"after"_s, QString::number(after));
    addEncoded(url, u"wait"_s, QString::number(wait.count()));
    addEncoded(url, u"limit"_s, QString::number(query.limit));
    return net::decoded<model::Page<model::AuditEvent>>(
        m_api.call({.path = u"/audit-events"_s, .query = url, .timeLimit = wait + answerTime}),
        messages::decodeError, messages::decodeAuditEvents);
}

AuditClient::Answer<gateway::AuditVerdict> AuditClient::verify()
{
    return net::decoded<gateway::AuditVerdict>(
        m_api.call(
            {.method = "POST", .path = u"/audit-events/verify"_s, .timeLimit = wholeAuditTime}),
        messages::decodeError, [](const QByteArray &body) -> base::Result<gateway::AuditVerdict> {
            const auto verdict = messages::decodeAuditVerdict(body);
            if (!verdict)
                return std::unexpected(verdict.error());
            return gateway::AuditVerdict{
                .whole = verdict->ok, .checked = verdict->checked, .brokenAt = verdict->brokenAt};
        });
}

AuditClient::Answer<void> AuditClient::exportTo(const gateway::AuditQuery &query,
                                                gateway::ExportFormat format,
                                                const gateway::ExportSink &sink)
{
    QUrlQuery url = filtersOf(query);
    addEncoded(url, u"format"_s, format == gateway::ExportFormat::Csv ? u"csv"_s : u"json"_s);
    return net::succeeded(m_api.call({.path = u"/audit-events/export"_s,
                                      .query = url,
                                      .timeLimit = wholeAuditTime,
                                      .sink = sink}),
                          messages::decodeError);
}

} // namespace authdesk::systems::own::client
