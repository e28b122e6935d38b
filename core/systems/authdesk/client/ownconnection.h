// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that speaks our own API, `/admin/v1`. Window thread.
#pragma once

#include "core/gateway/connection.h"
#include "core/gateway/sentrequest.h"
#include "core/systems/authdesk/client/accountclient.h"
#include "core/systems/authdesk/client/auditclient.h"
#include "core/systems/authdesk/client/keysclient.h"
#include "core/systems/authdesk/client/manyusersclient.h"
#include "core/systems/authdesk/client/overviewclient.h"
#include "core/systems/authdesk/client/requestsclient.h"
#include "core/systems/authdesk/client/serversettingsclient.h"
#include "core/systems/authdesk/client/sessionsclient.h"
#include "core/systems/authdesk/client/signinclient.h"
#include "core/systems/authdesk/client/transferclient.h"
#include "core/systems/authdesk/client/usersclient.h"

namespace authdesk::systems::own::client {

/// What every server of ours can do.
[[nodiscard]] gateway::Capabilities ownCapabilities();

class OwnConnection final : public gateway::Connection
{
public:
    /// `pins` as in net::HttpClient.
    OwnConnection(const QUrl &address, const base::Clock &clock, gateway::RequestObserver observer,
                  net::CertificatePins *pins = nullptr);

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QUrl address() const override { return m_address; }
    bool moveTo(const QUrl &address) override;
    [[nodiscard]] gateway::Capabilities capabilities() const override { return ownCapabilities(); }
    void setAccessToken(const base::Secret &token) override { m_api.setAccessToken(token); }
    void setRenewal(Renewal renewal) override { m_api.setRenewal(std::move(renewal)); }

    [[nodiscard]] std::optional<QDateTime> serverTime() const override
    {
        return m_api.serverTime();
    }

    [[nodiscard]] gateway::SignInGateway &signIn() override { return m_signIn; }
    [[nodiscard]] gateway::AccountGateway &account() override { return m_account; }
    [[nodiscard]] gateway::UsersGateway *users() override { return &m_users; }
    [[nodiscard]] gateway::KeysGateway *keys() override { return &m_keys; }
    [[nodiscard]] gateway::RequestsGateway *requests() override { return &m_requests; }
    [[nodiscard]] gateway::AuditGateway *audit() override { return &m_audit; }
    [[nodiscard]] gateway::SessionsGateway *allSessions() override { return &m_sessions; }
    [[nodiscard]] gateway::OverviewGateway *overview() override { return &m_overview; }
    [[nodiscard]] gateway::ServerSettingsGateway *serverSettings() override { return &m_settings; }
    [[nodiscard]] gateway::TransferGateway *transfer() override { return &m_transfer; }
    [[nodiscard]] gateway::ManyUsersGateway *manyUsers() override { return &m_manyUsers; }

private:
    QUrl m_address;
    net::ApiClient m_api;
    SignInClient m_signIn;
    AccountClient m_account;
    UsersClient m_users;
    KeysClient m_keys;
    RequestsClient m_requests;
    AuditClient m_audit;
    SessionsClient m_sessions;
    OverviewClient m_overview;
    ServerSettingsClient m_settings;
    TransferClient m_transfer;
    ManyUsersClient m_manyUsers;
};

} // namespace authdesk::systems::own::client
