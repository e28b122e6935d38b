// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells the dispatcher whose token it holds, over service::TokenService: the principal rides along
// with the cached token, so that a check makes nothing. Any thread.
#pragma once

#include "core/server/http/authenticator.h"
#include "core/server/service/tokenservice.h"

namespace authdesk::server::host {

class TokenAuthenticator final : public http::Authenticator
{
public:
    explicit TokenAuthenticator(service::TokenService &tokens)
        : m_tokens(tokens)
    {
    }

    /// What the token service keeps beside each token that it knows.
    [[nodiscard]] static std::shared_ptr<const void> makePrincipal(const service::Actor &actor);

    [[nodiscard]] std::optional<Answer> recall(QByteArrayView token) override;
    [[nodiscard]] Answer lookUp(QByteArrayView token) override;
    [[nodiscard]] bool allows(const http::Principal &principal, model::Action action,
                              model::Subject subject) const override;

private:
    service::TokenService &m_tokens;
};

} // namespace authdesk::server::host
