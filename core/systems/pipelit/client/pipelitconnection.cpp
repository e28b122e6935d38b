// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitconnection.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;

gateway::Capabilities pipelitCapabilities()
{
    using enum gateway::Capability;
    return {Setup, OwnSecondFactor, UseApiKey};
}

gateway::Capabilities pipelitPeopleCapabilities()
{
    using enum gateway::Capability;
    return {Users, EditUsers, Keys, OwnPassword};
}

PipelitConnection::PipelitConnection(const QUrl &address, const base::Clock &clock,
                                     gateway::RequestObserver observer, net::CertificatePins *pins)
    : m_address(address)
    , m_calls(address, clock, std::move(observer), pins)
    , m_signIn(m_calls)
    , m_account(m_calls)
    , m_keys(m_calls)
    , m_users(m_calls, m_keys, m_random)
{
}

QString PipelitConnection::system() const
{
    return u"pipelit"_s;
}

gateway::Capabilities PipelitConnection::capabilities() const
{
    return m_calls.standing()->managesPeople ? pipelitCapabilities() | pipelitPeopleCapabilities()
                                             : pipelitCapabilities();
}

gateway::UsersGateway *PipelitConnection::users()
{
    return m_calls.standing()->managesPeople ? &m_users : nullptr;
}

gateway::KeysGateway *PipelitConnection::keys()
{
    return m_calls.standing()->managesPeople ? &m_keys : nullptr;
}

void PipelitConnection::setAccessToken(const base::Secret &token)
{
    m_calls.api().setAccessToken(token);
}

std::optional<QDateTime> PipelitConnection::serverTime() const
{
    return m_calls.serverTime();
}

void PipelitConnection::setRenewal(Renewal renewal)
{
    m_calls.api().setRenewal(std::move(renewal));
}

} // namespace authdesk::systems::pipelit::client
