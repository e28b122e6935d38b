// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/stats.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Right;

namespace {

Answer readStats(Services &services, const Request &request)
{
    return answered<model::ServerStats>(services.stats().read(bridge::actorOf(request)),
                                        &messages::encode);
}

} // namespace

void appendStatsRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/stats", Right::to(Action::Read, Subject::Users),
         Handler::onPool(bound(services, &readStats))},
    };
}

} // namespace authdesk::systems::own::routes
