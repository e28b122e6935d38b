// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/userdirectory.h"

#include "core/server/store/folding.h"
#include "core/server/store/personsearch.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

namespace {

// `?1` is the time.
#define AUTHDESK_DIRECTORY_COLUMNS                                                                 \
    AUTHDESK_USER_COLUMNS                                                                          \
    ", (SELECT count(*) FROM sessions s WHERE s.user_id = u.id AND s.ends_at > ?1) + (SELECT "     \
    "count(*) FROM api_keys k WHERE k.user_id = u.id AND k.revoked_at IS NULL AND "                \
    "(k.expires_at IS NULL OR k.expires_at > ?1))"

DirectoryEntry entryFromRow(const Rows &rows, const QDateTime &now)
{
    return {.user = userFromRow(rows, now).user, .tokens = rows.integer(userColumnCount)};
}

/// Which people are meant: conditions on a row of `users`.
PersonSearch conditionsOf(const DirectoryQuery &query, const QString &search, const Engine &engine)
{
    PersonSearch conditions{.text = " FROM users WHERE true", .values = {}};
    if (query.roleIds) {
        QString ids = u"["_s;
        for (const qint64 id : *query.roleIds)
            ids += (ids.size() > 1 ? u","_s : QString()) + QString::number(id);
        ids += u']';
        conditions.text += std::string(" AND role_id IN (SELECT hit FROM (")
                           + engine.words().listedIds + ") AS listed)";
        conditions.values << ids;
    }
    if (!search.isEmpty()) {
        const PersonSearch found = searchForPeople(engine, search);
        conditions.text += " AND id IN (" + found.text + ")";
        conditions.values += found.values;
    }
    return conditions;
}

} // namespace

DirectoryPage UserDirectory::page(qint64 offset, int limit, const QDateTime &now)
{
    DirectoryPage page;
    {
        Rows counted = m_connection.select("SELECT count(*) FROM users");
        if (counted.next())
            page.total = counted.integer(0);
    }
    Rows rows = m_connection.select(
        "SELECT " AUTHDESK_DIRECTORY_COLUMNS
        " FROM (SELECT id AS entry FROM users ORDER BY created_at, id LIMIT ?2 OFFSET ?3) AS "
        "entries CROSS JOIN users u ON u.id = entry CROSS JOIN roles r ON r.id = u.role_id "
        "ORDER BY u.created_at, u.id",
        {now, limit, offset});
    while (rows.next())
        page.entries.append(entryFromRow(rows, now));
    return page;
}

DirectoryPage UserDirectory::page(const DirectoryQuery &query, const QDateTime &now)
{
    DirectoryPage page;
    const QString search = folded(query.search).trimmed();
    if (!canBeFound(search))
        return page;
    PersonSearch meant = conditionsOf(query, search, m_connection.engine());
    {
        Rows counted = m_connection.select("SELECT count(*)" + meant.text, meant.values);
        if (counted.next())
            page.total = counted.integer(0);
    }
    meant.values << query.limit << query.offset;
    Rows rows = m_connection.select(
        "SELECT " AUTHDESK_USER_COLUMNS " FROM (SELECT id AS entry" + meant.text
            + " ORDER BY created_at, id LIMIT ? OFFSET ?) AS entries CROSS JOIN users u ON u.id = "
              "entry CROSS JOIN roles r ON r.id = u.role_id ORDER BY u.created_at, u.id",
        meant.values);
    while (rows.next())
        page.entries.append({.user = userFromRow(rows, now).user});
    return page;
}

std::optional<DirectoryEntry> UserDirectory::find(qint64 id, const QDateTime &now)
{
    Rows rows =
        m_connection.select("SELECT " AUTHDESK_DIRECTORY_COLUMNS
                            " FROM users u CROSS JOIN roles r ON r.id = u.role_id WHERE u.id = ?2",
                            {now, id});
    if (!rows.next())
        return std::nullopt;
    return entryFromRow(rows, now);
}

} // namespace authdesk::server::store
