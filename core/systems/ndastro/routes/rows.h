// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of ndastro's API by topic, and what their handlers share. Inside this room only.
#pragma once

#include "core/server/service/services.h"
#include "core/systems/bridge/entry.h"
#include "core/systems/ndastro/messages/users.h"
#include "core/systems/ndastro/routes/routes.h"

namespace authdesk::systems::ndastro::routes {

using Answer = base::Result<server::http::Response>;
using HandlerFunction = Answer (*)(server::service::Services &, const server::http::Request &);

[[nodiscard]] inline server::http::Handler::Call bound(server::service::Services &services,
                                                       HandlerFunction handler)
{
    return [&services, handler](const server::http::Request &request) {
        return handler(services, request);
    };
}

[[nodiscard]] inline server::service::Caller callerOf(const server::http::Request &request)
{
    return bridge::callerOf(request, systemName);
}

/// First and last name with a space.
[[nodiscard]] QString nameOf(const model::User &user);
[[nodiscard]] messages::Tier shownTier(const model::Tier &tier);
/// A {…} of the path as text.
[[nodiscard]] QString pathText(const server::http::Request &request);
[[nodiscard]] server::http::Response said(const QString &message);

/// `page` and `items_per_page` of the query; InvalidFields.
[[nodiscard]] base::Result<messages::Page> pageOf(const server::http::Request &request);
[[nodiscard]] inline qint64 offsetOf(const messages::Page &page)
{
    return (page.number - 1) * page.size;
}

void addUserRows(QList<server::http::Route> &rows, server::service::Services &services);
void addTierRows(QList<server::http::Route> &rows, server::service::Services &services);

} // namespace authdesk::systems::ndastro::routes
