// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of server that this console speaks to: a row per system. The one place that names
// them all. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connectionfactory.h"
#include "core/gateway/detection.h"

namespace authdesk::systems::clients {

class Catalogue final : public gateway::ConnectionFactory
{
public:
    /// `clock` outlives every connection that is made here.
    explicit Catalogue(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] std::unique_ptr<gateway::Connection>
    create(const QString &system, const QUrl &address, gateway::RequestObserver observer) override;
    [[nodiscard]] QString displayName(const QString &system) const override;

    [[nodiscard]] QStringList systems() const;
    /// Our own API first: a server of ours answers other systems' paths as well.
    [[nodiscard]] std::vector<std::unique_ptr<gateway::Probe>>
    probes(const gateway::RequestObserver &observer) const;

private:
    const base::Clock &m_clock;
};

} // namespace authdesk::systems::clients
