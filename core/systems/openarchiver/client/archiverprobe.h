// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells whether OpenArchiver answers at an address. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/detection.h"
#include "core/gateway/sentrequest.h"
#include "core/net/httpclient.h"

namespace authdesk::systems::openarchiver::client {

class ArchiverProbe final : public gateway::Probe
{
public:
    ArchiverProbe(const base::Clock &clock, gateway::RequestObserver observer,
                  net::CertificatePins *pins = nullptr);
    ~ArchiverProbe() override;

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QString displayName() const override;
    /// Asks for somebody's own profile, and only one that refuses it as OpenArchiver does whether
    /// it is set up: before version 0.5.3 that question could make an admin.
    [[nodiscard]] QFuture<base::Result<gateway::Sighting>> look(const QUrl &address) override;

private:
    std::shared_ptr<net::HttpClient> m_http;
};

} // namespace authdesk::systems::openarchiver::client
