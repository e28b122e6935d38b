// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells whether Pipelit answers at an address, and which generation. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/detection.h"
#include "core/gateway/sentrequest.h"

namespace authdesk::systems::pipelit::client {

class PipelitProbe final : public gateway::Probe
{
public:
    PipelitProbe(const base::Clock &clock, gateway::RequestObserver observer,
                 net::CertificatePins *pins = nullptr);
    ~PipelitProbe() override;

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] QFuture<base::Result<gateway::Sighting>> look(const QUrl &address) override;

private:
    class Looking;
    std::shared_ptr<net::HttpClient> m_http;
};

} // namespace authdesk::systems::pipelit::client
