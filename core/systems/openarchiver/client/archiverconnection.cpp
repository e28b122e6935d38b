// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiverconnection.h"

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;

gateway::Capabilities archiverCapabilities()
{
    using enum gateway::Capability;
    return {Setup, Users, OwnProfile, OwnPassword, UseApiKey, Keys};
}

ArchiverConnection::ArchiverConnection(const QUrl &address, const base::Clock &clock,
                                       gateway::RequestObserver observer,
                                       net::CertificatePins *pins)
    : m_address(address)
    , m_calls(address, clock, std::move(observer), pins)
    , m_signIn(m_calls)
    , m_account(m_calls)
    , m_keys(m_calls)
    , m_users(m_calls)
{
}

QString ArchiverConnection::system() const
{
    return u"openarchiver"_s;
}

gateway::Capabilities ArchiverConnection::capabilities() const
{
    using enum gateway::Capability;
    gateway::Capabilities can = archiverCapabilities();
    if (m_calls.standing()->hasSecondFactors.value_or(false))
        can |= gateway::Capabilities{OwnSecondFactor, RecoveryCodes};
    return can;
}

void ArchiverConnection::setAccessToken(const base::Secret &token)
{
    m_calls.setAccessToken(token);
}

void ArchiverConnection::setRenewal(Renewal renewal)
{
    m_calls.api().setRenewal(std::move(renewal));
}

std::optional<QDateTime> ArchiverConnection::serverTime() const
{
    return m_calls.serverTime();
}

} // namespace authdesk::systems::openarchiver::client
