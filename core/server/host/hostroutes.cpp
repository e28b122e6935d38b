// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/hostroutes.h"

#include "core/server/service/services.h"

namespace authdesk::server::host {

using http::Handler;
using http::Method;
using http::Request;
using http::Response;
using http::Right;

http::Mount hostMount(const QByteArray &openApiDocument)
{
    const auto health = [](const Request &) {
        return Response::encodedJson(200, QByteArrayLiteral("{\"status\":\"ok\"}"));
    };
    const auto document = [openApiDocument](const Request &) {
        return Response::encodedJson(200, openApiDocument);
    };
    return {.prefix = {},
            .system = {},
            .routes = {{Method::Get, "/healthz", Right::anyone(), Handler::inLoop(health)},
                       {Method::Get, "/openapi.json", Right::anyone(), Handler::inLoop(document)}},
            .encodeError = {}};
}

http::Mount readinessMount(service::Services &services)
{
    const auto readiness = [&services](const Request &) {
        const bool isReady = services.isReady();
        return Response::json(
            isReady ? 200 : 503,
            QJsonObject{{QStringLiteral("status"),
                         isReady ? QStringLiteral("ready") : QStringLiteral("not_ready")},
                        {QStringLiteral("database"), isReady}});
    };
    return {.prefix = {},
            .system = {},
            .routes = {{Method::Get, "/readyz", Right::anyone(), Handler::onPool(readiness)}},
            .encodeError = {}};
}

} // namespace authdesk::server::host
