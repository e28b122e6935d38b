// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in to a Pipelit server. Window thread; owned by its connection.
#pragma once

#include "core/gateway/signingateway.h"
#include "core/systems/pipelit/client/pipelitcalls.h"

namespace authdesk::systems::pipelit::client {

class PipelitSignIn final : public gateway::SignInGateway
{
public:
    explicit PipelitSignIn(PipelitCalls &calls)
        : m_calls(calls)
    {
    }

    /// NotSupported, with what to do instead, where the server has no setup of its own.
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
    PipelitCalls &m_calls;
};

} // namespace authdesk::systems::pipelit::client
