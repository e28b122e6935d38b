// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the server is doing, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/overviewgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class OverviewClient final : public gateway::OverviewGateway
{
public:
    explicit OverviewClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::ServerStats> stats() override;
    [[nodiscard]] Answer<QList<model::AuditEvent>> latestEvents(int count) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
