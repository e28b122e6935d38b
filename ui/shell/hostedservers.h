// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers whose data lie on this computer, one per profile. Those inside this program stop when
// this goes, after what was in flight; those that run as services go on. Window thread.
#pragma once

#include "core/hosting/servicemanager.h"
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

    /// All outlive this; `services` is null where no server can run as a service.
    HostedServers(Maker make, settings::ServerProfiles &profiles, vault::Vault &vault,
                  hosting::ServiceManager *services = nullptr, QObject *parent = nullptr);
    ~HostedServers() override;

    /// Starts the server of a hosted profile, or finds it running; its address. Where the port is
    /// taken by another program, it moves to a free one and the profile follows; not that of a
    /// service.
    [[nodiscard]] QFuture<base::Result<QUrl>> start(const settings::ServerProfile &profile);
    /// Takes over a server that the first-run wizard has started.
    void adopt(const QString &profileId, std::unique_ptr<hosting::LocalServer> server);
    /// Inside this program; services go on without it.
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
    /// Whether it runs as a service, now.
    [[nodiscard]] bool isService(const QString &profileId) const;

    [[nodiscard]] hosting::ServiceManager *services() { return m_services; }
    [[nodiscard]] vault::Vault &vault() { return m_vault; }
    [[nodiscard]] static hosting::ServiceSpec specOf(const settings::ServerProfile &profile);
    /// From here on the server of a profile is run as a service, or inside this program. It does
    /// not run at this moment.
    [[nodiscard]] base::Result<void> swap(const QString &profileId, bool asService);
    /// Writes a profile, with what the list says by now of where its server answers.
    [[nodiscard]] base::Result<void> list(const settings::ServerProfile &profile);

Q_SIGNALS:
    /// It started or stopped.
    void stateChanged(const QString &profileId);
    /// It answers elsewhere, shows another certificate, or runs in another way; the profile says so
    /// where it could be written.
    void moved(const QString &profileId);

private:
    [[nodiscard]] QFuture<base::Result<QUrl>> startWith(const settings::ServerProfile &profile,
                                                        const base::Secret &masterKey);
    [[nodiscard]] QFuture<base::Result<QUrl>> startService(const settings::ServerProfile &profile);
    /// What was left half done when the program ended in the middle of a move.
    [[nodiscard]] QFuture<base::Result<settings::ServerProfile>>
    settled(const settings::ServerProfile &profile);
    [[nodiscard]] QFuture<base::Result<QUrl>> startSettled(const settings::ServerProfile &profile);
    void takePlace(const QString &profileId);
    void noticeState(const QString &profileId);

    Maker m_make;
    settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    std::map<QString, std::unique_ptr<hosting::LocalServer>> m_servers;
    hosting::ServiceManager *const m_services;
    std::map<QString, bool> m_asService;                 ///< where it is not what the list says
    std::map<QString, bool> m_ran;                       ///< services, as looked at last
    std::map<QString, QPair<QUrl, QByteArray>> m_places; ///< as moved() told last
    QTimer m_look;
};

} // namespace authdesk::ui::shell
