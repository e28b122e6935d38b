// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/signingateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class SignInClient final : public gateway::SignInGateway
{
public:
    explicit SignInClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<gateway::SetupState> setupState() override;
    [[nodiscard]] Answer<gateway::SignedIn> setUp(const gateway::SetupRequest &request) override;
    [[nodiscard]] Answer<gateway::SignInOutcome> signIn(const QString &login,
                                                        const base::Secret &password) override;
    [[nodiscard]] Answer<gateway::SignInOutcome> verify(const gateway::SecondFactorNeeded &step,
                                                        const QString &code) override;
    [[nodiscard]] Answer<gateway::SignInOutcome>
    changePassword(const gateway::PasswordChangeNeeded &step,
                   const base::Secret &newPassword) override;
    [[nodiscard]] Answer<gateway::SignedIn> refresh(const base::Secret &refreshToken) override;
    [[nodiscard]] Answer<void> signOut() override;

private:
    [[nodiscard]] QFuture<base::Result<net::Answer>> post(const QString &path,
                                                          const QJsonObject &body);
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
