// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of Pipelit's API by topic, and what their handlers share. Inside this room only.
#pragma once

#include "core/server/service/services.h"
#include "core/systems/bridge/entry.h"
#include "core/systems/pipelit/messages/users.h"
#include "core/systems/pipelit/routes/routes.h"

namespace authdesk::systems::pipelit::routes {

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

/// A number in the path, named as Pipelit's framework names it; InvalidFields for a text that is
/// none. A number that can be nobody's is 0.
[[nodiscard]] base::Result<qint64> pathNumber(const server::http::Request &request, qsizetype index,
                                              const QString &name);

struct Stretch
{
    qint64 offset = 0;
    int limit = 50;
};
/// `offset` and `limit` of the query; InvalidFields.
[[nodiscard]] base::Result<Stretch> stretchOf(const server::http::Request &request);

/// The same error, with NotFound said in these words.
[[nodiscard]] base::Error saying(base::Error error, QLatin1StringView notFound);

void addUserRows(QList<server::http::Route> &rows, server::service::Services &services);
void addKeyRows(QList<server::http::Route> &rows, server::service::Services &services);
void addAgentRows(QList<server::http::Route> &rows, server::service::Services &services);

} // namespace authdesk::systems::pipelit::routes
