// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/hostroutes.h"

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

} // namespace authdesk::server::host
