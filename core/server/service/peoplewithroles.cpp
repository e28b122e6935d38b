// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/peoplewithroles.h"

#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userservice.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QHash>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int peopleAtATime = 200;

std::unexpected<base::Error> nobody()
{
    return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
}

} // namespace

PeopleWithRoles::PeopleWithRoles(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<PersonWithRole> PeopleWithRoles::me(const Actor &actor)
{
    const auto person = m_tools.read([&](store::Connection &connection) {
        return findPerson(connection, actor.userId, m_tools.now());
    });
    if (!person)
        return base::fail(person.error());
    return withRole(person->user);
}

base::Result<PersonWithRole> PeopleWithRoles::withRole(const model::User &user)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<PersonWithRole> {
        auto role = store::RoleRepository(connection).find(user.role.id);
        if (!role)
            return base::fail(base::ErrorCode::NotFound, u"There is no such role."_s);
        return PersonWithRole{.user = user, .role = *std::move(role)};
    });
}

base::Result<PersonWithRole> PeopleWithRoles::find(const Actor &actor, const QString &uid)
{
    const auto id = idOf(uid);
    if (!id)
        return base::fail(id.error());
    const auto user = UserService(m_tools).find(actor, *id);
    if (!user)
        return base::fail(user.error());
    return withRole(*user);
}

base::Result<qint64> PeopleWithRoles::idOf(const QString &uid)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<qint64> {
        const auto person = store::UserRepository(connection).findByUid(uid, m_tools.now());
        if (!person)
            return nobody();
        return person->user.id;
    });
}

base::Result<> PeopleWithRoles::readAll(const Actor &actor, const Taker &take)
{
    const auto roles = m_tools.read([](store::Connection &connection) {
        QHash<qint64, model::Role> known;
        for (const model::Role &role : store::RoleRepository(connection).list())
            known.insert(role.id, role);
        return known;
    });
    if (!roles)
        return base::fail(roles.error());
    UserQuery query;
    query.sort = UserSort::Created;
    query.limit = peopleAtATime;
    UserService users(m_tools);
    do {
        const auto page = users.list(actor, query);
        if (!page)
            return base::fail(page.error());
        QList<PersonWithRole> people;
        for (const model::User &user : page->items)
            people.append({.user = user, .role = roles->value(user.role.id)});
        if (auto taken = take(people); !taken)
            return taken;
        query.cursor = page->nextCursor;
    } while (!query.cursor.isEmpty());
    return {};
}

} // namespace authdesk::server::service
