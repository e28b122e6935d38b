// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitmodel.h"

#include "core/base/sentences.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::Sentences;
using gateway::UserSort;
using model::User;

namespace {

qint64 versionOf(const messages::Person &person)
{
    const QString text =
        QStringList{QString(messages::roleName(person.role)), person.firstName, person.lastName}
            .join(QChar(0x1f));
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    qint64 version = 0;
    for (int i = 0; i < 6; ++i)
        version = version * 256 + quint8(hash[i]);
    return version + 1;
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
    case UserSort::LastSignIn: // Pipelit tells none of the last three
        return order(one.username.toCaseFolded(), other.username.toCaseFolded());
    }
    return 0;
}

} // namespace

User userOf(const messages::Person &person)
{
    User user;
    user.id = person.id;
    user.username = person.username;
    user.firstName = person.firstName;
    user.lastName = person.lastName;
    const bool isAdmin = person.role == messages::Role::Admin;
    const QList<model::Role> roles = pipelitRoles();
    const model::Role &role = isAdmin ? roles.first() : roles.last();
    user.role = {.id = role.id, .slug = role.slug, .name = role.name};
    user.mfaEnabled = person.mfaEnabled;
    if (person.mfaEnabled)
        user.mfaMethods = {model::MfaKind::Totp};
    user.createdAt = person.createdAt;
    user.updatedAt = person.createdAt;
    user.version = versionOf(person);
    return user;
}

base::Result<User> decodeUser(const QByteArray &body)
{
    const auto person = messages::decodePerson(body);
    if (!person)
        return std::unexpected(person.error());
    return userOf(*person);
}

model::ApiKey keyOf(const messages::Key &key, qint64 userId)
{
    model::ApiKey made{.id = key.id,
                       .userId = userId,
                       .system = u"pipelit"_s,
                       .name = key.name,
                       .prefix = key.prefix,
                       .createdAt = key.createdAt,
                       .expiresAt = key.expiresAt,
                       .lastUsedAt = key.lastUsedAt,
                       .revokedAt = {}};
    // Pipelit does not tell when a key was revoked: no later than it was used for the last time.
    if (!key.isActive)
        made.revokedAt = key.lastUsedAt.value_or(key.createdAt);
    return made;
}

QList<model::Role> pipelitRoles()
{
    return {
        {.id = 1,
         .slug = model::adminSlug,
         //: a role of Pipelit's
         .name = Sentences::tr("Admin"),
         .statements = {{.actions = {model::Action::Manage}, .subjects = {model::Subject::All}}},
         .predefined = true},
        {.id = 2,
         .slug = model::userSlug,
         //: a role of Pipelit's: everybody but admins
         .name = Sentences::tr("Normal"),
         .statements = {},
         .predefined = true}};
}

messages::Role roleOf(const QString &slug)
{
    return slug == model::adminSlug ? messages::Role::Admin : messages::Role::Normal;
}

model::Page<User> pageOf(const QList<User> &everyone, const gateway::UserQuery &query)
{
    QList<User> wanted;
    std::ranges::copy_if(everyone, std::back_inserter(wanted),
                         [&](const User &user) { return isWanted(user, query); });
    std::ranges::stable_sort(wanted, [&](const User &one, const User &other) {
        const int order = compared(one, other, query.sort);
        if (order != 0)
            return query.order == Qt::DescendingOrder ? order > 0 : order < 0;
        return query.order == Qt::DescendingOrder ? one.id > other.id : one.id < other.id;
    });
    const qsizetype from = std::clamp<qsizetype>(query.cursor.toLongLong(), 0, wanted.size());
    model::Page<User> page{
        .items = wanted.mid(from, query.limit), .nextCursor = {}, .total = wanted.size()};
    if (from + page.items.size() < wanted.size())
        page.nextCursor = QString::number(from + page.items.size());
    return page;
}

} // namespace authdesk::systems::pipelit::client
