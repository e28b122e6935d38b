// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everyone's sessions, for admins. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/session.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

struct SessionQuery
{
    std::optional<qint64> userId;
    QString search; ///< a part of the person's name, username or e-mail; empty: everyone's
    int limit = 50;
    QString cursor;
};

class SessionService final
{
public:
    explicit SessionService(Toolbox &tools);

    /// Newest first.
    [[nodiscard]] base::Result<model::Page<model::Session>> list(const Actor &actor,
                                                                 const SessionQuery &query);
    /// NotFound, also where `userId` is given and it is not that person's; Forbidden for a session
    /// of someone who holds a right that the actor lacks.
    [[nodiscard]] base::Result<> end(const Actor &actor, qint64 id, const Caller &caller,
                                     std::optional<qint64> userId = std::nullopt);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
