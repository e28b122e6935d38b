// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other people on an OpenArchiver server, to look at. Window thread; owned by its connection.
#pragma once

#include "core/gateway/usersgateway.h"
#include "core/systems/openarchiver/client/archivercalls.h"

namespace authdesk::systems::openarchiver::client {

class ArchiverUsers final : public gateway::UsersGateway
{
public:
    explicit ArchiverUsers(ArchiverCalls &calls)
        : m_calls(calls)
    {
    }

    [[nodiscard]] gateway::AccountTraits traits() const override;
    /// Reads everyone at once, as its API has no pages, and searches, filters and sorts here.
    [[nodiscard]] Answer<model::Page<model::User>> list(const gateway::UserQuery &query) override;
    [[nodiscard]] Answer<model::User> find(qint64 id) override;
    /// UnexpectedAnswer with role and place for a policy that is not understood.
    [[nodiscard]] Answer<QList<model::Role>> roles() override;

    // NotSupported; no screen offers them without Capability::EditUsers.
    [[nodiscard]] Answer<gateway::CreatedUser> create(const gateway::NewUser &user) override;
    [[nodiscard]] Answer<model::User> update(qint64 id, const gateway::UserChange &change,
                                             qint64 version) override;
    [[nodiscard]] Answer<void> remove(qint64 id) override;
    [[nodiscard]] Answer<gateway::OneTimeSecret> resetPassword(qint64 id) override;
    [[nodiscard]] Answer<gateway::OneTimeSecret>
    resetSecondFactor(qint64 id, const QString &recognisedBy) override;
    [[nodiscard]] Answer<model::SignInCheck> checkSignIn(qint64 id) override;
    [[nodiscard]] Answer<model::User> unlock(qint64 id) override;
    [[nodiscard]] Answer<model::User> endSessions(qint64 id) override;

private:
    ArchiverCalls &m_calls;
};

} // namespace authdesk::systems::openarchiver::client
