// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Other people's accounts and the roles they can have, on our own API. Window thread; owned by its
// connection.
#pragma once

#include "core/gateway/usersgateway.h"
#include "core/net/apiclient.h"

namespace authdesk::systems::own::client {

class UsersClient final : public gateway::UsersGateway
{
public:
    explicit UsersClient(net::ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] Answer<model::Page<model::User>> list(const gateway::UserQuery &query) override;
    [[nodiscard]] Answer<model::User> find(qint64 id) override;
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
    [[nodiscard]] Answer<QList<model::Role>> roles() override;

private:
    [[nodiscard]] Answer<model::User> act(qint64 id, QLatin1StringView what);

    net::ApiClient &m_api;
};

} // namespace authdesk::systems::own::client
