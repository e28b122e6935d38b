// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Qt HTTP Server, as we use it: no routes, everything goes to the Connection that the request came
// by. The one file that changes with Qt's version. In the event loop's thread.
#pragma once

#include <QtHttpServer/QAbstractHttpServer>

namespace authdesk::server::http {

class QtServer final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using QAbstractHttpServer::QAbstractHttpServer;

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
};

} // namespace authdesk::server::http
