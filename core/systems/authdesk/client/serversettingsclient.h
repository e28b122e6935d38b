// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server's settings on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/serversettingsgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class ServerSettingsClient final : public gateway::ServerSettingsGateway
{
public:
    explicit ServerSettingsClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::ServerSettingsState> read() override;
    [[nodiscard]] Answer<model::ServerSettingsState>
    change(const model::ServerSettingsChange &change) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
