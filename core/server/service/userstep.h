// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an admin does to one person: the actor's rights as they are at that instant, the change and
// its audit row. Inside this room only; lives within one Database::write().
#pragma once

#include "core/server/service/useredits.h"

namespace authdesk::server::service {

class Toolbox;

/// The two secrets that get somebody in once more.
enum class OneTimeKind { Password, Code };

/// Blocks on hashing. Busy.
[[nodiscard]] base::Result<PreparedSecret> prepareOneTime(Toolbox &tools, OneTimeKind kind);
/// One's own secrets are changed with a proof, under /me: Forbidden.
[[nodiscard]] base::Result<> demandSomebodyElse(const Actor &actor, qint64 id);

class UserStep final
{
public:
    /// Everything outlives the step.
    UserStep(store::Connection &connection, Toolbox &tools, const Actor &actor,
             const Caller &caller);

    enum class Reach {
        Anyone,  ///< the right is asked for, and that the person holds none that the actor lacks
        Oneself, ///< whoever is signed in
    };

    /// The person, where the actor may do that to them at this instant.
    [[nodiscard]] base::Result<store::UserRecord> person(qint64 id, Reach how, model::Action action,
                                                         model::Subject subject);

    /// Each of them: NotFound, Forbidden (the right, or a person with rights that the actor lacks),
    /// Unauthenticated (the actor is out meanwhile), and what it names itself.
    [[nodiscard]] base::Result<Edited> update(qint64 id, const UserChange &change,
                                              std::optional<qint64> version = std::nullopt);
    [[nodiscard]] base::Result<> remove(qint64 id, std::optional<qint64> version = std::nullopt);
    [[nodiscard]] base::Result<OneTimeSecret> handOut(qint64 id, OneTimeKind kind,
                                                      const PreparedSecret &secret,
                                                      const QString &recognisedBy = {});
    /// A password that is meant to last; every sign-in and API key ends. Somebody else's only.
    [[nodiscard]] base::Result<> setPassword(qint64 id, const PreparedSecret &password);
    [[nodiscard]] base::Result<model::User> unlock(qint64 id);
    [[nodiscard]] base::Result<model::User> revokeSessions(qint64 id);

private:
    struct Target
    {
        Rights rights; ///< the actor's
        store::UserRecord person;
    };

    /// `field` as policy::Question has it, of users.
    [[nodiscard]] base::Result<Target> reach(qint64 id, model::Action action,
                                             model::Subject subject, QStringView field = {});

    store::Connection &m_connection;
    Toolbox &m_tools;
    const Actor &m_actor;
    const Caller &m_caller;
};

} // namespace authdesk::server::service
