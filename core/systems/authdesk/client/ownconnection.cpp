// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/ownconnection.h"

#include "core/systems/authdesk/messages/errors.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

QUrl below(QUrl address, const QString &path)
{
    address.setPath(address.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    return address;
}

/// 401 also says that a password or a challenge is not good; only this one is about the token.
bool refusesToken(const net::Answer &answer)
{
    return answer.status == 401
           && messages::decodeError(answer.status, answer.body).code
                  == base::ErrorCode::Unauthenticated;
}

} // namespace

OwnConnection::OwnConnection(const QUrl &address, const base::Clock &clock,
                             gateway::RequestObserver observer, net::CertificatePins *pins)
    : m_address(address)
    , m_api(below(address, u"/admin/v1"_s), clock, std::move(observer), refusesToken, pins)
    , m_signIn(m_api)
    , m_account(m_api)
    , m_users(m_api)
    , m_keys(m_api)
    , m_requests(m_api)
    , m_audit(m_api)
    , m_sessions(m_api)
    , m_overview(m_api)
    , m_settings(m_api)
    , m_transfer(m_api)
    , m_manyUsers(m_api)
{
}

bool OwnConnection::moveTo(const QUrl &address)
{
    m_address = address;
    m_api.setBase(below(address, u"/admin/v1"_s));
    return true;
}

QString OwnConnection::system() const
{
    return u"authdesk"_s;
}

gateway::Capabilities ownCapabilities()
{
    using enum gateway::Capability;
    return {Setup,         Users,           EditUsers,     ResetSecondFactor, OwnProfile,
            OwnPassword,   OwnSecondFactor, RecoveryCodes, OwnSessions,       Refresh,
            WatchRequests, Audit,           Sessions,      Overview,          ServerSettings,
            Transfer,      ManyUsers,       Keys};
}

} // namespace authdesk::systems::own::client
