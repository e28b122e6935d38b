// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Import and export of people on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/transfergateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class TransferClient final : public gateway::TransferGateway
{
public:
    explicit TransferClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::ImportReport> importPeople(const QJsonArray &people,
                                                           gateway::ImportMode mode) override;
    [[nodiscard]] Answer<void> exportPeople(const gateway::UserQuery &filter,
                                            gateway::ExportFormat format,
                                            const gateway::ExportSink &sink) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
