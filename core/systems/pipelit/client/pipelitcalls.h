// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the clients of one Pipelit server share: the calls, and how codes are paced. Window thread.
#pragma once

#include "core/net/apiclient.h"
#include "core/net/decoding.h"
#include "core/systems/pipelit/client/codepacing.h"

#include <memory>

namespace authdesk::systems::pipelit::client {

class PipelitCalls final
{
public:
    PipelitCalls(const QUrl &address, const base::Clock &clock, net::HttpClient::Observer observer);

    [[nodiscard]] net::ApiClient &api() { return m_api; }
    [[nodiscard]] std::optional<QDateTime> serverTime() const { return m_api.serverTime(); }
    [[nodiscard]] QFuture<base::Result<net::Answer>> get(const QString &path, net::CallAs as);
    [[nodiscard]] QFuture<base::Result<net::Answer>>
    post(const QString &path, std::optional<QJsonObject> body, net::CallAs as);
    /// As post(), but paced; remembers `code` when the server takes it.
    [[nodiscard]] QFuture<base::Result<net::Answer>>
    postCode(const QString &path, const QJsonObject &body, const QString &code, net::CallAs as);

private:
    net::ApiClient m_api;
    std::shared_ptr<CodePacing> m_pacing; ///< outlives this where a call is under way
};

/// Pipelit's errors, with a code of the wrong form told as a wrong code.
[[nodiscard]] base::Error errorOf(int status, const QByteArray &body, int retryAfterSeconds);

/// What a person must do where the server has no setup of its own (the newest generation).
[[nodiscard]] QString commandLineSetupHint();

} // namespace authdesk::systems::pipelit::client
