// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in for somebody who must set up a second factor before there is a session: what the
// password opened (SecondFactorRequired::mustSetUp) is good for setting up an app, and ends in the
// sign-in. Thread-safe; blocks.
#pragma once

#include "core/server/service/mfaservice.h"
#include "core/server/store/challengerepository.h"

namespace authdesk::server::service {

class EnrollmentService final
{
public:
    EnrollmentService(Toolbox &tools, MfaService &mfa);

    struct Enrolled
    {
        SignInOutcome outcome;
        QList<base::Secret> recoveryCodes; ///< shown once
    };

    /// As MfaService::beginTotp(), and again as often as one likes. ChallengeEnded for a token that
    /// is dead, not this client's, another system's or for something else.
    [[nodiscard]] base::Result<TotpEnrollment> begin(const base::Secret &mfaToken,
                                                     const Caller &caller);
    /// Turns the app on and signs in, both or neither. ChallengeEnded as above, also after the
    /// fifth wrong code; InvalidCode, MfaNotStarted, MfaAlreadyEnabled, TooManyRequests.
    [[nodiscard]] base::Result<Enrolled> confirm(const base::Secret &mfaToken, const QString &code,
                                                 const Caller &caller);

private:
    struct Attempt
    {
        store::ChallengeRecord challenge;
        model::User person;
        Actor actor;
    };

    [[nodiscard]] base::Result<Attempt> find(const base::Secret &mfaToken, const Caller &caller);
    /// Counts the wrong code and writes it to the audit; the error to answer with.
    [[nodiscard]] base::Error refuse(const Attempt &attempt, const base::Error &error,
                                     const Caller &caller);

    Toolbox &m_tools;
    MfaService &m_mfa;
};

} // namespace authdesk::server::service
