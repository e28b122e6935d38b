// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers that run inside this program, one per profile. They stop when this goes, after what
// was in flight. Window thread.
#pragma once

#include "core/hosting/localserver.h"
#include "core/settings/serverprofiles.h"
#include "core/vault/vault.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

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
    /// Stops it after what was in flight; start() brings it back.
    [[nodiscard]] QFuture<base::Result<void>> stop(const QString &profileId);
    /// Looks where a running server answers now: its settings may have moved it. That happens by
    /// itself every few seconds too. moved() comes before the future ends with its address.
    QFuture<QUrl> lookAgain(const QString &profileId);
    /// What the list says now of a server that was in it.
    [[nodiscard]] settings::ServerProfile profile(const settings::ServerProfile &before) const
    {
        return m_profiles.find(before.id).value_or(before);
    }
    /// For rescue; made on demand, running or not.
    [[nodiscard]] hosting::LocalServer &server(const QString &profileId);
    void stopAll();

Q_SIGNALS:
    /// It started or stopped.
    void stateChanged(const QString &profileId);
    /// It answers elsewhere, or shows another certificate; the profile says so where it could be
    /// written.
    void moved(const QString &profileId);

private:
    [[nodiscard]] QFuture<base::Result<QUrl>> startWith(const settings::ServerProfile &profile,
                                                        const base::Secret &masterKey);
    void takePlace(const QString &profileId);

    Maker m_make;
    settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    std::map<QString, std::unique_ptr<hosting::LocalServer>> m_servers;
    std::map<QString, QPair<QUrl, QByteArray>> m_places; ///< as moved() told last
    QTimer m_look;
};

} // namespace authdesk::ui::shell
