// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/errors.h"
#include "core/systems/ndastro/routes/rows.h"

#include <algorithm>

namespace authdesk::systems::ndastro::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

/// A name that is taken is told as a text, all else by field.
Answer refused(const base::Error &error)
{
    const bool isTaken = std::ranges::any_of(
        error.fields, [](const base::FieldError &field) { return field.code == "taken"_L1; });
    if (isTaken)
        return Response::json(422, messages::encodeDetail(messages::tierTaken));
    return std::unexpected(error);
}

Answer listTiers(Services &services, const Request &request)
{
    auto page = pageOf(request);
    if (!page)
        return std::unexpected(page.error());
    const auto found = services.tiers().page(offsetOf(*page), int(page->size));
    if (!found)
        return std::unexpected(found.error());
    page->total = found->total;
    QJsonArray tiers;
    for (const model::Tier &tier : found->tiers)
        tiers.append(messages::encode(shownTier(tier)));
    return Response::json(200, messages::encode(*page, tiers));
}

Answer createTier(Services &services, const Request &request)
{
    const auto name = messages::decodeNewTierRequest(request.body);
    if (!name)
        return std::unexpected(name.error());
    const auto tier = services.tiers().create(bridge::actorOf(request), *name, callerOf(request));
    if (!tier)
        return refused(tier.error());
    return Response::json(201, messages::encode(shownTier(*tier)));
}

Answer findTier(Services &services, const Request &request)
{
    const auto tier = services.tiers().find(pathText(request));
    if (!tier)
        return std::unexpected(tier.error());
    return Response::json(200, messages::encode(shownTier(*tier)));
}

Answer updateTier(Services &services, const Request &request)
{
    const auto wanted = messages::decodeTierChangeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const QString name = pathText(request);
    const auto tier = *wanted ? services.tiers().rename(bridge::actorOf(request), name, **wanted,
                                                        callerOf(request))
                              : services.tiers().find(name);
    if (!tier)
        return refused(tier.error());
    return said(messages::tierUpdated);
}

Answer deleteTier(Services &services, const Request &request)
{
    const auto done =
        services.tiers().remove(bridge::actorOf(request), pathText(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return said(messages::tierDeleted);
}

} // namespace

void addTierRows(QList<Route> &rows, Services &services)
{
    // ndastro's superuser.
    const Right superuser = Right::to(model::Action::Manage, model::Subject::Users);
    rows << Route{Method::Get, "/api/v1/tiers/", Right::signedIn(),
                  Handler::onPool(bound(services, &listTiers))}
         << Route{Method::Post, "/api/v1/tiers/", superuser,
                  Handler::onPool(bound(services, &createTier))}
         << Route{Method::Get, "/api/v1/tiers/{name}", Right::signedIn(),
                  Handler::onPool(bound(services, &findTier))}
         << Route{Method::Patch, "/api/v1/tiers/{name}", superuser,
                  Handler::onPool(bound(services, &updateTier))}
         << Route{Method::Delete, "/api/v1/tiers/{name}", superuser,
                  Handler::onPool(bound(services, &deleteTier))};
}

} // namespace authdesk::systems::ndastro::routes
