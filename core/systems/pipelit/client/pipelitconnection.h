// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that speaks Pipelit's authentication API, of any of its three generations. Window
// thread.
#pragma once

#include "core/gateway/connection.h"
#include "core/gateway/sentrequest.h"
#include "core/systems/pipelit/client/pipelitaccount.h"
#include "core/systems/pipelit/client/pipelitsignin.h"
#include "core/systems/pipelit/client/pipelitusers.h"

namespace authdesk::systems::pipelit::client {

/// What the documented API can do: no other people, no profile, no password, no sessions.
[[nodiscard]] gateway::Capabilities pipelitCapabilities();
/// What servers with users and keys can do as well.
[[nodiscard]] gateway::Capabilities pipelitPeopleCapabilities();

class PipelitConnection final : public gateway::Connection
{
public:
    PipelitConnection(const QUrl &address, const base::Clock &clock,
                      gateway::RequestObserver observer, net::CertificatePins *pins = nullptr);

    [[nodiscard]] QString system() const override;
    [[nodiscard]] QUrl address() const override { return m_address; }
    /// Known to the full only once somebody is signed in.
    [[nodiscard]] gateway::Capabilities capabilities() const override;
    void setAccessToken(const base::Secret &token) override;
    void setRenewal(Renewal renewal) override;

    [[nodiscard]] std::optional<QDateTime> serverTime() const override;

    [[nodiscard]] gateway::SignInGateway &signIn() override { return m_signIn; }
    [[nodiscard]] gateway::AccountGateway &account() override { return m_account; }
    [[nodiscard]] gateway::UsersGateway *users() override;
    [[nodiscard]] gateway::KeysGateway *keys() override;

private:
    QUrl m_address;
    PipelitCalls m_calls;
    PipelitSignIn m_signIn;
    PipelitAccount m_account;
    base::SystemRandom m_random;
    PipelitKeys m_keys;
    PipelitUsers m_users;
};

} // namespace authdesk::systems::pipelit::client
