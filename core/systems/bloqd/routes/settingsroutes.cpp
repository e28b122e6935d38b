// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/settings.h"
#include "core/systems/bloqd/routes/rows.h"

namespace authdesk::systems::bloqd::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::ServerSetting;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

messages::Settings shown(const model::ServerSettingsState &state)
{
    return {.siteName = state.values.name, .siteUrl = state.values.publicUrl};
}

model::ServerSettingsChange changeOf(const messages::SettingsChange &wanted)
{
    model::ServerSettingsChange change;
    if (wanted.siteName) {
        change.values.name = *wanted.siteName;
        change.set.insert(ServerSetting::Name);
    }
    if (wanted.siteUrl) {
        change.values.publicUrl = *wanted.siteUrl;
        (wanted.siteUrl->isEmpty() ? change.reset : change.set).insert(ServerSetting::PublicUrl);
    }
    return change;
}

/// Our own API calls the fields by other names.
base::Error namingFields(base::Error error)
{
    for (base::FieldError &field : error.fields) {
        if (field.field == model::serverSettingName(ServerSetting::Name))
            field.field = u"general.site_name"_s;
        else if (field.field == model::serverSettingName(ServerSetting::PublicUrl))
            field.field = u"general.site_url"_s;
    }
    return error;
}

Answer readSettings(Services &services, const Request &request)
{
    const auto state = services.serverSettings().read(bridge::actorOf(request));
    if (!state)
        return std::unexpected(state.error());
    return Response::json(200, messages::encode(shown(*state)));
}

Answer changeSettings(Services &services, const Request &request)
{
    const auto actor = bridge::actorOf(request);
    const auto before = services.serverSettings().read(actor);
    if (!before)
        return std::unexpected(before.error());
    const auto wanted = messages::decodeSettingsChange(request.body, shown(*before));
    if (!wanted)
        return std::unexpected(wanted.error());
    if (!wanted->updatedFields.isEmpty()) {
        const auto changed =
            services.serverSettings().change(actor, callerOf(request), changeOf(*wanted));
        if (!changed)
            return std::unexpected(namingFields(changed.error()));
    }
    return Response::json(200, messages::encodeUpdated(wanted->updatedFields));
}

} // namespace

void addSettingsRows(QList<Route> &rows, Services &services)
{
    rows << Route{Method::Get, "/api/v1/settings", Right::to(Action::Read, Subject::Settings),
                  Handler::onPool(bound(services, &readSettings))}
         << Route{Method::Patch, "/api/v1/settings", Right::to(Action::Update, Subject::Settings),
                  Handler::onPool(bound(services, &changeSettings))};
}

} // namespace authdesk::systems::bloqd::routes
