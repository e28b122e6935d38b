// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that speaks OpenArchiver's API, of either edition. Window thread.
#pragma once

#include "core/gateway/connection.h"
#include "core/gateway/sentrequest.h"
#include "core/systems/openarchiver/client/archiveraccount.h"
#include "core/systems/openarchiver/client/archiverkeys.h"
#include "core/systems/openarchiver/client/archiversignin.h"
#include "core/systems/openarchiver/client/archiverusers.h"

namespace authdesk::systems::openarchiver::client {

/// What both editions can do: one's own account and keys, and a look at the people.
[[nodiscard]] gateway::Capabilities archiverCapabilities();

class ArchiverConnection final : public gateway::Connection
{
public:
    ArchiverConnection(const QUrl &address, const base::Clock &clock,
                       gateway::RequestObserver observer, net::CertificatePins *pins = nullptr);

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QUrl address() const override { return m_address; }
    /// With second factors only once somebody is signed in and the server has them.
    [[nodiscard]] gateway::Capabilities capabilities() const override;
    void setAccessToken(const base::Secret &token) override;
    void setRenewal(Renewal renewal) override;
    [[nodiscard]] std::optional<QDateTime> serverTime() const override;

    [[nodiscard]] gateway::SignInGateway &signIn() override { return m_signIn; }
    [[nodiscard]] gateway::AccountGateway &account() override { return m_account; }
    [[nodiscard]] gateway::UsersGateway *users() override { return &m_users; }
    [[nodiscard]] gateway::KeysGateway *keys() override { return &m_keys; }

private:
    QUrl m_address;
    ArchiverCalls m_calls;
    ArchiverSignIn m_signIn;
    ArchiverAccount m_account;
    ArchiverKeys m_keys;
    ArchiverUsers m_users;
};

} // namespace authdesk::systems::openarchiver::client
