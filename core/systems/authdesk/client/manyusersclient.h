// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing done to several people, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/manyusersgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class ManyUsersClient final : public gateway::ManyUsersGateway
{
public:
    explicit ManyUsersClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<QList<gateway::BulkOutcome>>
    changeMany(const QList<qint64> &ids, const gateway::BulkOrder &order) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
