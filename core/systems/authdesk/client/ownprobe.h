// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells whether our own API answers at an address. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/detection.h"
#include "core/gateway/sentrequest.h"

namespace authdesk::systems::own::client {

class OwnProbe final : public gateway::Probe
{
public:
    /// `pins` as in net::HttpClient.
    OwnProbe(const base::Clock &clock, gateway::RequestObserver observer,
             net::CertificatePins *pins = nullptr);
    ~OwnProbe() override;

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] QFuture<base::Result<gateway::Sighting>> look(const QUrl &address) override;

private:
    net::HttpClient m_http;
};

} // namespace authdesk::systems::own::client
