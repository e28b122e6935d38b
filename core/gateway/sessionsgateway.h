// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everyone's sessions. Implemented by the clients whose server tells; window thread; futures as in
// signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/session.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

struct SessionQuery
{
    QString search = {}; ///< a part of the person's name, username or e-mail
    int limit = 100;
    QString cursor = {}; ///< empty: the first page
    bool operator==(const SessionQuery &) const = default;
};

class SessionsGateway
{
public:
    SessionsGateway() = default;
    SessionsGateway(const SessionsGateway &) = delete;
    SessionsGateway &operator=(const SessionsGateway &) = delete;
    virtual ~SessionsGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// Newest first; only what is still good.
    [[nodiscard]] virtual Answer<model::Page<model::Session>> list(const SessionQuery &query) = 0;
    /// NotFound when it has ended already.
    [[nodiscard]] virtual Answer<void> end(qint64 id) = 0;
    /// Every session of a person, one's own included where it is oneself.
    [[nodiscard]] virtual Answer<void> endAllOf(qint64 userId) = 0;
};

} // namespace authdesk::gateway
