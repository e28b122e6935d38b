// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account, on our own API. Window thread; owned by its connection.
#pragma once

#include "core/gateway/accountgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class AccountClient final : public gateway::AccountGateway
{
public:
    explicit AccountClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::User> me() override;
    [[nodiscard]] Answer<model::User> updateMe(const gateway::ProfileChange &change) override;
    [[nodiscard]] Answer<void> changePassword(const base::Secret &current,
                                              const base::Secret &wanted,
                                              bool endOtherSessions) override;
    [[nodiscard]] Answer<gateway::MfaState> mfaState() override;
    [[nodiscard]] Answer<gateway::TotpEnrollment> beginTotp() override;
    [[nodiscard]] Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override;
    [[nodiscard]] Answer<void> disableTotp(const QString &code) override;
    [[nodiscard]] Answer<gateway::RecoveryCodes>
    regenerateRecoveryCodes(const QString &code) override;
    [[nodiscard]] Answer<QList<model::Session>> sessions() override;
    [[nodiscard]] Answer<void> endSession(qint64 id) override;
    [[nodiscard]] Answer<void> endOtherSessions() override;

private:
    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
