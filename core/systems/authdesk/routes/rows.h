// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of our own API by topic, and what their handlers share. Inside this room only.
#pragma once

#include "core/base/result.h"
#include "core/server/http/route.h"
#include "core/server/service/services.h"
#include "core/systems/authdesk/routes/routes.h"
#include "core/systems/authdesk/routes/wording.h"
#include "core/systems/bridge/entry.h"

#include <QtCore/QThreadPool>

namespace authdesk::systems::own::routes {

using Answer = base::Result<server::http::Response>;
using Services = server::service::Services;

void appendSignInRows(QList<server::http::Route> &rows, Services &services);
void appendAccountRows(QList<server::http::Route> &rows, Services &services);
void appendMfaRows(QList<server::http::Route> &rows, Services &services);
void appendUserRows(QList<server::http::Route> &rows, Services &services);
void appendUserActionRows(QList<server::http::Route> &rows, Services &services);
void appendBulkRows(QList<server::http::Route> &rows, Services &services);
void appendTransferRows(QList<server::http::Route> &rows, Services &services);
void appendRoleRows(QList<server::http::Route> &rows, Services &services);
void appendSessionRows(QList<server::http::Route> &rows, Services &services);
void appendKeyRows(QList<server::http::Route> &rows, Services &services);
void appendAuditRows(QList<server::http::Route> &rows, Services &services);
void appendStatsRows(QList<server::http::Route> &rows, Services &services);
void appendSettingsRows(QList<server::http::Route> &rows, Services &services);
void appendRequestRows(QList<server::http::Route> &rows, Services &services,
                       server::http::RequestLog &requestLog);

/// InvalidFields naming every parameter of the query; for endpoints that take none.
[[nodiscard]] base::Result<> refuseQuery(const server::http::Request &request);

/// A handler with the services that it calls, for an endpoint without parameters in its query.
[[nodiscard]] inline server::http::Handler::Call
bound(Services &services, Answer (*handler)(Services &, const server::http::Request &))
{
    return [&services, handler](const server::http::Request &request) -> Answer {
        if (const auto fine = refuseQuery(request); !fine)
            return std::unexpected(fine.error());
        return handler(services, request);
    };
}

/// The same for an endpoint that reads its query itself.
[[nodiscard]] inline server::http::Handler::Call
boundWithQuery(Services &services, Answer (*handler)(Services &, const server::http::Request &))
{
    return [&services, handler](const server::http::Request &request) {
        return handler(services, request);
    };
}

[[nodiscard]] inline server::service::Caller callerOf(const server::http::Request &request)
{
    return bridge::callerOf(request, systemName);
}

/// 200 with what was found, as `encode` words it.
template <typename Found>
[[nodiscard]] Answer answered(const base::Result<Found> &found,
                              QJsonObject (*encode)(const Found &))
{
    if (!found)
        return std::unexpected(found.error());
    return server::http::Response::json(200, encode(*found));
}

/// The number in the path; NotFound for anything that is not one.
[[nodiscard]] base::Result<qint64> idOf(const server::http::Request &request);

/// The ETag of a version, and what If-Match asks for: nullopt when it is absent or "*", and
/// `unmatchable` for a tag that no version of ours has.
inline constexpr qint64 unmatchable = -1;
[[nodiscard]] QByteArray etagOf(qint64 version);
[[nodiscard]] std::optional<qint64> versionAskedFor(const server::http::Request &request);

} // namespace authdesk::systems::own::routes
