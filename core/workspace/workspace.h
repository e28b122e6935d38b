// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers that are open in this console, and the log of what was sent to them. Window thread.
#pragma once

#include "core/gateway/connectionfactory.h"
#include "core/workspace/openserver.h"
#include "core/workspace/requestlog.h"

#include <vector>

namespace authdesk::workspace {

class Workspace final : public QObject
{
    Q_OBJECT

public:
    Workspace(gateway::ConnectionFactory &factory, settings::ServerProfiles &profiles,
              vault::Vault &vault, QObject *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] gateway::ConnectionFactory &factory() { return m_factory; }
    [[nodiscard]] settings::ServerProfiles &profiles() { return m_profiles; }
    [[nodiscard]] vault::Vault &vault() { return m_vault; }
    [[nodiscard]] RequestLog &requestLog() { return m_log; }

    /// Opens a server, or gives the one that is open under this profile id; nobody is signed in by
    /// that. Null when this console does not speak the profile's system.
    OpenServer *open(const settings::ServerProfile &profile);
    /// Forgets the tokens in memory; the vault keeps what it holds. The object is deleted.
    void close(const QString &profileId);
    /// The open server of this profile answers at its address now, and shows its certificate there:
    /// whoever is signed in stays so. False where nothing is open, or its connection cannot move.
    bool follow(const settings::ServerProfile &profile);
    [[nodiscard]] OpenServer *find(const QString &profileId) const;
    [[nodiscard]] QList<OpenServer *> servers() const;
    /// Writes what the log should know; connections made outside may use it too.
    [[nodiscard]] gateway::RequestObserver observer();

Q_SIGNALS:
    void opened(authdesk::workspace::OpenServer *server);
    /// Just before it is deleted.
    void closing(authdesk::workspace::OpenServer *server);

private:
    gateway::ConnectionFactory &m_factory;
    settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    RequestLog m_log;
    std::vector<std::unique_ptr<OpenServer>> m_servers;
};

} // namespace authdesk::workspace
