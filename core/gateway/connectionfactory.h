// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes connections without its caller knowing any kind of server. Implemented by
// core/systems/clients; tests bring their own. Window thread.
#pragma once

#include "core/gateway/connection.h"
#include "core/gateway/sentrequest.h"

#include <memory>

namespace authdesk::gateway {

class ConnectionFactory
{
public:
    ConnectionFactory() = default;
    ConnectionFactory(const ConnectionFactory &) = delete;
    ConnectionFactory &operator=(const ConnectionFactory &) = delete;
    virtual ~ConnectionFactory() = default;

    /// Null when `system` ("authdesk", "pipelit") is not one that this console speaks. Sends
    /// nothing by itself. `observer` may be empty.
    [[nodiscard]] virtual std::unique_ptr<Connection>
    create(const QString &system, const QUrl &address, RequestObserver observer) = 0;
    /// "Pipelit" for "pipelit": the name that people know; the id itself when it is unknown.
    [[nodiscard]] virtual QString displayName(const QString &system) const = 0;
};

} // namespace authdesk::gateway
