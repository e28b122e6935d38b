// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people do with their own account. Thread-safe; blocks. Where an error is told for a field,
// its name is that of our own API.
#pragma once

#include "core/model/page.h"
#include "core/model/session.h"
#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

namespace authdesk::server::service {

class Toolbox;

struct ProfileChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
};

enum class OtherSessions { Keep, End };

class AccountService final
{
public:
    explicit AccountService(Toolbox &tools);

    [[nodiscard]] base::Result<model::User> me(const Actor &actor);
    [[nodiscard]] base::Result<model::User>
    updateMe(const Actor &actor, const ProfileChange &change, const Caller &caller);
    /// WrongCurrentPassword (counted like a sign-in), InvalidFields ("new_password").
    [[nodiscard]] base::Result<> changePassword(const Actor &actor, const base::Secret &current,
                                                const base::Secret &wanted, OtherSessions others,
                                                const Caller &caller);

    [[nodiscard]] base::Result<QList<model::Session>> sessions(const Actor &actor);
    /// NotFound for a session that is not one's own.
    [[nodiscard]] base::Result<> endSession(const Actor &actor, qint64 id, const Caller &caller);
    /// Every one but the one that asks.
    [[nodiscard]] base::Result<> endOtherSessions(const Actor &actor, const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
