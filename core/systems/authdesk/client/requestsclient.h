// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server is being asked now, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/requestsgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class RequestsClient final : public gateway::RequestsGateway
{
public:
    explicit RequestsClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] QFuture<base::Result<QList<model::RequestEntry>>>
    newerThan(qint64 after, std::chrono::seconds wait) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
