// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiverusers.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/client/archivermodel.h"
#include "core/systems/openarchiver/messages/roleanswers.h"

#include <algorithm>

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using gateway::UserSort;
using model::User;
using Page = base::Result<model::Page<User>>;
using Roles = base::Result<QList<model::Role>>;

namespace {

template <typename T>
QFuture<base::Result<T>> onlyLooks()
{
    return net::readyFuture<base::Result<T>>(
        base::fail(ErrorCode::NotSupported,
                   Sentences::tr("This console only looks at OpenArchiver's people. Change them in "
                                 "its own window.")));
}

bool isWanted(const User &user, const gateway::UserQuery &query)
{
    if (!query.roleSlug.isEmpty() && user.role.slug != query.roleSlug)
        return false;
    if (query.status && user.status != *query.status)
        return false;
    if (query.secondFactor && user.mfaEnabled != *query.secondFactor)
        return false;
    return query.search.isEmpty() || user.username.contains(query.search, Qt::CaseInsensitive)
           || user.displayName().contains(query.search, Qt::CaseInsensitive);
}

int compared(const User &one, const User &other, UserSort sort)
{
    const auto order = [](const auto &a, const auto &b) { return a < b ? -1 : int(b < a); };
    switch (sort) {
    case UserSort::Name:
        return order(one.displayName().toCaseFolded(), other.displayName().toCaseFolded());
    case UserSort::Role:
        return order(one.role.name, other.role.name);
    case UserSort::SecondFactor:
        return order(one.mfaEnabled, other.mfaEnabled);
    case UserSort::Created:
        return order(one.createdAt, other.createdAt);
    case UserSort::Username:
    case UserSort::Email:
    case UserSort::Status:
    case UserSort::LastSignIn: // the last two are not told
        break;
    }
    return order(one.username.toCaseFolded(), other.username.toCaseFolded());
}

model::Page<User> pageOf(const QList<User> &everyone, const gateway::UserQuery &query)
{
    QList<User> wanted;
    std::ranges::copy_if(everyone, std::back_inserter(wanted),
                         [&](const User &user) { return isWanted(user, query); });
    const bool isDown = query.order == Qt::DescendingOrder;
    std::ranges::stable_sort(wanted, [&](const User &one, const User &other) {
        const int order = compared(one, other, query.sort);
        if (order != 0)
            return isDown ? order > 0 : order < 0;
        return isDown ? one.id > other.id : one.id < other.id;
    });
    const qsizetype from = std::clamp<qsizetype>(query.cursor.toLongLong(), 0, wanted.size());
    model::Page<User> page{
        .items = wanted.mid(from, query.limit), .nextCursor = {}, .total = wanted.size()};
    if (from + page.items.size() < wanted.size())
        page.nextCursor = QString::number(from + page.items.size());
    return page;
}

Roles rolesOf(const QByteArray &body, Numbers &numbers)
{
    const auto told = messages::decodeRoles(body);
    if (!told)
        return std::unexpected(told.error());
    QList<model::Role> roles;
    for (const messages::RoleAnswer &role : *told)
        roles.append({.id = numbers.of(role.id),
                      .slug = role.slug,
                      .name = role.name,
                      .statements = role.statements,
                      .predefined = role.slug.startsWith("predefined_"_L1)});
    return roles;
}

} // namespace

gateway::AccountTraits ArchiverUsers::traits() const
{
    return {.hasEmail = false,
            .hasEnd = false,
            .canBeRenamed = false,
            .canBeDeleted = false,
            .hasStatus = false,
            .passwordsAreOneTime = false,
            .hasSessions = false,
            .limits = Sentences::tr("This console only looks at OpenArchiver's people. Change them "
                                    "in its own window.")};
}

ArchiverUsers::Answer<model::Page<User>> ArchiverUsers::list(const gateway::UserQuery &query)
{
    return net::decoded<model::Page<User>>(
        m_calls.get(u"/users"_s), errorOf,
        [query, alive = std::weak_ptr(m_calls.standing())](const QByteArray &body) -> Page {
            const auto standing = alive.lock();
            if (!standing)
                return base::fail(ErrorCode::Cancelled);
            const auto people = messages::decodePeople(body);
            if (!people)
                return std::unexpected(people.error());
            QList<User> everyone;
            for (const messages::PersonAnswer &person : *people)
                everyone.append(userOf(person, standing->numbers));
            return pageOf(everyone, query);
        });
}

ArchiverUsers::Answer<User> ArchiverUsers::find(qint64 id)
{
    using Found = base::Result<User>;
    const QString uuid = m_calls.standing()->numbers.idOf(id);
    if (uuid.isEmpty())
        return net::readyFuture<Found>(
            base::fail(ErrorCode::NotFound, Sentences::tr("There is no such person.")));
    return net::decoded<User>(
        m_calls.get(u"/users/"_s + uuid), errorOf,
        [alive = std::weak_ptr(m_calls.standing())](const QByteArray &body) -> Found {
            const auto standing = alive.lock();
            if (!standing)
                return base::fail(ErrorCode::Cancelled);
            const auto person = messages::decodePerson(body);
            if (!person)
                return std::unexpected(person.error());
            return userOf(*person, standing->numbers);
        });
}

ArchiverUsers::Answer<QList<model::Role>> ArchiverUsers::roles()
{
    return net::decoded<QList<model::Role>>(
        m_calls.get(u"/iam/roles"_s), errorOf,
        [alive = std::weak_ptr(m_calls.standing())](const QByteArray &body) -> Roles {
            const auto standing = alive.lock();
            if (!standing)
                return base::fail(ErrorCode::Cancelled);
            return rolesOf(body, standing->numbers);
        });
}

ArchiverUsers::Answer<gateway::CreatedUser> ArchiverUsers::create(const gateway::NewUser &)
{
    return onlyLooks<gateway::CreatedUser>();
}

ArchiverUsers::Answer<User> ArchiverUsers::update(qint64, const gateway::UserChange &, qint64)
{
    return onlyLooks<User>();
}

ArchiverUsers::Answer<void> ArchiverUsers::remove(qint64)
{
    return onlyLooks<void>();
}

ArchiverUsers::Answer<gateway::OneTimeSecret> ArchiverUsers::resetPassword(qint64)
{
    return onlyLooks<gateway::OneTimeSecret>();
}

ArchiverUsers::Answer<gateway::OneTimeSecret> ArchiverUsers::resetSecondFactor(qint64,
                                                                               const QString &)
{
    return onlyLooks<gateway::OneTimeSecret>();
}

ArchiverUsers::Answer<model::SignInCheck> ArchiverUsers::checkSignIn(qint64)
{
    return onlyLooks<model::SignInCheck>();
}

ArchiverUsers::Answer<User> ArchiverUsers::unlock(qint64)
{
    return onlyLooks<User>();
}

ArchiverUsers::Answer<User> ArchiverUsers::endSessions(qint64)
{
    return onlyLooks<User>();
}

} // namespace authdesk::systems::openarchiver::client
