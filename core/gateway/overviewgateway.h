// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a server is doing, at a glance. Implemented by the clients whose server tells; window thread;
// futures as in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/model/serverstats.h"

#include <QtCore/QFuture>
#include <QtCore/QList>

namespace authdesk::gateway {

class OverviewGateway
{
public:
    OverviewGateway() = default;
    OverviewGateway(const OverviewGateway &) = delete;
    OverviewGateway &operator=(const OverviewGateway &) = delete;
    virtual ~OverviewGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    [[nodiscard]] virtual Answer<model::ServerStats> stats() = 0;
    /// Newest first, at most `count`. Forbidden for whoever may not read the audit.
    [[nodiscard]] virtual Answer<QList<model::AuditEvent>> latestEvents(int count) = 0;
};

} // namespace authdesk::gateway
