// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/qtserver.h"

#include "core/server/http/connection.h"
#include "core/server/http/requestpipe.h"

#include <QtHttpServer/QHttpServerRequest>

namespace authdesk::server::http {

bool QtServer::handleRequest(const QHttpServerRequest &request, Responder)
{
    if (const RequestPipe *const pipe = RequestPipe::delivering())
        pipe->connection().delivered(request.body());
    return true;
}

void QtServer::missingHandler(const QHttpServerRequest &, Responder)
{
    // handleRequest() takes everything.
}

} // namespace authdesk::server::http
