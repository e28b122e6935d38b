// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/memberrepository.h"

#include "core/server/store/userrow.h"

namespace authdesk::server::store {

namespace {

// `?1` is the time.
#define AUTHDESK_ENABLED "WHERE disabled_at IS NULL AND (valid_until IS NULL OR valid_until > ?1)"

Membership membershipFromRow(const Rows &rows, int first)
{
    Membership membership{.tierId = {}, .pictureUrl = rows.text(first + 1)};
    if (!rows.isNull(first))
        membership.tierId = rows.integer(first);
    return membership;
}

/// The people, read by the index of those who may sign in.
std::string people(const Connection &connection)
{
    const std::string indexedBy = connection.engine().words().indexedBy;
    return "FROM users" + (indexedBy.empty() ? indexedBy : indexedBy + "users_enabled") + " ";
}

} // namespace

MemberPage MemberRepository::page(qint64 offset, int limit, const QDateTime &now)
{
    MemberPage page;
    {
        Rows counted = m_connection.select(
            "SELECT count(*) " + people(m_connection) + AUTHDESK_ENABLED, {now});
        if (counted.next())
            page.total = counted.integer(0);
    }
    Rows rows = m_connection.select(
        "SELECT " AUTHDESK_USER_COLUMNS ", u.tier_id, u.picture_url FROM (SELECT id AS entry "
            + people(m_connection)
            + AUTHDESK_ENABLED " ORDER BY id LIMIT ?2 OFFSET ?3) AS entries CROSS JOIN users u "
                               "ON u.id = entry CROSS JOIN roles r ON r.id = u.role_id "
                               "ORDER BY u.id",
        {now, limit, offset});
    while (rows.next()) {
        page.entries.append({.user = userFromRow(rows, now).user,
                             .membership = membershipFromRow(rows, userColumnCount)});
    }
    return page;
}

Membership MemberRepository::find(qint64 userId)
{
    Rows rows =
        m_connection.select("SELECT tier_id, picture_url FROM users WHERE id = ?", {userId});
    return rows.next() ? membershipFromRow(rows, 0) : Membership();
}

void MemberRepository::setTier(qint64 userId, qint64 tierId)
{
    m_connection.execute("UPDATE users SET tier_id = ?2 WHERE id = ?1", {userId, tierId});
}

void MemberRepository::setPicture(qint64 userId, const QString &url)
{
    m_connection.execute("UPDATE users SET picture_url = ?2 WHERE id = ?1", {userId, url});
}

} // namespace authdesk::server::store
