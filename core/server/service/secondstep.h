// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second step of a sign-in: a code with a challenge, and the proof by a code later. Every code
// is counted before it is looked at; one sent with a dead challenge is not spent. Inside this room
// only.
#pragma once

#include "core/server/service/guess.h"
#include "core/server/service/nextstep.h"

#include <functional>

namespace authdesk::server::service {

class AddressGuess;

class SecondStep final
{
public:
    SecondStep(Toolbox &tools, const Caller &caller)
        : m_tools(tools)
        , m_caller(caller)
    {
    }

    [[nodiscard]] base::Result<SignInOutcome> byToken(const base::Secret &mfaToken,
                                                      const QString &code);
    [[nodiscard]] base::Result<SignInOutcome> byName(const QString &login, const QString &code);
    /// Proof for a change of one's own factors. MfaNotEnabled, InvalidCode.
    [[nodiscard]] base::Result<> prove(const Actor &actor, const QString &code);

private:
    using FindChallenge = std::function<std::optional<store::ChallengeRecord>(store::Connection &)>;
    struct Attempt
    {
        std::optional<store::ChallengeRecord> challenge; ///< none for prove()
        store::UserRecord person;
        CodeTargets targets;
        GuessTicket ticket;
        int guesses = 0; ///< with this challenge, this one included
    };

    [[nodiscard]] base::Result<SignInOutcome> verify(const FindChallenge &find, const QString &code,
                                                     const base::Error &whenDead);
    [[nodiscard]] base::Result<Attempt> reserve(const FindChallenge &find,
                                                const base::Error &whenDead);
    [[nodiscard]] base::Result<CodeMatch> examine(const Attempt &attempt, const QString &code);
    /// Writes that the code was wrong and returns InvalidCode.
    [[nodiscard]] base::Error refuse(const Attempt &attempt, const QString &code,
                                     AddressGuess &guess);
    void withdraw(const Attempt &attempt);

    Toolbox &m_tools;
    const Caller &m_caller;
};

} // namespace authdesk::server::service
