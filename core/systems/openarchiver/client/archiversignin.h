// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in to an OpenArchiver server. Window thread; owned by its connection.
#pragma once

#include "core/gateway/signingateway.h"
#include "core/systems/openarchiver/client/archivercalls.h"

namespace authdesk::systems::openarchiver::client {

class ArchiverSignIn final : public gateway::SignInGateway
{
public:
    explicit ArchiverSignIn(ArchiverCalls &calls)
        : m_calls(calls)
    {
    }

    [[nodiscard]] Answer<gateway::SetupState> setupState() override;
    /// It wants an e-mail address and names; the first name is what the address begins with.
    [[nodiscard]] Answer<gateway::SignedIn> setUp(const gateway::SetupRequest &request) override;
    /// Where a second factor must be set up first, the sign-in is good for that alone.
    [[nodiscard]] Answer<gateway::SignInOutcome> signIn(const QString &login,
                                                        const base::Secret &password) override;
    [[nodiscard]] Answer<gateway::SignInOutcome> verify(const gateway::SecondFactorNeeded &step,
                                                        const QString &code) override;
    /// PasswordChangeRequired: its API has no way to do that.
    [[nodiscard]] Answer<gateway::SignInOutcome>
    changePassword(const gateway::PasswordChangeNeeded &step,
                   const base::Secret &newPassword) override;
    /// NotSupported: its tokens end after days and are not renewed.
    [[nodiscard]] Answer<gateway::SignedIn> refresh(const base::Secret &refreshToken) override;
    /// Without a call: it knows no sign-out, the token is forgotten here.
    [[nodiscard]] Answer<void> signOut() override;

private:
    /// Who signed in, and whether the server has second factors.
    [[nodiscard]] Answer<gateway::SignInOutcome> completed(Answer<gateway::SignInOutcome> step);
    [[nodiscard]] Answer<gateway::SignedIn> completed(const gateway::SignedIn &signedIn);

    ArchiverCalls &m_calls;
};

} // namespace authdesk::systems::openarchiver::client
