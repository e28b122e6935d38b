// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/hostedcontrol.h"

#include "ui/shell/hostedservers.h"

namespace authdesk::ui::shell {

HostedControl::HostedControl(HostedServers &hosted, const settings::ServerProfile &profile)
    : m_hosted(hosted)
    , m_profile(profile)
{
    const auto tell = [this](const QString &id) {
        if (id == m_profile.id)
            Q_EMIT changed();
    };
    connect(&hosted, &HostedServers::stateChanged, this, tell);
    connect(&hosted, &HostedServers::moved, this, tell);
}

bool HostedControl::isRunning() const
{
    return m_hosted.server(m_profile.id).isRunning();
}

QDateTime HostedControl::startedAt() const
{
    return m_hosted.server(m_profile.id).startedAt();
}

QFuture<base::Result<void>> HostedControl::start()
{
    return m_hosted.start(m_hosted.profile(m_profile))
        .then([](const base::Result<QUrl> &started) -> base::Result<void> {
            if (!started)
                return std::unexpected(started.error());
            return {};
        });
}

QFuture<base::Result<void>> HostedControl::stop()
{
    return m_hosted.stop(m_profile.id);
}

QFuture<QUrl> HostedControl::follow()
{
    return m_hosted.lookAgain(m_profile.id);
}

} // namespace authdesk::ui::shell
