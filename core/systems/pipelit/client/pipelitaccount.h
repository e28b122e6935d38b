// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account on a Pipelit server: who it is, and the second factor. Window thread; owned by
// its connection.
#pragma once

#include "core/gateway/accountgateway.h"
#include "core/systems/pipelit/client/pipelitcalls.h"

namespace authdesk::systems::pipelit::client {

class PipelitAccount final : public gateway::AccountGateway
{
public:
    explicit PipelitAccount(PipelitCalls &calls)
        : m_calls(calls)
    {
    }

    /// The whole person where the server has users; otherwise only the name and whether a second
    /// factor is on. From then on the connection knows which.
    [[nodiscard]] Answer<model::User> me() override;
    [[nodiscard]] Answer<gateway::MfaState> mfaState() override;
    [[nodiscard]] Answer<gateway::TotpEnrollment> beginTotp() override;
    /// No recovery codes: Pipelit's API hands out none.
    [[nodiscard]] Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override;
    [[nodiscard]] Answer<void> disableTotp(const QString &code) override;

    /// Where the server has users. Pipelit itself does not look at the current password. Other
    /// keys stay good.
    [[nodiscard]] Answer<void> changePassword(const base::Secret &current,
                                              const base::Secret &wanted,
                                              bool endOtherSessions) override;

    // NotSupported; no screen offers them without their capability.
    [[nodiscard]] Answer<model::User> updateMe(const gateway::ProfileChange &change) override;
    [[nodiscard]] Answer<gateway::RecoveryCodes>
    regenerateRecoveryCodes(const QString &code) override;
    [[nodiscard]] Answer<QList<model::Session>> sessions() override;
    [[nodiscard]] Answer<void> endSession(qint64 id) override;
    [[nodiscard]] Answer<void> endOtherSessions() override;

private:
    /// As the documented generations tell it.
    [[nodiscard]] Answer<model::User> nameOfMe();
    [[nodiscard]] Answer<bool> sendCode(const QString &path, const QString &code);

    PipelitCalls &m_calls;
};

} // namespace authdesk::systems::pipelit::client
