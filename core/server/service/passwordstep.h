// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first step of every sign-in, and the proof of one's own password later. Unknown, disabled,
// locked and wrong are answered alike, after the same work. Inside this room only.
#pragma once

#include "core/server/crypto/passwordhasher.h"
#include "core/server/service/guess.h"
#include "core/server/service/nextstep.h"
#include "core/server/service/openguesses.h"

namespace authdesk::server::service {

class PasswordStep final
{
public:
    PasswordStep(Toolbox &tools, const Caller &caller)
        : m_tools(tools)
        , m_caller(caller)
    {
    }

    [[nodiscard]] base::Result<SignInOutcome> signIn(const QString &login,
                                                     const base::Secret &password);
    /// WrongCurrentPassword; counted like a sign-in. What was proven stands as it was read.
    [[nodiscard]] base::Result<store::UserRecord> prove(const Actor &actor,
                                                        const base::Secret &password);

private:
    struct Attempt
    {
        std::optional<store::UserRecord> person;
        GuessTicket ticket;
        OpenGuesses::Ticket open;
        bool mustWait = false;
        QByteArray slowestHash; ///< of the imported ones; empty: there are none
    };
    struct Judgement
    {
        QString reason; ///< empty: right; otherwise why not, for the audit only
        crypto::PasswordHasher::Check check;
    };
    /// Counts the guess, after those that are open where only these keep it out. An empty login
    /// means the actor.
    [[nodiscard]] base::Result<Attempt> reserve(const QString &login, const Actor *actor);
    [[nodiscard]] base::Result<Judgement> judge(const Attempt &attempt,
                                                const base::Secret &password);
    [[nodiscard]] static QString reasonAgainst(const Attempt &attempt,
                                               const crypto::PasswordHasher::Check &check,
                                               const QDateTime &now);
    /// A refusal leaves no earlier than the slowest form of hash that is there would take.
    void waitForSlowest(const Attempt &attempt, const crypto::PasswordHasher::Check &check);
    [[nodiscard]] base::Result<> refuse(const Attempt &attempt, const QString &reason);
    [[nodiscard]] base::Result<SignInOutcome> accept(const Attempt &attempt,
                                                     const base::Secret &password);

    Toolbox &m_tools;
    const Caller &m_caller;
};

} // namespace authdesk::server::service
