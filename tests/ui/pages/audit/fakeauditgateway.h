// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server's audit in memory. Lists answer at once, or when the test lets them; waits for news when
// something happens. An error in `refuse` is given once, to the call it names.
#pragma once

#include "core/gateway/auditgateway.h"

#include <QtCore/QHash>
#include <QtCore/QPromise>

#include <algorithm>
#include <memory>

namespace authdesk::test {

using namespace Qt::StringLiterals;

template <typename T>
[[nodiscard]] QFuture<base::Result<T>> answered(base::Result<T> result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

class FakeAuditGateway final : public gateway::AuditGateway
{
public:
    using Events = model::Page<model::AuditEvent>;

    struct Held
    {
        gateway::AuditQuery query;
        qint64 after = 0;
        std::shared_ptr<QPromise<base::Result<Events>>> promise;
    };

    QList<model::AuditEvent> events; ///< newest first
    QList<gateway::AuditQuery> queries;
    QHash<QString, base::Error> refuse; ///< "list", "newerThan", "verify"
    bool holdLists = false;
    QList<Held> held;  ///< lists
    QList<Held> waits; ///< for news, the answered and cancelled ones too
    gateway::AuditVerdict verdict{.whole = true, .checked = 1204, .brokenAt = {}};
    gateway::AuditQuery exported;
    std::optional<gateway::ExportFormat> exportedAs;
    gateway::ExportSink exportSink;
    std::shared_ptr<QPromise<base::Result<void>>> exportPromise;

    static model::AuditEvent event(qint64 id, const QString &action = u"user.updated"_s)
    {
        model::AuditEvent event;
        event.id = id;
        event.at = QDateTime(QDate(2027, 3, 1), QTime(9, 0), Qt::UTC).addSecs(id);
        event.action = action;
        event.result = u"ok"_s;
        event.actorUid = u"u-karl"_s;
        event.actorName = u"karl"_s;
        event.targetUid = u"u-anna"_s;
        event.targetName = u"anna"_s;
        event.system = u"authdesk"_s;
        event.address = u"10.0.0.7"_s;
        event.requestId = u"0123456789abcdef"_s;
        return event;
    }

    void fill(int count)
    {
        for (int i = 1; i <= count; ++i)
            events.prepend(event(i));
    }

    /// Something happens: whoever waits is told.
    void happen(const model::AuditEvent &event)
    {
        events.prepend(event);
        for (Held &wait : waits) {
            if (wait.promise->future().isFinished() || wait.promise->future().isCanceled())
                continue;
            wait.promise->addResult(base::Result<Events>(newer(wait)));
            wait.promise->finish();
        }
    }

    void answerList(qsizetype place)
    {
        held[place].promise->addResult(base::Result<Events>(page(held[place].query)));
        held[place].promise->finish();
    }

    [[nodiscard]] int openWaits() const
    {
        return int(std::count_if(waits.cbegin(), waits.cend(), [](const Held &wait) {
            return !wait.promise->future().isFinished() && !wait.promise->future().isCanceled();
        }));
    }

    [[nodiscard]] Answer<Events> list(const gateway::AuditQuery &query) override
    {
        queries.append(query);
        if (refuse.contains(u"list"_s))
            return answered<Events>(std::unexpected(refuse.take(u"list"_s)));
        if (!holdLists)
            return answered<Events>(page(query));
        held.append({.query = query, .promise = started<Events>()});
        return held.constLast().promise->future();
    }

    [[nodiscard]] Answer<Events> newerThan(qint64 after, const gateway::AuditQuery &query,
                                           std::chrono::seconds) override
    {
        if (refuse.contains(u"newerThan"_s))
            return answered<Events>(std::unexpected(refuse.take(u"newerThan"_s)));
        waits.append({.query = query, .after = after, .promise = started<Events>()});
        return waits.constLast().promise->future();
    }

    [[nodiscard]] Answer<gateway::AuditVerdict> verify() override
    {
        if (refuse.contains(u"verify"_s))
            return answered<gateway::AuditVerdict>(std::unexpected(refuse.take(u"verify"_s)));
        return answered<gateway::AuditVerdict>(verdict);
    }

    /// Held until the test sends parts to exportSink and finishes exportPromise.
    [[nodiscard]] Answer<void> exportTo(const gateway::AuditQuery &query,
                                        gateway::ExportFormat format,
                                        const gateway::ExportSink &sink) override
    {
        exported = query;
        exportedAs = format;
        exportSink = sink;
        exportPromise = started<void>();
        return exportPromise->future();
    }

    void finishExport(const base::Result<void> &result = {})
    {
        exportPromise->addResult(result);
        exportPromise->finish();
    }

private:
    template <typename T>
    static std::shared_ptr<QPromise<base::Result<T>>> started()
    {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        promise->start();
        return promise;
    }

    static bool passes(const model::AuditEvent &event, const gateway::AuditQuery &query)
    {
        const bool acts = query.action.isEmpty() || event.action == query.action
                          || (query.action.endsWith(u'.') && event.action.startsWith(query.action));
        return acts && (query.result.isEmpty() || event.result == query.result)
               && (query.person.isEmpty() || event.actorName == query.person
                   || event.targetName == query.person)
               && (!query.from || event.at >= *query.from)
               && (!query.until || event.at < *query.until);
    }

    [[nodiscard]] Events page(const gateway::AuditQuery &query) const
    {
        Events answer;
        const qint64 before = query.cursor.isEmpty() ? 1LL << 52 : query.cursor.toLongLong();
        for (const model::AuditEvent &event : events) {
            if (event.id >= before || !passes(event, query))
                continue;
            if (answer.items.size() == query.limit) {
                answer.nextCursor = QString::number(answer.items.constLast().id);
                break;
            }
            answer.items.append(event);
        }
        return answer;
    }

    [[nodiscard]] Events newer(const Held &wait) const
    {
        Events answer = page(wait.query);
        answer.items.removeIf(
            [&wait](const model::AuditEvent &event) { return event.id <= wait.after; });
        if (answer.items.size() < wait.query.limit)
            answer.nextCursor.clear();
        return answer;
    }
};

} // namespace authdesk::test
