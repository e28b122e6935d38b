// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One server of this program, as its page sees it. Window thread.
#pragma once

#include "core/settings/serverprofiles.h"
#include "ui/pages/server/servercontrol.h"

namespace authdesk::ui::shell {

class HostedServers;

class HostedControl final : public pages::server::ServerControl
{
    Q_OBJECT

public:
    /// `hosted` outlives it.
    HostedControl(HostedServers &hosted, const settings::ServerProfile &profile);

    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QDateTime startedAt() const override;
    [[nodiscard]] QFuture<base::Result<void>> start() override;
    [[nodiscard]] QFuture<base::Result<void>> stop() override;
    [[nodiscard]] QFuture<QUrl> follow() override;

private:
    HostedServers &m_hosted;
    const settings::ServerProfile m_profile; ///< as it was; id and folder stay
};

} // namespace authdesk::ui::shell
