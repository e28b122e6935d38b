// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

#include <algorithm>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::RequestLog;
using server::http::Response;
using server::http::Right;

namespace {

/// Newest first. Of what came after `after`, the oldest `limit`, so that whoever follows misses
/// nothing between two answers; without it the newest.
enum class Kept { Newest, Oldest };

Response toResponse(QList<model::RequestEntry> entries, int limit, Kept kept)
{
    if (entries.size() > limit && kept == Kept::Newest)
        entries.remove(0, entries.size() - limit);
    else if (entries.size() > limit)
        entries.resize(limit);
    std::reverse(entries.begin(), entries.end());
    const model::Page<model::RequestEntry> page{.items = std::move(entries), .nextCursor = {}};
    return Response::json(200, messages::encodeRequests(page));
}

Handler::LaterCall requests(Services &services, RequestLog &requestLog)
{
    return [&services, &requestLog](const Request &request) {
        constexpr int longestWait = 60;
        QueryFields fields(request, {"after"_L1, "wait"_L1, "limit"_L1});
        const auto after = fields.integer("after"_L1, 0, 1LL << 53);
        const int wait = int(fields.integer("wait"_L1, 0, longestWait).value_or(0));
        const int limit = int(fields.integer("limit"_L1, 1, 200).value_or(100));
        if (wait > 0 && !after && !fields.hasErrors())
            fields.addError("after"_L1, "required"_L1, u"Waiting needs a request to wait after."_s);
        if (fields.hasErrors())
            return QtFuture::makeReadyFuture(
                encodeError(fields.failure().error(), services, request));
        const Kept kept = after ? Kept::Oldest : Kept::Newest;
        return requestLog.after(after.value_or(0), wait)
            .then([limit, kept](const QList<model::RequestEntry> &entries) {
                return toResponse(entries, limit, kept);
            });
    };
}

} // namespace

void appendRequestRows(QList<server::http::Route> &rows, Services &services, RequestLog &requestLog)
{
    rows += {
        {Method::Get, "/admin/v1/requests", Right::to(Action::Read, Subject::Settings),
         Handler::later(requests(services, requestLog))},
    };
}

} // namespace authdesk::systems::own::routes
