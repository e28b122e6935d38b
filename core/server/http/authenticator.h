// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the dispatcher asks about a token. Implemented over the services in core/server/host.
#pragma once

#include "core/base/result.h"
#include "core/server/http/principal.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>
#include <optional>

namespace authdesk::server::http {

class Authenticator
{
public:
    Authenticator() = default;
    Authenticator(const Authenticator &) = delete;
    Authenticator &operator=(const Authenticator &) = delete;
    virtual ~Authenticator() = default;

    using Answer = base::Result<std::shared_ptr<const Principal>>;

    /// From memory only, in the event loop; nullopt: not known here, ask lookUp().
    [[nodiscard]] virtual std::optional<Answer> recall(QByteArrayView token) = 0;
    /// Reads the store; on a pool's thread. Unauthenticated for a token that is not good.
    [[nodiscard]] virtual Answer lookUp(QByteArrayView token) = 0;
    /// Whether the principal may; from memory.
    [[nodiscard]] virtual bool allows(const Principal &principal, model::Action action,
                                      model::Subject subject) const = 0;
};

} // namespace authdesk::server::http
