// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/qtserver.h"

#include "core/server/http/connection.h"
#include "core/server/http/requestpipe.h"

#include <QtHttpServer/QHttpServerRequest>

namespace authdesk::server::http {

bool QtServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    // Only the listener makes sockets, and it makes no others.
    static_cast<RequestPipe *>(socket)->connection().delivered(request.body());
    return true;
}

void QtServer::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
    // handleRequest() takes everything.
}

} // namespace authdesk::server::http
