// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/rescueservice.h"

#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/useredits.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

Caller commandLine()
{
    Caller caller;
    caller.system = u"command"_s;
    return caller;
}

base::Result<store::UserRecord> findByName(store::Connection &connection, const QString &login,
                                           const QDateTime &now)
{
    auto person = store::UserRepository(connection).findByLogin(login, now);
    if (!person)
        return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
    return *std::move(person);
}

} // namespace

RescueService::RescueService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<CreatedUser> RescueService::createUser(const NewUser &given)
{
    const auto checked = checkedNewUser(m_tools, given);
    if (!checked)
        return base::fail(checked.error());
    const auto password = checked->password ? preparePassword(m_tools, *checked->password)
                                            : prepareOneTimePassword(m_tools);
    if (!password)
        return base::fail(password.error());
    return m_tools.write([&](store::Connection &connection) -> base::Result<CreatedUser> {
        NewUser wanted = *checked;
        if (wanted.roleSlug.isEmpty()) {
            const bool first = store::UserRepository(connection).isEmpty();
            wanted.roleSlug = QString(first ? model::superAdminSlug : model::userSlug);
        }
        auto user = createPerson(connection, m_tools, wanted, *password, nullptr,
                                 auditEvent(u"user.created"_s, commandLine()));
        if (!user)
            return base::fail(user.error());
        CreatedUser created{.user = *std::move(user), .oneTimePassword = std::nullopt};
        if (!wanted.password) {
            created.oneTimePassword =
                OneTimeSecret{.secret = password->secret,
                              .expiresAt = m_tools.now().addSecs(oneTimePasswordHours * 3600)};
        }
        return created;
    });
}

base::Result<QList<model::User>> RescueService::listUsers()
{
    QList<model::User> all;
    store::UserListQuery query;
    query.order = store::UserOrder::Username;
    query.limit = 200;
    do {
        const auto page = store::listUsers(m_tools.ground.database, query, m_tools.now());
        if (!page)
            return base::fail(page.error());
        all += page->items;
        query.cursor = page->nextCursor;
    } while (!query.cursor.isEmpty());
    return all;
}

base::Result<OneTimeSecret> RescueService::resetPassword(const QString &login)
{
    const auto password = prepareOneTimePassword(m_tools);
    if (!password)
        return base::fail(password.error());
    auto handedOut =
        m_tools.write([&](store::Connection &connection) -> base::Result<OneTimeSecret> {
            const auto person = findByName(connection, login, m_tools.now());
            if (!person)
                return base::fail(person.error());
            return handOutPassword(connection, m_tools, *person, *password,
                                   auditEvent(u"user.password_reset"_s, commandLine()));
        });
    m_tools.cache.clear();
    return handedOut;
}

base::Result<OneTimeSecret> RescueService::resetSecondFactor(const QString &login)
{
    const auto code = prepareOneTimeCode(m_tools);
    if (!code)
        return base::fail(code.error());
    auto handedOut =
        m_tools.write([&](store::Connection &connection) -> base::Result<OneTimeSecret> {
            const auto person = findByName(connection, login, m_tools.now());
            if (!person)
                return base::fail(person.error());
            return handOutCode(connection, m_tools, *person, *code,
                               auditEvent(u"user.mfa_reset"_s, commandLine()));
        });
    m_tools.cache.clear();
    return handedOut;
}

base::Result<model::User> RescueService::unlock(const QString &login)
{
    return m_tools.write([&](store::Connection &connection) -> base::Result<model::User> {
        const auto person = findByName(connection, login, m_tools.now());
        if (!person)
            return base::fail(person.error());
        return unlockPerson(connection, m_tools, *person,
                            auditEvent(u"user.unlocked"_s, commandLine()));
    });
}

base::Result<model::User> RescueService::disable(const QString &login)
{
    return setStatus(login, model::UserStatus::Disabled);
}

base::Result<model::User> RescueService::enable(const QString &login)
{
    return setStatus(login, model::UserStatus::Active);
}

base::Result<model::User> RescueService::setStatus(const QString &login, model::UserStatus status)
{
    UserChange change;
    change.status = status;
    const auto edited = m_tools.write([&](store::Connection &connection) -> base::Result<Edited> {
        const auto person = findByName(connection, login, m_tools.now());
        if (!person)
            return base::fail(person.error());
        return editPerson(connection, m_tools, *person, change, nullptr,
                          auditEvent(u"user.updated"_s, commandLine()));
    });
    if (!edited)
        return base::fail(edited.error());
    m_tools.cache.clear();
    return edited->user;
}

} // namespace authdesk::server::service
