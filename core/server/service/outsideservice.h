// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People as systems see them that know two standings only: who may manage people, and everybody
// else. Every call checks the actor's rights, writes its audit row in the same transaction, and
// never leaves the server without someone who may manage users. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"
#include "core/server/service/caller.h"

namespace authdesk::server::service {

class Toolbox;

enum class Standing {
    Admin,  ///< may manage users, by whatever role
    Normal, ///< may not, whatever else the role allows
};

struct OutsidePerson
{
    model::User user;
    Standing standing = Standing::Normal;
    qint64 tokens = 0; ///< sign-ins and API keys that are good
};

struct OutsidePage
{
    QList<OutsidePerson> people; ///< in the order they came
    qint64 total = 0;            ///< exact
};

struct NewOutsidePerson
{
    QString username; ///< with an @ it is the e-mail too
    QString firstName;
    QString lastName;
    Standing standing = Standing::Normal; ///< gives the role Admin or User
    base::Secret password;                ///< meant to last
};

struct OutsideChange
{
    /// The one that is shown already changes nothing; another gives the role Admin or User.
    std::optional<Standing> standing;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<base::Secret> password; ///< meant to last; ends every sign-in and key
};

class OutsideService final
{
public:
    explicit OutsideService(Toolbox &tools);

    [[nodiscard]] base::Result<OutsidePage> page(const Actor &actor, qint64 offset, int limit);
    [[nodiscard]] base::Result<OutsidePerson> find(const Actor &actor, qint64 id);
    [[nodiscard]] base::Result<OutsidePerson> me(const Actor &actor);
    /// The errors of UserService::create().
    [[nodiscard]] base::Result<OutsidePerson>
    create(const Actor &actor, const NewOutsidePerson &wanted, const Caller &caller);
    /// The errors of UserService::update(); InvalidFields ("password"). One's own password is
    /// changed with a proof, by AccountService: Forbidden here.
    [[nodiscard]] base::Result<OutsidePerson>
    update(const Actor &actor, qint64 id, const OutsideChange &change, const Caller &caller);

private:
    [[nodiscard]] base::Result<OutsidePerson> read(qint64 id);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
