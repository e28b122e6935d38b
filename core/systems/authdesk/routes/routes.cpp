// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/routes/routes.h"

#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using server::http::Mount;
using server::http::Request;
using server::http::RequestLog;

base::Result<> refuseQuery(const Request &request)
{
    if (request.query.isEmpty())
        return {};
    const QueryFields fields(request, {});
    if (fields.hasErrors())
        return fields.failure();
    return {};
}

base::Result<qint64> idOf(const Request &request)
{
    const std::optional<qint64> id = request.idParameter(0);
    if (!id)
        return base::fail(ErrorCode::NotFound, u"There is nothing at this address."_s);
    return *id;
}

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

std::optional<qint64> versionAskedFor(const Request &request)
{
    QByteArray tag = request.header("If-Match").trimmed();
    if (tag.isEmpty() || tag == "*")
        return std::nullopt;
    if (tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"'))
        tag = tag.mid(1, tag.size() - 2);
    bool isNumber = false;
    const qint64 version = tag.toLongLong(&isNumber);
    // A weak tag or one of somebody else's never matches (RFC 9110 §13.1.1).
    return isNumber && version >= 0 ? version : unmatchable;
}

Mount mount(QByteArray prefix, Services &services, RequestLog &requestLog)
{
    Mount mount{.prefix = std::move(prefix),
                .system = systemName,
                .routes = {},
                .encodeError = [&services](const base::Error &error, const Request &request) {
                    return encodeError(error, services, request);
                }};
    appendSignInRows(mount.routes, services);
    appendAccountRows(mount.routes, services);
    appendMfaRows(mount.routes, services);
    appendUserRows(mount.routes, services);
    appendUserActionRows(mount.routes, services);
    appendBulkRows(mount.routes, services);
    appendTransferRows(mount.routes, services);
    appendRoleRows(mount.routes, services);
    appendSessionRows(mount.routes, services);
    appendKeyRows(mount.routes, services);
    appendAuditRows(mount.routes, services);
    appendStatsRows(mount.routes, services);
    appendSettingsRows(mount.routes, services);
    appendRequestRows(mount.routes, services, requestLog);
    return mount;
}

} // namespace authdesk::systems::own::routes
