// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One request on its way through the dispatcher, with everything that its answer needs.
#pragma once

#include "core/server/http/dispatcher.h"

#include <chrono>

namespace authdesk::server::http {

struct Dispatcher::Exchange
{
    QPointer<Connection> connection;
    Request request;
    QByteArray requestId;         ///< the request's, as it goes out
    QByteArray methodText;        ///< as sent, for the log
    const Mount *mount = nullptr; ///< null: no system is known
    const RouteTable::Row *row = nullptr;
    QByteArray allowedOrigin;
    bool keepAlive = true;
    bool isHttp10 = false;
    bool isEncrypted = false; ///< by TLS, on the sender's side of any trusted proxy
    std::chrono::steady_clock::time_point startedAt = std::chrono::steady_clock::now();
};

} // namespace authdesk::server::http
