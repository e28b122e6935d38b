// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/outsideservice.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userstep.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userdirectory.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

QString slugOf(Standing standing)
{
    return QString(standing == Standing::Admin ? model::adminSlug : model::userSlug);
}

Standing standingOf(const QList<model::Statement> &statements)
{
    return mayManageUsers(statements) ? Standing::Admin : Standing::Normal;
}

/// The standing that each role gives, read once for a page.
class Standings final
{
public:
    explicit Standings(store::Connection &connection)
        : m_roles(store::RoleRepository(connection).list())
    {
    }
    [[nodiscard]] OutsidePerson seen(const store::DirectoryEntry &entry) const
    {
        OutsidePerson person{
            .user = entry.user, .standing = Standing::Normal, .tokens = entry.tokens};
        for (const model::Role &role : m_roles) {
            if (role.id == entry.user.role.id)
                person.standing = standingOf(role.statements);
        }
        return person;
    }

private:
    QList<model::Role> m_roles;
};

} // namespace

OutsideService::OutsideService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<OutsidePage> OutsideService::page(const Actor &actor, qint64 offset, int limit)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) {
        const Standings standings(connection);
        const store::DirectoryPage found =
            store::UserDirectory(connection).page(offset, limit, m_tools.now());
        OutsidePage page{.people = {}, .total = found.total};
        for (const store::DirectoryEntry &entry : found.entries)
            page.people.append(standings.seen(entry));
        return page;
    });
}

base::Result<OutsidePerson> OutsideService::find(const Actor &actor, qint64 id)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    auto person = read(id);
    if (!person)
        return person;
    if (auto may =
            demandRightOn(actor.statements, Action::Read, person->user, policy::wholeResource);
        !may)
        return base::fail(may.error());
    return person;
}

base::Result<OutsidePerson> OutsideService::me(const Actor &actor)
{
    auto person = read(actor.userId);
    if (!person && person.error().code == base::ErrorCode::NotFound)
        return base::fail(base::ErrorCode::Unauthenticated, u"This sign-in has ended."_s);
    return person;
}

base::Result<OutsidePerson>
OutsideService::create(const Actor &actor, const NewOutsidePerson &wanted, const Caller &caller)
{
    std::optional<QString> email;
    if (wanted.username.contains(u'@'))
        email = wanted.username;
    const auto created = UserService(m_tools).create(actor,
                                                     {.username = wanted.username,
                                                      .email = email,
                                                      .firstName = wanted.firstName,
                                                      .lastName = wanted.lastName,
                                                      .roleSlug = slugOf(wanted.standing),
                                                      .status = model::UserStatus::Active,
                                                      .validUntil = {},
                                                      .password = wanted.password,
                                                      .passwordKind = PasswordKind::Lasting},
                                                     caller);
    if (!created)
        return base::fail(created.error());
    return OutsidePerson{.user = created->user, .standing = wanted.standing, .tokens = 0};
}

base::Result<OutsidePerson> OutsideService::update(const Actor &actor, qint64 id,
                                                   const OutsideChange &change,
                                                   const Caller &caller)
{
    std::optional<PreparedSecret> password;
    if (change.password) {
        if (auto other = demandSomebodyElse(actor, id); !other)
            return base::fail(other.error());
        const auto person = m_tools.read([&](store::Connection &connection) {
            return UserStep(connection, m_tools, actor, caller)
                .person(id, UserStep::Reach::Anyone, Action::Update, Subject::Users);
        });
        if (!person)
            return base::fail(person.error());
        if (auto good = checkNewPassword(m_tools, *change.password, contextWords(person->user),
                                         u"password"_s);
            !good)
            return base::fail(good.error());
        auto prepared = preparePassword(m_tools, *change.password);
        if (!prepared)
            return base::fail(prepared.error());
        password = *std::move(prepared);
    }
    const auto done = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        UserStep step(connection, m_tools, actor, caller);
        const auto person =
            step.person(id, UserStep::Reach::Anyone, Action::Update, Subject::Users);
        if (!person)
            return base::fail(person.error());
        UserChange wanted;
        wanted.firstName = change.firstName;
        wanted.lastName = change.lastName;
        if (change.standing
            && *change.standing != standingOf(statementsOf(connection, person->user)))
            wanted.roleSlug = slugOf(*change.standing);
        if (auto edited = step.update(id, wanted); !edited)
            return base::fail(edited.error());
        return password ? step.setPassword(id, *password) : base::Result<>();
    });
    if (!done)
        return base::fail(done.error());
    m_tools.cache.forgetUser(id);
    return read(id);
}

base::Result<OutsidePerson> OutsideService::read(qint64 id)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<OutsidePerson> {
        const auto entry = store::UserDirectory(connection).find(id, m_tools.now());
        if (!entry)
            return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
        return Standings(connection).seen(*entry);
    });
}

} // namespace authdesk::server::service
