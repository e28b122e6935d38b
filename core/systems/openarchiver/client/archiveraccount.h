// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account on an OpenArchiver server; second factors where it has them. Window thread;
// owned by its connection.
#pragma once

#include "core/gateway/accountgateway.h"
#include "core/systems/openarchiver/client/archivercalls.h"

namespace authdesk::systems::openarchiver::client {

class ArchiverAccount final : public gateway::AccountGateway
{
public:
    explicit ArchiverAccount(ArchiverCalls &calls)
        : m_calls(calls)
    {
    }

    /// From then on the connection knows whether the server has second factors.
    [[nodiscard]] Answer<model::User> me() override;
    /// The username is the e-mail address: either changes both.
    [[nodiscard]] Answer<model::User> updateMe(const gateway::ProfileChange &change) override;
    /// Tokens from before stay good on its own service.
    [[nodiscard]] Answer<void> changePassword(const base::Secret &current,
                                              const base::Secret &wanted,
                                              bool endOtherSessions) override;
    [[nodiscard]] Answer<gateway::MfaState> mfaState() override;
    [[nodiscard]] Answer<gateway::TotpEnrollment> beginTotp() override;
    /// Ends a sign-in that had to set up a factor first, too.
    [[nodiscard]] Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override;
    [[nodiscard]] Answer<void> disableTotp(const QString &code) override;
    [[nodiscard]] Answer<gateway::RecoveryCodes>
    regenerateRecoveryCodes(const QString &code) override;

    // NotSupported; no screen offers them without their capability.
    [[nodiscard]] Answer<QList<model::Session>> sessions() override;
    [[nodiscard]] Answer<void> endSession(qint64 id) override;
    [[nodiscard]] Answer<void> endOtherSessions() override;

private:
    [[nodiscard]] Answer<model::User> profile();
    [[nodiscard]] Answer<gateway::RecoveryCodes> confirmPending(const QString &code);

    ArchiverCalls &m_calls;
};

} // namespace authdesk::systems::openarchiver::client
