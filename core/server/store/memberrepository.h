// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People with what systems that know tiers keep of them beside their account: a tier and a picture.
// Used inside Database::read() and write().
#pragma once

#include "core/server/store/userrecord.h"

namespace authdesk::server::store {

class Connection;

struct Membership
{
    std::optional<qint64> tierId = {};
    QString pictureUrl = {}; ///< empty: none

    bool operator==(const Membership &) const = default;
};

struct MemberEntry
{
    model::User user = {};
    Membership membership = {};
};

struct MemberPage
{
    QList<MemberEntry> entries = {}; ///< by id
    qint64 total = 0;                ///< exact
};

class MemberRepository final
{
public:
    explicit MemberRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Those who are neither disabled nor past their end; a lock does not count. A place is found
    /// by walking an index, never by reading the people before it.
    [[nodiscard]] MemberPage page(qint64 offset, int limit, const QDateTime &now);
    /// Of nobody: nothing.
    [[nodiscard]] Membership find(qint64 userId);

    /// The tier is there.
    void setTier(qint64 userId, qint64 tierId);
    void setPicture(qint64 userId, const QString &url);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
