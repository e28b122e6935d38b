// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the clients of one Pipelit server share: the calls, and how codes are paced. Window thread.
#pragma once

#include "core/net/apiclient.h"
#include "core/net/decoding.h"
#include "core/systems/pipelit/client/codepacing.h"

#include <memory>

namespace authdesk::systems::pipelit::client {

/// What is known of the server and of the sign-in; shared with the calls that are under way.
struct PipelitStanding
{
    /// It has users and keys: the newest generation, or a server of ours.
    bool managesPeople = false;
    /// The key that was made for this console; 0: none.
    qint64 mintedKey = 0;
};

class PipelitCalls final
{
public:
    using Sent = base::Result<net::Answer>;

    /// `pins` as in net::HttpClient.
    PipelitCalls(const QUrl &address, const base::Clock &clock, net::HttpClient::Observer observer,
                 net::CertificatePins *pins = nullptr);

    [[nodiscard]] net::ApiClient &api() { return m_api; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const std::shared_ptr<PipelitStanding> &standing() const { return m_standing; }
    [[nodiscard]] std::optional<QDateTime> serverTime() const { return m_api.serverTime(); }
    [[nodiscard]] QFuture<base::Result<net::Answer>> get(const QString &path, net::CallAs as);
    /// With a key of its own instead of the connection's, and without renewal: while signing in.
    [[nodiscard]] QFuture<Sent> callWith(const base::Secret &key, net::ApiCall call);
    [[nodiscard]] QFuture<base::Result<net::Answer>>
    post(const QString &path, std::optional<QJsonObject> body, net::CallAs as);
    /// As post(), but paced; remembers `code` when the server takes it.
    [[nodiscard]] QFuture<base::Result<net::Answer>>
    postCode(const QString &path, const QJsonObject &body, const QString &code, net::CallAs as);

private:
    const base::Clock &m_clock;
    net::ApiClient m_api;
    std::shared_ptr<PipelitStanding> m_standing;
    std::shared_ptr<CodePacing> m_pacing; ///< outlives this where a call is under way
};

/// Pipelit's errors, with a code of the wrong form told as a wrong code.
[[nodiscard]] base::Error errorOf(int status, const QByteArray &body, int retryAfterSeconds);

/// What a person must do where the server has no setup of its own (the newest generation).
[[nodiscard]] QString commandLineSetupHint();

} // namespace authdesk::systems::pipelit::client
