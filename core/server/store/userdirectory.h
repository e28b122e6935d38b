// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People in the order they came, by their place in it: for APIs that page by offset. A place is
// found by walking an index that holds nothing else, never by reading the people before it. Used
// inside Database::read().
#pragma once

#include "core/server/store/userrecord.h"

namespace authdesk::server::store {

class Connection;

struct DirectoryEntry
{
    model::User user = {};
    qint64 tokens = 0; ///< sign-ins and API keys that are good
};

struct DirectoryQuery
{
    std::optional<QList<qint64>> roleIds = {}; ///< one of these; none: whatever role
    QString search = {};                       ///< as UserListQuery::search; empty: everybody
    qint64 offset = 0;
    int limit = 50;
};

struct DirectoryPage
{
    QList<DirectoryEntry> entries = {};
    qint64 total = 0; ///< exact
};

class UserDirectory final
{
public:
    explicit UserDirectory(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] DirectoryPage page(qint64 offset, int limit, const QDateTime &now);
    /// The same of those who are meant. Their tokens are not counted: 0.
    [[nodiscard]] DirectoryPage page(const DirectoryQuery &query, const QDateTime &now);
    [[nodiscard]] std::optional<DirectoryEntry> find(qint64 id, const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
