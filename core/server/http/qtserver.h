// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Qt HTTP Server, as we use it: no routes, everything goes to the Connection whose pipe delivers
// the request. The one place that changes with Qt's version. In the event loop's thread.
#pragma once

#include <QtHttpServer/QAbstractHttpServer>

namespace authdesk::server::http {

class QtServer final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using QAbstractHttpServer::QAbstractHttpServer;

protected:
    /// What Qt would have answered by; nothing of ours is.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    using Responder = QHttpServerResponder &;
#else
    using Responder = QTcpSocket *;
#endif
    bool handleRequest(const QHttpServerRequest &request, Responder responder) override;
    void missingHandler(const QHttpServerRequest &request, Responder responder) override;
};

} // namespace authdesk::server::http
