// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/settings.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

messages::SystemSettings shownSettings(const server::service::FrontEndSettings &settings)
{
    return {.language = settings.language,
            .theme = settings.theme,
            .supportEmail = settings.supportEmail};
}

Answer settings(Services &services, const Request &)
{
    const auto read = services.frontEnd().read();
    if (!read)
        return std::unexpected(read.error());
    return Response::json(200, messages::encode(shownSettings(*read)));
}

Answer changeSettings(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    auto wanted = messages::decodeSystemSettings(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto changed = services.frontEnd().change(bridge::actorOf(request),
                                                    {.language = wanted->language,
                                                     .theme = wanted->theme,
                                                     .supportEmail = wanted->supportEmail},
                                                    callerOf(request));
    if (!changed)
        return std::unexpected(changed.error());
    return Response::json(200, messages::encode(shownSettings(*changed)));
}

/// What does not hang on anything but that there is no archive.
template <typename Body>
Handler always(const Body &body)
{
    return Handler::inLoop([body](const Request &) { return Response::json(200, body); });
}

} // namespace

void addArchiveRows(Rows &rows, Services &services)
{
    const Right dashboard = Right::to(Action::Read, Subject::Dashboard);
    rows << Route{Method::Get, "/settings/system", Right::anyone(),
                  Handler::onPool(bound(services, &settings))}
         << Route{Method::Put, "/settings/system", Right::to(Action::Manage, Subject::Settings),
                  Handler::onPool(bound(services, &changeSettings))}
         << Route{Method::Get, "/dashboard/stats", dashboard, always(messages::encodeNoStats())}
         << Route{Method::Get, "/dashboard/ingestion-history", dashboard,
                  always(messages::encodeNoHistory())}
         << Route{Method::Get, "/dashboard/ingestion-sources", dashboard, always(QJsonArray())}
         << Route{Method::Get, "/dashboard/recent-syncs", dashboard, always(QJsonArray())}
         << Route{Method::Get, "/dashboard/indexed-insights", dashboard,
                  always(messages::encodeNoInsights())}
         << Route{Method::Get, "/ingestion-sources", Right::to(Action::Read, Subject::Ingestion),
                  always(QJsonArray())}
         << Route{Method::Get, "/jobs/queues", Right::to(Action::Manage, Subject::All),
                  always(messages::encodeIdleQueues())};
}

} // namespace authdesk::systems::openarchiver::routes
