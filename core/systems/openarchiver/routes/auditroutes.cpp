// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/systems/openarchiver/messages/audit.h"
#include "core/systems/openarchiver/routes/rows.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace authdesk::systems::openarchiver::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::AuditQuery;
using server::service::Services;

namespace {

constexpr qint64 usualLimit = 20;
constexpr qint64 mostLimit = 200;
constexpr qint64 mostPage = 1'000'000;

struct AuditWish
{
    AuditQuery query;
    QString actionType; ///< empty: every
    qint64 page = 1;
    qint64 limit = usualLimit;
    bool isOldestFirst = false;
};

std::unexpected<base::Error> unusable(QByteArrayView name)
{
    return base::fail(
        base::ErrorCode::InvalidFields,
        u"The parameter %1 cannot be used."_s.arg(QString::fromLatin1(name.data(), name.size())));
}

base::Result<qint64> numberOf(const Request &request, QByteArrayView name, qint64 usual,
                              qint64 most)
{
    const auto text = request.queryValue(name);
    if (!text || text->isEmpty())
        return usual;
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return unusable(name);
    return number;
}

/// A day alone means all of it.
base::Result<std::optional<QDateTime>> timeOf(const Request &request, QByteArrayView name,
                                              int daysAfter)
{
    const auto text = request.queryValue(name);
    if (!text || text->isEmpty())
        return std::optional<QDateTime>();
    if (const QDate day = QDate::fromString(*text, Qt::ISODate);
        day.isValid() && !text->contains(u'T'))
        return std::optional(day.addDays(daysAfter).startOfDay(Qt::UTC));
    auto time = base::timeFromText(*text);
    if (!time)
        return unusable(name);
    return time;
}

base::Result<AuditWish> wantedOf(const Request &request)
{
    const auto page = numberOf(request, "page", 1, mostPage);
    const auto limit = numberOf(request, "limit", usualLimit, mostLimit);
    const auto from = timeOf(request, "startDate", 0);
    const auto until = timeOf(request, "endDate", 1);
    if (!page)
        return std::unexpected(page.error());
    if (!limit)
        return std::unexpected(limit.error());
    if (!from)
        return std::unexpected(from.error());
    if (!until)
        return std::unexpected(until.error());
    AuditWish wanted;
    wanted.page = *page;
    wanted.limit = *limit;
    wanted.query.from = *from;
    wanted.query.until = *until;
    wanted.query.actor = request.queryValue("actor").value_or(QString());
    wanted.actionType = request.queryValue("actionType").value_or(QString());
    if (!wanted.actionType.isEmpty() && !messages::isActionType(wanted.actionType))
        return unusable("actionType");
    const QString sort = request.queryValue("sort").value_or(u"desc"_s);
    if (sort != "asc"_L1 && sort != "desc"_L1)
        return unusable("sort");
    wanted.isOldestFirst = sort == "asc"_L1;
    return wanted;
}

/// Calls `see` with each event that fits and its place, newest first.
base::Result<> walk(Services &services, const Request &request, const AuditWish &wanted,
                    const std::function<void(const model::AuditEvent &, qint64)> &see)
{
    qint64 place = 0;
    return services.audit().readAll(bridge::actorOf(request), wanted.query,
                                    [&](const QList<model::AuditEvent> &events) -> base::Result<> {
                                        for (const model::AuditEvent &event : events) {
                                            if (wanted.actionType.isEmpty()
                                                || messages::actionTypeOf(event.action)
                                                       == wanted.actionType)
                                                see(event, place++);
                                        }
                                        return {};
                                    });
}

/// Its pages are numbered and count everything; ours lead from one to the next. So all that fits is
/// walked through: once to count, which tells where a page lies that is counted from the oldest,
/// and once to take the page.
Answer listAudit(Services &services, const Request &request)
{
    auto wanted = wantedOf(request);
    if (!wanted)
        return std::unexpected(wanted.error());
    messages::AuditPlace place{.page = wanted->page, .limit = wanted->limit};
    qint64 newest = 0;
    const auto count = [&](const model::AuditEvent &event, qint64 at) {
        place.total = at + 1;
        newest = std::max(newest, event.id);
    };
    if (auto counted = walk(services, request, *wanted, count); !counted)
        return std::unexpected(counted.error());
    qint64 first = (wanted->page - 1) * wanted->limit;
    qint64 end = first + wanted->limit;
    if (wanted->isOldestFirst)
        std::tie(first, end) = std::pair(place.total - end, place.total - first);
    QList<model::AuditEvent> events;
    // What came since the count is left out, so that the places are the same.
    qint64 later = 0;
    const auto take = [&](const model::AuditEvent &event, qint64 at) {
        if (event.id > newest)
            ++later;
        else if (at - later >= first && at - later < end)
            events.append(event);
    };
    if (auto taken = walk(services, request, *wanted, take); !taken)
        return std::unexpected(taken.error());
    if (wanted->isOldestFirst)
        std::ranges::reverse(events);
    return Response::json(200, messages::encodeAudit(events, place));
}

Answer verifyAudit(Services &services, const Request &request)
{
    const auto verdict = services.audit().verify(bridge::actorOf(request));
    if (!verdict)
        return std::unexpected(verdict.error());
    return Response::json(200, messages::encodeVerdict(verdict->checked, verdict->brokenAt));
}

} // namespace

void addAuditRows(Rows &rows, Services &services)
{
    const Right mayRead = Right::to(Action::Read, Subject::Audit);
    rows << Route{Method::Get, "/enterprise/audit-logs", mayRead,
                  Handler::onPool(bound(services, &listAudit))}
         << Route{Method::Post, "/enterprise/audit-logs/verify", mayRead,
                  Handler::onPool(bound(services, &verifyAudit))};
}

} // namespace authdesk::systems::openarchiver::routes
