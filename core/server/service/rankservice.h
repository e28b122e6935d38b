// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People as systems see them that know three ranks: who may manage people, who may change anything
// else, and who only looks. Every call checks the actor's rights, writes its audit row in the same
// transaction, and never leaves the server without someone who may manage users. Thread-safe;
// blocks.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

enum class Rank {
    Viewer,   ///< may change nothing
    Operator, ///< may change something, and not manage users
    Admin,    ///< may manage users, by whatever role
};

/// From memory; any thread.
[[nodiscard]] Rank rankOf(const QList<model::Statement> &statements);

struct RankedPerson
{
    model::User user;
    Rank rank = Rank::Viewer;
};

struct RankedQuery
{
    std::optional<Rank> rank;
    QString search; ///< any part of name, username or e-mail; under three characters: a beginning
    qint64 offset = 0;
    int limit = 20;
};

struct RankedPage
{
    QList<RankedPerson> people; ///< in the order they came
    qint64 total = 0;           ///< exact, of those who are meant
};

struct NewRankedPerson
{
    QString username;
    QString email;
    Rank rank = Rank::Viewer; ///< gives the role Admin, Help desk or User
    base::Secret password;    ///< meant to last
};

struct RankedChange
{
    /// The one that is shown already changes nothing; another gives the role Admin, Help desk or
    /// User.
    std::optional<Rank> rank;
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
};

class RankService final
{
public:
    explicit RankService(Toolbox &tools);

    [[nodiscard]] base::Result<RankedPage> page(const Actor &actor, const RankedQuery &query);
    [[nodiscard]] base::Result<RankedPerson> find(const Actor &actor, qint64 id);
    /// What somebody's role makes of them, for the answer of their own sign-in.
    [[nodiscard]] base::Result<Rank> rankOfPerson(const model::User &user);
    /// The errors of UserService::create().
    [[nodiscard]] base::Result<RankedPerson>
    create(const Actor &actor, const NewRankedPerson &wanted, const Caller &caller);
    /// The errors of UserService::update().
    [[nodiscard]] base::Result<RankedPerson>
    update(const Actor &actor, qint64 id, const RankedChange &change, const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
