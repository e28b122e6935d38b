// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a server in memory is doing: seven people, one of them locked, and a day of sign-ins. Errors
// are given until they are taken out.
#pragma once

#include "core/gateway/overviewgateway.h"

#include <QtCore/QPromise>

#include <memory>

namespace authdesk::test {

class FakeOverviewGateway final : public gateway::OverviewGateway
{
public:
    using Stats = base::Result<model::ServerStats>;

    FakeOverviewGateway()
    {
        using namespace Qt::StringLiterals;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'010, Qt::UTC);
        figures.server = {
            .name = u"Acme"_s,
            .version = u"0.1.0"_s,
            .startedAt = now.addSecs(-2 * 3600),
            .databaseEngine = u"sqlite"_s,
            .listeners = {{.url = QUrl(u"http://127.0.0.1:8000"_s), .system = {}},
                          {.url = QUrl(u"http://127.0.0.1:8001"_s), .system = u"pipelit"_s}}};
        figures.users = {.active = 4,
                         .disabled = 1,
                         .locked = 1,
                         .invited = 1,
                         .withSecondFactor = 3,
                         .mayManageUsers = 1};
        figures.openSessions = 5;
        const QDateTime first =
            QDateTime::fromSecsSinceEpoch(1'790'000'010 / 3600 * 3600, Qt::UTC).addSecs(-23 * 3600);
        for (int hour = 0; hour < 24; ++hour) {
            figures.signIns.append({.from = first.addSecs(3600 * hour),
                                    .succeeded = (hour * 7) % 13,
                                    .refused = hour % 5 == 4 ? 3 : 0});
        }
        figures.attention = {{.concern = model::Concern::OneManager},
                             {.concern = model::Concern::NoSecondFactor, .count = 4},
                             {.concern = model::Concern::Locked, .count = 1}};
        for (const auto &[action, result] :
             {std::pair{u"sign_in"_s, u"ok"_s}, std::pair{u"sign_in.failed"_s, u"refused"_s}}) {
            model::AuditEvent event;
            event.at = now.addSecs(-60 * (events.size() + 1));
            event.action = action;
            event.result = result;
            event.actorName = u"anna"_s;
            event.address = u"10.0.0.7"_s;
            events.append(event);
        }
    }

    [[nodiscard]] Answer<model::ServerStats> stats() override
    {
        ++statsCalls;
        auto promise = std::make_shared<QPromise<Stats>>();
        promise->start();
        if (holds) {
            held.append(promise);
            return promise->future();
        }
        promise->addResult(statsError ? Stats(std::unexpected(*statsError)) : Stats(figures));
        promise->finish();
        return promise->future();
    }

    [[nodiscard]] Answer<QList<model::AuditEvent>> latestEvents(int count) override
    {
        using Events = base::Result<QList<model::AuditEvent>>;
        ++eventCalls;
        QPromise<Events> promise;
        promise.start();
        promise.addResult(eventsError
                              ? Events(std::unexpected(*eventsError))
                              : Events(events.first(std::min<qsizetype>(count, events.size()))));
        promise.finish();
        return promise.future();
    }

    /// Lets a held question be answered.
    void answer(qsizetype place, const Stats &stats)
    {
        held.at(place)->addResult(stats);
        held.at(place)->finish();
    }

    model::ServerStats figures;
    QList<model::AuditEvent> events;
    std::optional<base::Error> statsError;
    std::optional<base::Error> eventsError;
    int statsCalls = 0;
    int eventCalls = 0;
    bool holds = false;
    QList<std::shared_ptr<QPromise<Stats>>> held;
};

} // namespace authdesk::test
