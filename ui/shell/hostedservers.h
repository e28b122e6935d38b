// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers that run inside this program, one per profile. They stop when this goes, after what
// was in flight. Window thread.
#pragma once

#include "core/hosting/localserver.h"
#include "core/settings/serverprofiles.h"
#include "core/vault/vault.h"

#include <QtCore/QObject>

#include <functional>
#include <map>
#include <memory>

namespace authdesk::ui::shell {

class HostedServers final : public QObject
{
    Q_OBJECT

public:
    using Maker = std::function<std::unique_ptr<hosting::LocalServer>()>;

    HostedServers(Maker make, settings::ServerProfiles &profiles, vault::Vault &vault,
                  QObject *parent = nullptr);
    ~HostedServers() override;

    /// Starts the server of a hosted profile, or finds it running; its address. Where the port is
    /// taken by another program, it moves to a free one and the profile follows.
    [[nodiscard]] QFuture<base::Result<QUrl>> start(const settings::ServerProfile &profile);
    /// Takes over a server that the first-run wizard has started.
    void adopt(const QString &profileId, std::unique_ptr<hosting::LocalServer> server);
    [[nodiscard]] bool anyRunning() const;
    [[nodiscard]] QStringList runningNames() const;
    /// For rescue; made on demand, running or not.
    [[nodiscard]] hosting::LocalServer &server(const QString &profileId);
    void stopAll();

private:
    [[nodiscard]] QFuture<base::Result<QUrl>> startWith(const settings::ServerProfile &profile,
                                                        const base::Secret &masterKey);

    Maker m_make;
    settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    std::map<QString, std::unique_ptr<hosting::LocalServer>> m_servers;
};

} // namespace authdesk::ui::shell
