// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happened, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/auditgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class AuditClient final : public gateway::AuditGateway
{
public:
    explicit AuditClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::Page<model::AuditEvent>>
    list(const gateway::AuditQuery &query) override;
    [[nodiscard]] Answer<model::Page<model::AuditEvent>>
    newerThan(qint64 after, const gateway::AuditQuery &query, std::chrono::seconds wait) override;
    [[nodiscard]] Answer<gateway::AuditVerdict> verify() override;
    [[nodiscard]] Answer<void> exportTo(const gateway::AuditQuery &query,
                                        gateway::ExportFormat format,
                                        const gateway::ExportSink &sink) override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
