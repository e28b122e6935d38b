// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of server that this console speaks to: a row per system. The one place that names
// them all. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connectionfactory.h"
#include "core/gateway/detection.h"
#include "core/net/certificatepins.h"

namespace authdesk::systems::clients {

class Catalogue final : public gateway::ConnectionFactory
{
public:
    /// `clock` outlives every connection that is made here, and so does the catalogue.
    explicit Catalogue(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] std::unique_ptr<gateway::Connection>
    create(const QString &system, const QUrl &address, gateway::RequestObserver observer) override;
    [[nodiscard]] std::optional<gateway::ShownCertificate>
    refusedCertificate(const QUrl &address) const override;
    void trustCertificate(const QUrl &address, const QByteArray &fingerprint) override
    {
        m_pins.pin(address, fingerprint);
    }
    [[nodiscard]] QByteArray trustedCertificate(const QUrl &address) const override
    {
        return m_pins.pinned(address);
    }
    [[nodiscard]] QString displayName(const QString &system) const override;

    [[nodiscard]] QStringList systems() const;
    /// Our own API first: a server of ours answers other systems' paths as well.
    [[nodiscard]] std::vector<std::unique_ptr<gateway::Probe>>
    probes(const gateway::RequestObserver &observer);

private:
    const base::Clock &m_clock;
    net::CertificatePins m_pins;
};

} // namespace authdesk::systems::clients
