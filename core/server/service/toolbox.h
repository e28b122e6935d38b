// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the services share: the ground, the caches, and the way to write. Inside this room only.
// Thread-safe.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/service/addresslimiter.h"
#include "core/server/service/auditbell.h"
#include "core/server/service/ground.h"
#include "core/server/service/openguesses.h"
#include "core/server/service/tokencache.h"
#include "core/server/service/tokenmint.h"
#include "core/server/store/database.h"

namespace authdesk::server::service {

class Toolbox final
{
public:
    explicit Toolbox(const Ground &ground);

    [[nodiscard]] QDateTime now() const { return ground.clock.now(); }
    /// AUTHDESK_NAME, or the name given at the first run, or "Authdesk".
    [[nodiscard]] QString serverName();
    void forgetServerName();

    template <typename Function>
    [[nodiscard]] auto read(Function &&function)
    {
        return ground.database.read(std::forward<Function>(function));
    }
    /// As Database::write(), and wakes whoever waits for audit events.
    template <typename Function>
    [[nodiscard]] auto write(Function &&function)
    {
        auto result = ground.database.write(std::forward<Function>(function));
        bell.ring();
        return result;
    }

    /// As Database::writeLarge(), alike.
    template <typename Function>
    [[nodiscard]] auto writeLarge(Function &&function)
    {
        auto result = ground.database.writeLarge(std::forward<Function>(function));
        bell.ring();
        return result;
    }
    /// As Database::writeEach(), alike.
    template <typename Function>
    [[nodiscard]] auto writeEach(int count, Function &&function)
    {
        auto results = ground.database.writeEach(count, std::forward<Function>(function));
        bell.ring();
        return results;
    }

    /// As write(), for what counts, takes back or settles a guess at a password. While such guesses
    /// queue up for the hasher, nobody gains by a commit of one's own: they share one.
    template <typename Function>
    [[nodiscard]] auto writeGuess(Function &&function)
    {
        auto result =
            ground.database.write(ground.hasher.backlog(), std::forward<Function>(function));
        bell.ring();
        return result;
    }

    const Ground ground;
    TokenCache cache;
    AddressLimiter addresses;
    OpenGuesses openGuesses;
    TokenMint mint;

private:
    QMutex m_mutex;
    std::optional<QString> m_serverName;

public:
    /// Last, so that its thread ends before anything it may still use.
    AuditBell bell;
};

} // namespace authdesk::server::service
