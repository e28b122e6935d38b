// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/routes/routes.h"

#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using server::http::Mount;
using server::http::Route;
using server::service::Services;

namespace {

/// A slash at the end changes nothing.
void addInBothForms(Mount &mount, const QByteArray &base, const Rows &rows)
{
    for (const Route &row : rows) {
        for (const char *end : {"", "/"}) {
            Route there = row;
            there.path = base + row.path + end;
            mount.routes.append(std::move(there));
        }
    }
}

Mount emptyMount(QByteArray prefix)
{
    return {.prefix = std::move(prefix),
            .system = systemName,
            .routes = {},
            .encodeError = &encodeError,
            .keyHeader = "X-API-KEY"};
}

} // namespace

Mount rootMount(Services &services)
{
    Mount printed = emptyMount({});
    Rows rows;
    addSignInRows(rows, services);
    addInBothForms(printed, "/v1", rows);
    return printed;
}

Mount mount(QByteArray prefix, Services &services)
{
    Mount whole = emptyMount(std::move(prefix));
    Rows rows;
    addSignInRows(rows, services);
    addUserRows(rows, services);
    addRoleRows(rows, services);
    addKeyRows(rows, services);
    addMfaRows(rows, services);
    addAuditRows(rows, services);
    addArchiveRows(rows, services);
    // Its back end answers at the first, its front end passes the second on.
    addInBothForms(whole, "/v1", rows);
    addInBothForms(whole, "/api/v1", rows);
    return whole;
}

bool bringsPendingSignIn(const server::http::Request &request)
{
    return !messages::cookieOf(request.header("Cookie"), pendingCookie).isEmpty();
}

} // namespace authdesk::systems::openarchiver::routes
