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
    /// Revokes the key that was made for this console, where one was.
    [[nodiscard]] Answer<void> signOut() override;

private:
    /// Whether the server has users and keys, who signed in, and a key of this console's own where
    /// it has: the one that a sign-in gives is replaced by the next sign-in.
    [[nodiscard]] Answer<gateway::SignedIn> completed(const gateway::SignedIn &signedIn);
    [[nodiscard]] Answer<gateway::SignInOutcome> completed(Answer<gateway::SignInOutcome> step);
    [[nodiscard]] Answer<gateway::SignedIn> withOwnKey(const gateway::SignedIn &signedIn);

    PipelitCalls &m_calls;
};

} // namespace authdesk::systems::pipelit::client
