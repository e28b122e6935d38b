// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server, seen by the console: what it can do, and one interface per topic. Made by a system's
// client from an address; owns its network access. Window thread.
#pragma once

#include "core/gateway/accountgateway.h"
#include "core/gateway/auditgateway.h"
#include "core/gateway/keysgateway.h"
#include "core/gateway/manyusersgateway.h"
#include "core/gateway/overviewgateway.h"
#include "core/gateway/requestsgateway.h"
#include "core/gateway/serversettingsgateway.h"
#include "core/gateway/sessionsgateway.h"
#include "core/gateway/signingateway.h"
#include "core/gateway/transfergateway.h"
#include "core/gateway/usersgateway.h"

#include <QtCore/QUrl>

#include <functional>

namespace authdesk::gateway {

/// What a server lets a person do. What is missing is not offered on any screen.
enum class Capability {
    Setup = 1 << 0,
    Users = 1 << 1, ///< list and look at other people
    EditUsers = 1 << 2,
    ResetSecondFactor = 1 << 3,
    OwnProfile = 1 << 4, ///< change one's own name and e-mail
    OwnPassword = 1 << 5,
    OwnSecondFactor = 1 << 6,
    RecoveryCodes = 1 << 7,
    OwnSessions = 1 << 8,
    Refresh = 1 << 9,         ///< a sign-in can be kept
    WatchRequests = 1 << 10,  ///< tells what it is being asked
    UseApiKey = 1 << 11,      ///< an API key made elsewhere signs in like an access token
    Audit = 1 << 12,          ///< tells what happened, checks and exports it
    Sessions = 1 << 13,       ///< lists and ends everyone's sessions
    Overview = 1 << 14,       ///< tells how it is doing
    Keys = 1 << 15,           ///< lists, makes and revokes people's API keys
    ServerSettings = 1 << 16, ///< tells and changes where it listens
    Transfer = 1 << 17,       ///< imports and exports people
    ManyUsers = 1 << 18,      ///< does one thing to several people at once
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

class Connection
{
public:
    Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    virtual ~Connection() = default;

    [[nodiscard]] virtual QString system() const = 0; ///< "authdesk", "pipelit"
    [[nodiscard]] virtual QUrl address() const = 0;
    /// The same server answers there from now on: every later call goes there, with the token that
    /// is set. False where this kind of connection stays where it was made for.
    virtual bool moveTo(const QUrl & /*address*/) { return false; }
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    /// The token that every later call carries; an empty one signs nobody in.
    virtual void setAccessToken(const base::Secret &token) = 0;
    /// Gives a fresh access token, or the reason why there is none.
    using Renewal = std::function<QFuture<base::Result<base::Secret>>()>;
    /// Asked when a call is answered 401: once for all calls that wait, and each call is sent once
    /// more with the new token. Empty: 401 stays Unauthenticated. Never asked for the steps of
    /// signing in.
    virtual void setRenewal(Renewal renewal) = 0;

    /// The clock of the server, as its last answer told it (UTC); nullopt when none did.
    [[nodiscard]] virtual std::optional<QDateTime> serverTime() const { return std::nullopt; }

    [[nodiscard]] virtual SignInGateway &signIn() = 0;
    [[nodiscard]] virtual AccountGateway &account() = 0;
    /// Null without Capability::Users.
    [[nodiscard]] virtual UsersGateway *users() = 0;
    /// Null without Capability::Keys.
    [[nodiscard]] virtual KeysGateway *keys() { return nullptr; }
    /// Null without Capability::WatchRequests.
    [[nodiscard]] virtual RequestsGateway *requests() { return nullptr; }
    /// Null without Capability::Audit.
    [[nodiscard]] virtual AuditGateway *audit() { return nullptr; }
    /// Null without Capability::Sessions.
    [[nodiscard]] virtual SessionsGateway *allSessions() { return nullptr; }
    /// Null without Capability::Overview.
    [[nodiscard]] virtual OverviewGateway *overview() { return nullptr; }
    /// Null without Capability::ServerSettings.
    [[nodiscard]] virtual ServerSettingsGateway *serverSettings() { return nullptr; }
    /// Null without Capability::Transfer.
    [[nodiscard]] virtual TransferGateway *transfer() { return nullptr; }
    /// Null without Capability::ManyUsers.
    [[nodiscard]] virtual ManyUsersGateway *manyUsers() { return nullptr; }
};

} // namespace authdesk::gateway
