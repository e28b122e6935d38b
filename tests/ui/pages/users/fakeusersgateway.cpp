// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeusersgateway.h"

#include <algorithm>

namespace authdesk::test {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

template <typename T>
QFuture<base::Result<T>> ready(base::Result<T> result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

QString sortKey(const model::User &user, gateway::UserSort sort)
{
    switch (sort) {
    case gateway::UserSort::Username:
        return user.username;
    case gateway::UserSort::LastSignIn:
        return user.lastLoginAt ? user.lastLoginAt->toString(Qt::ISODate) : QString();
    case gateway::UserSort::Role:
        return user.role.name;
    default:
        return user.displayName();
    }
}

bool passes(const model::User &user, const gateway::UserQuery &query)
{
    const bool found = query.search.isEmpty()
                       || user.displayName().contains(query.search, Qt::CaseInsensitive)
                       || user.username.contains(query.search, Qt::CaseInsensitive);
    return found && (query.roleSlug.isEmpty() || user.role.slug == query.roleSlug)
           && (!query.status || user.status == *query.status)
           && (!query.secondFactor || user.mfaEnabled == *query.secondFactor);
}

} // namespace

FakeUsersGateway *FakeUsersGateway::withFour()
{
    auto *fake = new FakeUsersGateway;
    fake->people = {person(1, u"Anna"_s, u"Kovac"_s, model::superAdminSlug),
                    person(2, u"Ben"_s, u"Ode"_s, model::userSlug),
                    person(3, u"Cho"_s, u"Min"_s, model::userSlug),
                    person(4, u"Dana"_s, u"Roy"_s, model::helpDeskSlug)};
    fake->people[1].mfaEnabled = true;
    fake->people[1].mfaMethods = {model::MfaKind::Totp};
    fake->people[2].status = model::UserStatus::Locked;
    fake->people[3].status = model::UserStatus::Invited;
    fake->people[3].lastLoginAt.reset();
    fake->roleList = predefinedRoles();
    return fake;
}

model::User FakeUsersGateway::person(qint64 id, const QString &first, const QString &last,
                                     const QString &roleSlug)
{
    model::User user;
    user.id = id;
    user.username = first.toLower();
    user.email = first.toLower() + u"@acme.example"_s;
    user.firstName = first;
    user.lastName = last;
    for (const model::Role &role : predefinedRoles()) {
        if (role.slug == roleSlug)
            user.role = {.id = role.id, .slug = role.slug, .name = role.name};
    }
    user.createdAt = QDateTime(QDate(2027, 1, 1), QTime(9, 0), Qt::UTC);
    user.updatedAt = user.createdAt;
    user.lastLoginAt = user.createdAt.addDays(id);
    user.version = 1;
    return user;
}

QList<model::Role> FakeUsersGateway::predefinedRoles()
{
    const auto role = [](qint64 id, QLatin1StringView slug, const QString &name,
                         QList<model::Statement> statements) {
        return model::Role{.id = id,
                           .slug = slug,
                           .name = name,
                           .statements = std::move(statements),
                           .predefined = true};
    };
    return {
        role(1, model::superAdminSlug, u"Super Admin"_s,
             {{.actions = {Action::Manage}, .subjects = {Subject::All}}}),
        role(2, model::adminSlug, u"Admin"_s,
             {{.actions = {Action::Manage},
               .subjects = {Subject::Users, Subject::Sessions, Subject::Keys, Subject::Audit}}}),
        role(3, model::helpDeskSlug, u"Help desk"_s,
             {{.actions = {Action::Read, Action::Update}, .subjects = {Subject::Users}},
              {.actions = {Action::Read, Action::Delete}, .subjects = {Subject::Sessions}}}),
        role(4, model::auditorSlug, u"Auditor"_s,
             {{.actions = {Action::Read}, .subjects = {Subject::All}}}),
        role(5, model::userSlug, u"User"_s, {})};
}

model::User *FakeUsersGateway::byId(qint64 id)
{
    const auto found = std::find_if(people.begin(), people.end(),
                                    [id](const model::User &user) { return user.id == id; });
    return found == people.end() ? nullptr : &*found;
}

void FakeUsersGateway::answerList(qsizetype place)
{
    HeldList &one = held[place];
    one.promise->addResult(base::Result<model::Page<model::User>>(page(one.query)));
    one.promise->finish();
}

FakeUsersGateway::Answer<model::Page<model::User>>
FakeUsersGateway::list(const gateway::UserQuery &query)
{
    queries.append(query);
    if (const auto error = takeRefusal(u"list"_s, 0))
        return ready<model::Page<model::User>>(std::unexpected(*error));
    if (!holdLists)
        return ready<model::Page<model::User>>(page(query));
    HeldList one{query, std::make_shared<QPromise<base::Result<model::Page<model::User>>>>()};
    one.promise->start();
    held.append(one);
    return one.promise->future();
}

FakeUsersGateway::Answer<model::User> FakeUsersGateway::find(qint64 id)
{
    if (const auto error = takeRefusal(u"find"_s, id))
        return ready<model::User>(std::unexpected(*error));
    const model::User *user = byId(id);
    if (!user)
        return ready<model::User>(base::fail(base::ErrorCode::NotFound));
    return ready<model::User>(*user);
}

FakeUsersGateway::Answer<gateway::CreatedUser>
FakeUsersGateway::create(const gateway::NewUser &user)
{
    lastNew = user;
    if (const auto error = takeRefusal(u"create"_s, 0))
        return ready<gateway::CreatedUser>(std::unexpected(*error));
    model::User made =
        person(qint64(people.size()) + 1, user.firstName, user.lastName, user.roleSlug);
    made.username = user.username;
    made.email = user.email;
    made.status = model::UserStatus::Invited;
    made.lastLoginAt.reset();
    people.append(made);
    return ready<gateway::CreatedUser>(
        gateway::CreatedUser{.user = made,
                             .oneTimePassword = base::Secret::fromString(oneTimePassword),
                             .expiresAt = made.createdAt.addDays(3)});
}

FakeUsersGateway::Answer<model::User>
FakeUsersGateway::update(qint64 id, const gateway::UserChange &change, qint64 version)
{
    lastChange = change;
    if (const auto error = takeRefusal(u"update"_s, id))
        return ready<model::User>(std::unexpected(*error));
    model::User *user = byId(id);
    if (user->version != version)
        return ready<model::User>(base::fail(base::ErrorCode::VersionConflict));
    user->username = change.username.value_or(user->username);
    if (change.email)
        user->email = *change.email;
    user->firstName = change.firstName.value_or(user->firstName);
    user->lastName = change.lastName.value_or(user->lastName);
    user->status = change.status.value_or(user->status);
    user->validUntil = change.validUntil.value_or(user->validUntil);
    if (change.roleSlug)
        user->role = person(0, {}, {}, *change.roleSlug).role;
    ++user->version;
    return ready<model::User>(*user);
}

FakeUsersGateway::Answer<void> FakeUsersGateway::remove(qint64 id)
{
    if (const auto error = takeRefusal(u"remove"_s, id))
        return ready<void>(std::unexpected(*error));
    people.removeIf([id](const model::User &user) { return user.id == id; });
    return ready<void>({});
}

FakeUsersGateway::Answer<gateway::OneTimeSecret> FakeUsersGateway::resetPassword(qint64 id)
{
    if (const auto error = takeRefusal(u"resetPassword"_s, id))
        return ready<gateway::OneTimeSecret>(std::unexpected(*error));
    return ready<gateway::OneTimeSecret>(
        gateway::OneTimeSecret{.secret = base::Secret::fromString(oneTimePassword),
                               .expiresAt = byId(id)->createdAt.addDays(3)});
}

FakeUsersGateway::Answer<model::SignInCheck> FakeUsersGateway::checkSignIn(qint64 id)
{
    // Asked whenever a person is shown: not among the calls.
    if (refuse.contains(u"checkSignIn"_s))
        return ready<model::SignInCheck>(std::unexpected(refuse.take(u"checkSignIn"_s)));
    return ready<model::SignInCheck>(checks.value(id));
}

FakeUsersGateway::Answer<gateway::OneTimeSecret>
FakeUsersGateway::resetSecondFactor(qint64 id, const QString &recognisedBy)
{
    lastRecognisedBy = recognisedBy;
    if (const auto error = takeRefusal(u"resetSecondFactor"_s, id))
        return ready<gateway::OneTimeSecret>(std::unexpected(*error));
    byId(id)->mfaEnabled = false;
    byId(id)->mfaMethods.clear();
    ++byId(id)->version;
    return ready<gateway::OneTimeSecret>(
        gateway::OneTimeSecret{.secret = base::Secret::fromString(u"48151623"_s),
                               .expiresAt = byId(id)->createdAt.addSecs(3600)});
}

FakeUsersGateway::Answer<model::User> FakeUsersGateway::unlock(qint64 id)
{
    if (const auto error = takeRefusal(u"unlock"_s, id))
        return ready<model::User>(std::unexpected(*error));
    byId(id)->status = model::UserStatus::Active;
    return ready<model::User>(*byId(id));
}

FakeUsersGateway::Answer<model::User> FakeUsersGateway::endSessions(qint64 id)
{
    if (const auto error = takeRefusal(u"endSessions"_s, id))
        return ready<model::User>(std::unexpected(*error));
    return ready<model::User>(*byId(id));
}

FakeUsersGateway::Answer<QList<model::Role>> FakeUsersGateway::roles()
{
    if (const auto error = takeRefusal(u"roles"_s, 0))
        return ready<QList<model::Role>>(std::unexpected(*error));
    return ready<QList<model::Role>>(roleList);
}

model::Page<model::User> FakeUsersGateway::page(const gateway::UserQuery &query) const
{
    QList<model::User> all;
    std::copy_if(people.cbegin(), people.cend(), std::back_inserter(all),
                 [&](const model::User &user) { return passes(user, query); });
    std::stable_sort(all.begin(), all.end(), [&](const auto &left, const auto &right) {
        return query.order == Qt::AscendingOrder
                   ? sortKey(left, query.sort) < sortKey(right, query.sort)
                   : sortKey(right, query.sort) < sortKey(left, query.sort);
    });
    const qsizetype from = query.cursor.toInt();
    model::Page<model::User> answer;
    answer.items = all.mid(from, query.limit);
    answer.total = std::min<qint64>(all.size(), exactTotal);
    answer.totalAtLeast = all.size() > exactTotal;
    if (from + answer.items.size() < all.size())
        answer.nextCursor = QString::number(from + answer.items.size());
    return answer;
}

std::optional<base::Error> FakeUsersGateway::takeRefusal(const QString &call, qint64 id)
{
    calls.append(u"%1 %2"_s.arg(call).arg(id));
    if (!refuse.contains(call))
        return std::nullopt;
    return refuse.take(call);
}

} // namespace authdesk::test
