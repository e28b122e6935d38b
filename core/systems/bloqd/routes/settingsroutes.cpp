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
using server::service::Actor;
using server::service::Services;

namespace {

base::Result<messages::Settings> currentSettings(Services &services, const Actor &actor)
{
    const auto state = services.serverSettings().read(actor);
    if (!state)
        return std::unexpected(state.error());
    const auto policy = services.mfaPolicy().read();
    if (!policy)
        return std::unexpected(policy.error());
    return messages::Settings{.siteName = state->values.name,
                              .siteUrl = state->values.publicUrl,
                              .mfaRequired = policy->isRequired};
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

/// All or nothing.
base::Result<> apply(Services &services, const Request &request,
                     const messages::SettingsChange &wanted)
{
    const Actor actor = bridge::actorOf(request);
    const auto before = services.mfaPolicy().read();
    if (!before)
        return std::unexpected(before.error());
    if (wanted.mfaRequired) {
        const auto set = services.mfaPolicy().change(actor, {.isRequired = *wanted.mfaRequired},
                                                     callerOf(request));
        if (!set)
            return std::unexpected(set.error());
    }
    if (!wanted.siteName && !wanted.siteUrl)
        return {};
    const auto changed =
        services.serverSettings().change(actor, callerOf(request), changeOf(wanted));
    if (changed)
        return {};
    if (wanted.mfaRequired) {
        const auto back = services.mfaPolicy().change(actor, {.isRequired = before->isRequired},
                                                      callerOf(request));
        if (!back)
            return std::unexpected(back.error());
    }
    return std::unexpected(namingFields(changed.error()));
}

Answer readSettings(Services &services, const Request &request)
{
    const auto settings = currentSettings(services, bridge::actorOf(request));
    if (!settings)
        return std::unexpected(settings.error());
    return Response::json(200, messages::encode(*settings));
}

Answer changeSettings(Services &services, const Request &request)
{
    const auto now = currentSettings(services, bridge::actorOf(request));
    if (!now)
        return std::unexpected(now.error());
    const auto wanted = messages::decodeSettingsChange(request.body, *now);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (const auto applied = apply(services, request, *wanted); !applied)
        return std::unexpected(applied.error());
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
