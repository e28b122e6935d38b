// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/people.h"

#include "core/policy/attributes.h"
#include "core/policy/bound.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/apikeyrepository.h"
#include "core/server/store/challengerepository.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

bool isUsable(const store::UserRecord &record, const QDateTime &now)
{
    const bool ended = record.user.validUntil && *record.user.validUntil <= now;
    return !record.disabledAt && !ended;
}

base::Result<store::UserRecord> findPerson(store::Connection &connection, qint64 id,
                                           const QDateTime &now)
{
    auto record = store::UserRepository(connection).find(id, now);
    if (!record)
        return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
    return *std::move(record);
}

QList<model::Statement> statementsOf(store::Connection &connection, const model::User &user)
{
    const auto role = store::RoleRepository(connection).find(user.role.id);
    if (!role)
        return {};
    if (!policy::needsBinding(role->statements))
        return role->statements;
    return policy::bound(role->statements, policy::attributesOf(user));
}

base::Result<QList<model::Statement>> currentRights(store::Connection &connection,
                                                    const Actor &actor, const QDateTime &now)
{
    const auto record = store::UserRepository(connection).find(actor.userId, now);
    if (!record || !isUsable(*record, now))
        return base::fail(base::ErrorCode::Unauthenticated, u"This sign-in has ended."_s);
    return withinLevel(statementsOf(connection, record->user), actor.keyLevel);
}

base::Result<> demandManager(store::Connection &connection, const Actor &actor,
                             const QDateTime &now)
{
    const auto rights = currentRights(connection, actor, now);
    if (!rights)
        return base::fail(rights.error());
    if (!mayManageUsers(*rights))
        return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
    return {};
}

base::Result<> demandAnotherAdmin(store::Connection &connection, const store::UserRecord &leaving,
                                  const QDateTime &now)
{
    QList<qint64> managing;
    for (const model::Role &role : store::RoleRepository(connection).list()) {
        if (mayManageUsers(role.statements))
            managing.append(role.id);
    }
    if (!managing.contains(leaving.user.role.id) || !isUsable(leaving, now))
        return {};
    if (store::UserRepository(connection).countUsable(managing, leaving.user.id, now) > 0)
        return {};
    return base::fail(base::ErrorCode::LastAdmin,
                      u"This is the last person who may manage users."_s);
}

qint64 endSessions(store::Connection &connection, qint64 userId, std::optional<qint64> except)
{
    store::ChallengeRepository(connection).removeForUser(userId);
    return store::SessionRepository(connection).removeForUser(userId, except);
}

void endKeys(store::Connection &connection, qint64 userId, const QDateTime &now,
             model::AuditEvent &event)
{
    const qint64 ended = store::ApiKeyRepository(connection).revokeForUser(userId, now);
    if (ended > 0)
        addChange(event, u"api_keys"_s, ended, 0);
}

base::Result<> checkNewPassword(Toolbox &tools, const base::Secret &password,
                                const QStringList &names, const QString &field,
                                const QString &serverName)
{
    const password::PasswordRules rules(tools.ground.options.passwordPolicy);
    QStringList words = names;
    words << (serverName.isEmpty() ? tools.serverName() : serverName) << u"Authdesk"_s;
    if (const auto problem = rules.check(password, words, field)) {
        return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                      .message = problem->message,
                                      .fields = {*problem}});
    }
    return {};
}

QStringList contextWords(const model::User &user)
{
    QStringList words{user.username, user.firstName, user.lastName};
    if (user.email)
        words << *user.email;
    return words;
}

base::Error withTakenField(base::Error error)
{
    if (!error.fields.isEmpty())
        return error;
    if (error.code == base::ErrorCode::UsernameTaken) {
        error.fields = {{.field = u"username"_s,
                         .code = u"taken"_s,
                         .message = u"Somebody else has this name."_s}};
    } else if (error.code == base::ErrorCode::EmailTaken) {
        error.fields = {{.field = u"email"_s,
                         .code = u"taken"_s,
                         .message = u"Somebody else has this address."_s}};
    }
    return error;
}

} // namespace authdesk::server::service
