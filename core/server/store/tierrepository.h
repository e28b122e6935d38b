// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tiers. Used inside Database::read() and write().
#pragma once

#include "core/model/tier.h"

#include <QtCore/QList>

#include <optional>

namespace authdesk::server::store {

class Connection;

struct TierPage
{
    QList<model::Tier> tiers = {}; ///< in the order they came
    qint64 total = 0;              ///< exact
};

class TierRepository final
{
public:
    explicit TierRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] TierPage page(qint64 offset, int limit);
    [[nodiscard]] std::optional<model::Tier> find(qint64 id);
    /// Compared folded.
    [[nodiscard]] std::optional<model::Tier> findByName(const QString &name);
    /// How many people have it.
    [[nodiscard]] qint64 countPeople(qint64 id);

    /// The new id. The name is free, here and in rename().
    qint64 create(const QString &name, const QDateTime &now);
    void rename(qint64 id, const QString &name);
    /// Whoever had it has none then.
    void remove(qint64 id);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
