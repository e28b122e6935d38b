// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server is being asked right now. Implemented by the clients whose server tells; window
// thread; futures as in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/requestentry.h"

#include <QtCore/QFuture>
#include <QtCore/QList>

#include <chrono>

namespace authdesk::gateway {

class RequestsGateway
{
public:
    RequestsGateway() = default;
    RequestsGateway(const RequestsGateway &) = delete;
    RequestsGateway &operator=(const RequestsGateway &) = delete;
    virtual ~RequestsGateway() = default;

    /// The requests newer than `after` (0: all that are remembered), waiting up to `wait` for one
    /// when there is none yet. An empty list means that none came in that time. Cancelling the
    /// future ends the wait.
    [[nodiscard]] virtual QFuture<base::Result<QList<model::RequestEntry>>>
    newerThan(qint64 after, std::chrono::seconds wait) = 0;
};

} // namespace authdesk::gateway
