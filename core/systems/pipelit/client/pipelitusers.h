// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other people on a Pipelit server of the newest generation, or on one of ours that speaks like it.
// Window thread; owned by its connection.
#pragma once

#include "core/base/random.h"
#include "core/gateway/usersgateway.h"
#include "core/systems/pipelit/client/pipelitkeys.h"

namespace authdesk::systems::pipelit::messages {
struct PersonChange;
}

namespace authdesk::systems::pipelit::client {

class PipelitUsers final : public gateway::UsersGateway
{
public:
    /// Everything outlives this.
    PipelitUsers(PipelitCalls &calls, PipelitKeys &keys, base::Random &random)
        : m_calls(calls)
        , m_keys(keys)
        , m_random(random)
    {
    }

    [[nodiscard]] gateway::AccountTraits traits() const override;

    /// Reads everyone, a thousand at a time, and searches, filters and sorts here; what was read
    /// serves all questions of the next two seconds.
    [[nodiscard]] Answer<model::Page<model::User>> list(const gateway::UserQuery &query) override;
    [[nodiscard]] Answer<model::User> find(qint64 id) override;
    /// With a password that lasts until somebody changes it.
    [[nodiscard]] Answer<gateway::CreatedUser> create(const gateway::NewUser &user) override;
    /// Reads before it writes, because Pipelit knows no versions: a change between the two is lost.
    /// The status Disabled blocks: normal role, a password that nobody sees, every key revoked, and
    /// read back. NotSupported for every other status, the username, the e-mail and the end.
    [[nodiscard]] Answer<model::User> update(qint64 id, const gateway::UserChange &change,
                                             qint64 version) override;
    /// A password that lasts, and every key revoked.
    [[nodiscard]] Answer<gateway::OneTimeSecret> resetPassword(qint64 id) override;
    /// Revokes every key; Pipelit's own "delete" does no more, and another server's does much more.
    [[nodiscard]] Answer<model::User> endSessions(qint64 id) override;
    [[nodiscard]] Answer<QList<model::Role>> roles() override;

    // NotSupported.
    [[nodiscard]] Answer<void> remove(qint64 id) override;
    [[nodiscard]] Answer<gateway::OneTimeSecret>
    resetSecondFactor(qint64 id, const QString &recognisedBy) override;
    [[nodiscard]] Answer<model::SignInCheck> checkSignIn(qint64 id) override;
    [[nodiscard]] Answer<model::User> unlock(qint64 id) override;

private:
    using Everyone = base::Result<QList<model::User>>;

    [[nodiscard]] Answer<QList<model::User>> everyone();
    [[nodiscard]] QFuture<Everyone> readFrom(QList<model::User> before);
    [[nodiscard]] Answer<model::User> patch(qint64 id, const messages::PersonChange &change);
    [[nodiscard]] Answer<model::User> block(qint64 id);
    [[nodiscard]] base::Secret newPassword();
    void forget();

    PipelitCalls &m_calls;
    PipelitKeys &m_keys;
    base::Random &m_random;
    QList<model::User> m_everyone;
    qint64 m_readAt = 0; ///< monotonic milliseconds; 0: not read, or changed since
    int m_changes = 0;   ///< what was read before a change is not kept
};

} // namespace authdesk::systems::pipelit::client
