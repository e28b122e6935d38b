// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tiers, for systems that know them. Whoever is signed in may see them; who may manage users makes,
// renames and deletes them, with an audit row in the same transaction. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/tier.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

struct TierPage
{
    QList<model::Tier> tiers; ///< in the order they came
    qint64 total = 0;         ///< exact
};

class TierService final
{
public:
    explicit TierService(Toolbox &tools);

    [[nodiscard]] base::Result<TierPage> page(qint64 offset, int limit);
    /// NotFound. Names are compared folded, here and below.
    [[nodiscard]] base::Result<model::Tier> find(const QString &name);

    /// Forbidden; InvalidFields ("name": "taken", "too_long", "not_printable" or "invalid").
    [[nodiscard]] base::Result<model::Tier> create(const Actor &actor, const QString &name,
                                                   const Caller &caller);
    /// As create(), and NotFound. The name that it has already changes nothing.
    [[nodiscard]] base::Result<model::Tier> rename(const Actor &actor, const QString &name,
                                                   const QString &newName, const Caller &caller);
    /// Whoever had it has none then. Forbidden, NotFound.
    [[nodiscard]] base::Result<> remove(const Actor &actor, const QString &name,
                                        const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
