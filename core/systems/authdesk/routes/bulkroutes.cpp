// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/bulk.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::BulkFilter;
using server::service::BulkRequest;
using server::service::BulkResult;

namespace {

BulkRequest wantedOf(const messages::BulkRequest &request)
{
    BulkRequest wanted{.ids = request.ids,
                       .filter = std::nullopt,
                       .action = request.action,
                       .roleSlug = request.roleSlug};
    if (request.filter) {
        wanted.filter = BulkFilter{.search = request.filter->search,
                                   .roleSlug = request.filter->roleSlug,
                                   .status = request.filter->status,
                                   .mfa = request.filter->mfa};
    }
    return wanted;
}

messages::BulkResult toMessage(const BulkResult &result, model::BulkAction action,
                               const Wording &wording)
{
    messages::BulkResult message{.id = result.id};
    if (!result.outcome)
        message.error = wording.told(result.outcome.error());
    if (result.oneTimeSecret) {
        message.oneTimeSecret = messages::OneTimeSecret{
            .secret = result.oneTimeSecret->secret, .expiresAt = result.oneTimeSecret->expiresAt};
        message.kind = action == model::BulkAction::ResetMfa ? messages::OneTimeKind::Code
                                                             : messages::OneTimeKind::Password;
    }
    return message;
}

Answer changeMany(Services &services, const Request &request)
{
    const auto wanted = messages::decodeBulkRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto results =
        services.bulk().perform(bridge::actorOf(request), wantedOf(*wanted), callerOf(request));
    if (!results)
        return std::unexpected(results.error());
    const Wording wording(services, request);
    QList<messages::BulkResult> rows;
    for (const BulkResult &result : *results)
        rows.append(toMessage(result, wanted->action, wording));
    return wording.marked(Response::json(200, messages::encodeBulkResults(rows)).carriesSecret());
}

} // namespace

void appendBulkRows(QList<server::http::Route> &rows, Services &services)
{
    // Which right it takes depends on the action: the service asks for it, and again per person.
    rows += {
        {Method::Post, "/admin/v1/users/bulk", Right::to(Action::Read, Subject::Users),
         Handler::onSignInPool(bound(services, &changeMany))},
    };
}

} // namespace authdesk::systems::own::routes
