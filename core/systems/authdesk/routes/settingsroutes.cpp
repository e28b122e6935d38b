// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/serversettings.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Right;

namespace {

using State = model::ServerSettingsState;

Answer readSettings(Services &services, const Request &request)
{
    return answered<State>(services.serverSettings().read(bridge::actorOf(request)),
                           &messages::encode);
}

Answer changeSettings(Services &services, const Request &request)
{
    const auto change = messages::decodeServerSettingsChange(request.body);
    if (!change)
        return std::unexpected(change.error());
    return answered<State>(
        services.serverSettings().change(bridge::actorOf(request), callerOf(request), *change),
        &messages::encode);
}

} // namespace

void appendSettingsRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/settings/server", Right::to(Action::Read, Subject::Settings),
         Handler::onPool(bound(services, &readSettings))},
        {Method::Patch, "/admin/v1/settings/server", Right::to(Action::Update, Subject::Settings),
         Handler::onPool(bound(services, &changeSettings))},
    };
}

} // namespace authdesk::systems::own::routes
