// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People as systems see them that address them by username and keep a tier and a picture of each.
// Every call checks the actor's rights, writes its audit row in the same transaction, and never
// leaves the server without someone who may manage users. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/tier.h"
#include "core/model/user.h"
#include "core/server/service/accountservice.h"

namespace authdesk::server::service {

class Toolbox;

struct Member
{
    model::User user;
    QString pictureUrl; ///< empty: none
    std::optional<model::Tier> tier;
};

struct ListedMember
{
    model::User user;
    QString pictureUrl; ///< empty: none
    std::optional<qint64> tierId;
};

struct MemberPage
{
    QList<ListedMember> members; ///< in the order they came
    qint64 total = 0;            ///< exact
};

struct NewMember
{
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    base::Secret password; ///< meant to last
};

/// What people change of themselves.
struct MemberChange
{
    ProfileChange profile;
    std::optional<QString> pictureUrl; ///< empty text: none
};

class MemberService final
{
public:
    explicit MemberService(Toolbox &tools);

    /// Those who are neither disabled nor past their end. Forbidden.
    [[nodiscard]] base::Result<MemberPage> page(const Actor &actor, qint64 offset, int limit);
    /// Oneself, or whom the actor may read. NotFound, but Forbidden for whoever may read nobody.
    [[nodiscard]] base::Result<Member> find(const Actor &actor, const QString &username);
    /// With the role User. The errors of UserService::create().
    [[nodiscard]] base::Result<model::User> create(const Actor &actor, const NewMember &wanted,
                                                   const Caller &caller);
    /// Of oneself only, whatever rights one has: Forbidden; NotFound as find(). The errors of
    /// AccountService::updateMe().
    [[nodiscard]] base::Result<> update(const Actor &actor, const QString &username,
                                        const MemberChange &change, const Caller &caller);
    /// Asks for the right to manage users. NotFound for a person or a tier that is not there,
    /// Forbidden. Returns the person.
    [[nodiscard]] base::Result<model::User> setTier(const Actor &actor, const QString &username,
                                                    qint64 tierId, const Caller &caller);

    enum class Whom {
        Oneself, ///< Forbidden for anybody else
        Anyone,
    };
    /// Asks for the right to manage users. NotFound, Forbidden, LastAdmin. Every token of the
    /// person ends, and the name is free.
    [[nodiscard]] base::Result<> remove(const Actor &actor, const QString &username, Whom whom,
                                        const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
