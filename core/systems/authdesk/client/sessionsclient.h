// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everyone's sessions, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/sessionsgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class SessionsClient final : public gateway::SessionsGateway
{
public:
    explicit SessionsClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::Page<model::Session>>
    list(const gateway::SessionQuery &query) override;
    [[nodiscard]] Answer<void> end(qint64 id) override;
    [[nodiscard]] Answer<void> endAllOf(qint64 userId) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
