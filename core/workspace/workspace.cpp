// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/workspace.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <tuple>

namespace authdesk::workspace {

Workspace::Workspace(gateway::ConnectionFactory &factory, settings::ServerProfiles &profiles,
                     vault::Vault &vault, QObject *parent)
    : QObject(parent)
    , m_factory(factory)
    , m_profiles(profiles)
    , m_vault(vault)
{
}

Workspace::~Workspace() = default;

OpenServer *Workspace::open(const settings::ServerProfile &profile)
{
    if (OpenServer *known = find(profile.id))
        return known;
    if (!profile.trustedCertificate.isEmpty())
        m_factory.trustCertificate(profile.address, profile.trustedCertificate);
    auto connection = m_factory.create(profile.system, profile.address, observer());
    if (!connection)
        return nullptr;
    m_servers.push_back(
        std::make_unique<OpenServer>(std::move(connection), profile, m_profiles, m_vault));
    OpenServer *server = m_servers.back().get();
    Q_EMIT opened(server);
    return server;
}

void Workspace::close(const QString &profileId)
{
    const auto found = std::ranges::find_if(
        m_servers, [&profileId](const auto &server) { return server->profile().id == profileId; });
    if (found == m_servers.end())
        return;
    const std::unique_ptr<OpenServer> server = std::move(*found);
    m_servers.erase(found);
    Q_EMIT closing(server.get());
}

bool Workspace::follow(const settings::ServerProfile &profile)
{
    OpenServer *const server = find(profile.id);
    if (!server)
        return false;
    m_factory.trustCertificate(profile.address, profile.trustedCertificate);
    const bool isThere = server->connection().address() == profile.address;
    if (!isThere && !server->connection().moveTo(profile.address))
        return false;
    // What cannot be written is found out anew at the next start.
    std::ignore = server->setProfile(profile);
    return true;
}

OpenServer *Workspace::find(const QString &profileId) const
{
    for (const auto &server : m_servers) {
        if (server->profile().id == profileId)
            return server.get();
    }
    return nullptr;
}

QList<OpenServer *> Workspace::servers() const
{
    QList<OpenServer *> servers;
    for (const auto &server : m_servers)
        servers.append(server.get());
    return servers;
}

gateway::RequestObserver Workspace::observer()
{
    return [log = QPointer(&m_log)](const gateway::SentRequest &request) {
        if (log)
            log->append(request);
    };
}

} // namespace authdesk::workspace
