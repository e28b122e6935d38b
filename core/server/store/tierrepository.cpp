// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/tierrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/folding.h"

namespace authdesk::server::store {

using model::Tier;

namespace {

#define AUTHDESK_SELECT_TIER "SELECT id, name, created_at FROM tiers "

Tier tierFromRow(const Rows &rows)
{
    return {.id = rows.integer(0), .name = rows.text(1), .createdAt = rows.time(2)};
}

std::optional<Tier> oneTier(Rows rows)
{
    return rows.next() ? std::optional(tierFromRow(rows)) : std::nullopt;
}

} // namespace

TierPage TierRepository::page(qint64 offset, int limit)
{
    TierPage page;
    {
        Rows counted = m_connection.select("SELECT count(*) FROM tiers");
        if (counted.next())
            page.total = counted.integer(0);
    }
    Rows rows =
        m_connection.select(AUTHDESK_SELECT_TIER "ORDER BY id LIMIT ? OFFSET ?", {limit, offset});
    while (rows.next())
        page.tiers.append(tierFromRow(rows));
    return page;
}

std::optional<Tier> TierRepository::find(qint64 id)
{
    return oneTier(m_connection.select(AUTHDESK_SELECT_TIER "WHERE id = ?", {id}));
}

std::optional<Tier> TierRepository::findByName(const QString &name)
{
    return oneTier(
        m_connection.select(AUTHDESK_SELECT_TIER "WHERE name_folded = ?", {folded(name)}));
}

qint64 TierRepository::countPeople(qint64 id)
{
    Rows rows = m_connection.select("SELECT count(*) FROM users WHERE tier_id = ?", {id});
    return rows.next() ? rows.integer(0) : 0;
}

qint64 TierRepository::create(const QString &name, const QDateTime &now)
{
    return m_connection.insert("INSERT INTO tiers (name, name_folded, created_at) VALUES (?, ?, ?)",
                               {name, folded(name), now});
}

void TierRepository::rename(qint64 id, const QString &name)
{
    m_connection.execute("UPDATE tiers SET name = ?2, name_folded = ?3 WHERE id = ?1",
                         {id, name, folded(name)});
}

void TierRepository::remove(qint64 id)
{
    m_connection.execute("DELETE FROM tiers WHERE id = ?", {id});
}

} // namespace authdesk::server::store
