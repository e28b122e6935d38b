// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/rankservice.h"

#include "core/policy/policy.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userstep.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userdirectory.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

constexpr std::array changingActions{Action::Create, Action::Update, Action::Delete, Action::Sync};
constexpr std::array everySubject{
    Subject::Users,    Subject::Roles,   Subject::Sessions, Subject::Keys,      Subject::Audit,
    Subject::Settings, Subject::Backups, Subject::Archive,  Subject::Ingestion, Subject::Dashboard};

QString slugOf(Rank rank)
{
    switch (rank) {
    case Rank::Admin:
        return model::adminSlug;
    case Rank::Operator:
        return model::helpDeskSlug;
    case Rank::Viewer:
        break;
    }
    return model::userSlug;
}

/// The rank that each role gives, read once for a page.
class Ranks final
{
public:
    explicit Ranks(store::Connection &connection)
    {
        for (const model::Role &role : store::RoleRepository(connection).list())
            m_ranks.insert(role.id, rankOf(role.statements));
    }
    [[nodiscard]] RankedPerson seen(const model::User &user) const
    {
        return {.user = user, .rank = m_ranks.value(user.role.id, Rank::Viewer)};
    }
    [[nodiscard]] QList<qint64> rolesOf(Rank rank) const { return m_ranks.keys(rank); }

private:
    QHash<qint64, Rank> m_ranks;
};

} // namespace

Rank rankOf(const QList<model::Statement> &statements)
{
    if (mayManageUsers(statements))
        return Rank::Admin;
    for (const Action action : changingActions) {
        for (const Subject subject : everySubject) {
            if (policy::allows(statements, action, subject))
                return Rank::Operator;
        }
    }
    return Rank::Viewer;
}

RankService::RankService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<RankedPage> RankService::page(const Actor &actor, const RankedQuery &query)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) {
        const Ranks ranks(connection);
        store::DirectoryQuery wanted{.search = query.search,
                                     .offset = std::max<qint64>(query.offset, 0),
                                     .limit = std::clamp(query.limit, 1, 200)};
        if (query.rank)
            wanted.roleIds = ranks.rolesOf(*query.rank);
        const store::DirectoryPage found =
            store::UserDirectory(connection).page(wanted, m_tools.now());
        RankedPage page{.people = {}, .total = found.total};
        for (const store::DirectoryEntry &entry : found.entries)
            page.people.append(ranks.seen(entry.user));
        return page;
    });
}

base::Result<RankedPerson> RankService::find(const Actor &actor, qint64 id)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) -> base::Result<RankedPerson> {
        const auto person = findPerson(connection, id, m_tools.now());
        if (!person)
            return base::fail(person.error());
        if (auto may =
                demandRightOn(actor.statements, Action::Read, person->user, policy::wholeResource);
            !may)
            return base::fail(may.error());
        return Ranks(connection).seen(person->user);
    });
}

base::Result<Rank> RankService::rankOfPerson(const model::User &user)
{
    return m_tools.read(
        [&](store::Connection &connection) { return Ranks(connection).seen(user).rank; });
}

base::Result<RankedPerson> RankService::create(const Actor &actor, const NewRankedPerson &wanted,
                                               const Caller &caller)
{
    const auto created = UserService(m_tools).create(actor,
                                                     {.username = wanted.username,
                                                      .email = wanted.email,
                                                      .firstName = {},
                                                      .lastName = {},
                                                      .roleSlug = slugOf(wanted.rank),
                                                      .status = model::UserStatus::Active,
                                                      .validUntil = {},
                                                      .password = wanted.password,
                                                      .passwordKind = PasswordKind::Lasting},
                                                     caller);
    if (!created)
        return base::fail(created.error());
    return RankedPerson{.user = created->user, .rank = wanted.rank};
}

base::Result<RankedPerson> RankService::update(const Actor &actor, qint64 id,
                                               const RankedChange &change, const Caller &caller)
{
    auto done = m_tools.write([&](store::Connection &connection) -> base::Result<RankedPerson> {
        UserStep step(connection, m_tools, actor, caller);
        const auto person =
            step.person(id, UserStep::Reach::Anyone, Action::Update, Subject::Users);
        if (!person)
            return base::fail(person.error());
        const Ranks ranks(connection);
        UserChange wanted;
        wanted.username = change.username;
        wanted.email = change.email;
        if (change.rank && *change.rank != ranks.seen(person->user).rank)
            wanted.roleSlug = slugOf(*change.rank);
        const auto edited = step.update(id, wanted);
        if (!edited)
            return base::fail(edited.error());
        return ranks.seen(edited->user);
    });
    if (done)
        m_tools.cache.forgetUser(id);
    return done;
}

} // namespace authdesk::server::service
