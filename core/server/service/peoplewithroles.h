// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People as systems see them that know a person by its uid and show its whole role beside it.
// Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/user.h"
#include "core/server/service/caller.h"

#include <functional>

namespace authdesk::server::service {

class Toolbox;

struct PersonWithRole
{
    model::User user;
    model::Role role; ///< the statements as they are stored, placeholders and all
};

class PeopleWithRoles final
{
public:
    explicit PeopleWithRoles(Toolbox &tools);

    /// Whoever asks. NotFound when the person is gone meanwhile.
    [[nodiscard]] base::Result<PersonWithRole> me(const Actor &actor);
    /// With the role of a person that was read a moment ago, whoever asks. NotFound.
    [[nodiscard]] base::Result<PersonWithRole> withRole(const model::User &user);
    /// NotFound, Forbidden.
    [[nodiscard]] base::Result<PersonWithRole> find(const Actor &actor, const QString &uid);
    /// The number by which the other services know the person. NotFound; asks for no right.
    [[nodiscard]] base::Result<qint64> idOf(const QString &uid);

    /// Told a part of the people after the other; an error of its own ends the reading.
    using Taker = std::function<base::Result<>(const QList<PersonWithRole> &)>;
    /// Everybody whom the actor may read, those first who came first. Between two parts nothing of
    /// the store is held. Forbidden.
    [[nodiscard]] base::Result<> readAll(const Actor &actor, const Taker &take);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
