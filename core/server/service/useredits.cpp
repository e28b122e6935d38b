// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/useredits.h"

#include "core/server/crypto/codes.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/guess.h"
#include "core/server/service/names.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userdraft.h"
#include "core/server/store/factorrepository.h"
#include "core/server/store/recoverycoderepository.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/throttlerepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

base::Result<model::Role> roleToGrant(store::Connection &connection, const QString &slug,
                                      const Rights *rights)
{
    const auto role = store::RoleRepository(connection).findBySlug(slug);
    if (!role) {
        const QString message = u"There is no such role."_s;
        return base::fail(base::Error{
            .code = base::ErrorCode::InvalidFields,
            .message = message,
            .fields = {{.field = u"role"_s, .code = u"unknown"_s, .message = message}}});
    }
    if (rights) {
        if (auto allowed = demandNoMoreRights(*rights, role->statements); !allowed)
            return base::fail(allowed.error());
    }
    return *role;
}

} // namespace

base::Result<PreparedSecret> preparePassword(Toolbox &tools, const base::Secret &secret)
{
    auto hash = tools.ground.hasher.hash(secret);
    if (!hash)
        return base::fail(hash.error());
    return PreparedSecret{.secret = secret, .hash = *std::move(hash)};
}

base::Result<PreparedSecret> prepareOneTimePassword(Toolbox &tools)
{
    return preparePassword(tools, crypto::newOneTimePassword(tools.ground.random));
}

base::Result<PreparedSecret> prepareOneTimeCode(Toolbox &tools)
{
    return preparePassword(tools, crypto::newOneTimeCode(tools.ground.random));
}

base::Result<NewUser> checkedNewUser(Toolbox &tools, NewUser wanted)
{
    if (wanted.email && wanted.email->isEmpty())
        wanted.email.reset();
    if (wanted.username.isEmpty())
        wanted.username = wanted.email.value_or(QString());
    QList<base::FieldError> problems;
    if (wanted.email) {
        if (auto problem = emailProblem(*wanted.email))
            problems << *problem;
    }
    if (auto problem = usernameProblem(wanted.username, wanted.email))
        problems << *problem;
    if (auto problem = personNameProblem("first_name"_L1, wanted.firstName))
        problems << *problem;
    if (auto problem = personNameProblem("last_name"_L1, wanted.lastName))
        problems << *problem;
    if (auto problem = statusProblem(wanted.status))
        problems << *problem;
    if (wanted.password) {
        QStringList words{wanted.username, wanted.firstName, wanted.lastName};
        words << wanted.email.value_or(QString());
        if (auto good = checkNewPassword(tools, *wanted.password, words, u"password"_s); !good)
            problems << good.error().fields;
    }
    if (!problems.isEmpty()) {
        return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                      .message = problems.first().message,
                                      .fields = problems});
    }
    return wanted;
}

base::Result<model::User> createPerson(store::Connection &connection, Toolbox &tools,
                                       const NewUser &wanted, const PreparedSecret &password,
                                       const Rights *rights, model::AuditEvent event)
{
    const QString slug = wanted.roleSlug.isEmpty() ? QString(model::userSlug) : wanted.roleSlug;
    const auto role = roleToGrant(connection, slug, rights);
    if (!role)
        return base::fail(role.error());
    const QDateTime now = tools.now();
    store::UserRepository users(connection);
    store::NewUserRecord record;
    record.uid = crypto::newUid(tools.ground.random);
    record.username = wanted.username;
    record.email = wanted.email;
    record.firstName = wanted.firstName;
    record.lastName = wanted.lastName;
    record.roleId = role->id;
    record.validUntil = wanted.validUntil;
    record.disabled = wanted.status == model::UserStatus::Disabled;
    record.disabledBy = record.disabled ? event.actorName : QString();
    // A password that the owner of the data folder typed at the command line is meant to last; one
    // that an admin chose for somebody else is not.
    const bool lasts = !rights || wanted.passwordKind == PasswordKind::Lasting;
    record.mustChangePassword = !lasts || !wanted.password;
    if (wanted.password) {
        record.passwordHash = password.hash;
    } else {
        record.oneTimePasswordHash = password.hash;
        record.oneTimePasswordExpiresAt = now.addSecs(oneTimePasswordHours * 3600);
    }
    const auto id = users.create(record, now);
    if (!id)
        return base::fail(withTakenField(id.error()));
    const auto person = findPerson(connection, *id, now);
    if (!person)
        return base::fail(person.error());
    setTarget(event, person->user);
    addChange(event, u"username"_s, {}, person->user.username);
    addChange(event, u"role"_s, {}, role->slug);
    if (person->user.email)
        addChange(event, u"email"_s, {}, *person->user.email);
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    return person->user;
}

base::Result<OneTimeSecret> handOutPassword(store::Connection &connection, Toolbox &tools,
                                            const store::UserRecord &person,
                                            const PreparedSecret &password, model::AuditEvent event)
{
    const QDateTime now = tools.now();
    const QDateTime expiresAt = now.addSecs(oneTimePasswordHours * 3600);
    store::UserRepository(connection)
        .setOneTimePassword(person.user.id, password.hash, expiresAt, now);
    endSessions(connection, person.user.id);
    setTarget(event, person.user);
    endKeys(connection, person.user.id, now, event);
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    return OneTimeSecret{.secret = password.secret, .expiresAt = expiresAt};
}

base::Result<OneTimeSecret> handOutCode(store::Connection &connection, Toolbox &tools,
                                        const store::UserRecord &person, const PreparedSecret &code,
                                        model::AuditEvent event)
{
    const QDateTime now = tools.now();
    const QDateTime expiresAt = now.addSecs(oneTimeCodeMinutes * 60);
    store::FactorRepository(connection).removeAll(person.user.id, now);
    store::RecoveryCodeRepository codes(connection);
    codes.removeAll(person.user.id);
    codes.setOneTimeCode(person.user.id, code.hash, expiresAt, now);
    // The new code would be of no use behind the lock that guessing the old ones left.
    store::ThrottleRepository(connection)
        .reset(throttleKey(store::ThrottleKind::Code, person.user), now);
    endSessions(connection, person.user.id);
    setTarget(event, person.user);
    endKeys(connection, person.user.id, now, event);
    addChange(event, u"mfa_enabled"_s, person.user.mfaEnabled, false);
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    return OneTimeSecret{.secret = code.secret, .expiresAt = expiresAt};
}

base::Result<model::User> unlockPerson(store::Connection &connection, Toolbox &tools,
                                       const store::UserRecord &person, model::AuditEvent event)
{
    const QDateTime now = tools.now();
    store::ThrottleRepository(connection).resetForUser(person.user.id, now);
    const auto after = findPerson(connection, person.user.id, now);
    if (!after)
        return base::fail(after.error());
    setTarget(event, person.user);
    addChange(event, u"status"_s, QString(model::userStatusName(person.user.status)),
              QString(model::userStatusName(after->user.status)));
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    return after->user;
}

base::Result<Edited> editPerson(store::Connection &connection, Toolbox &tools,
                                const store::UserRecord &person, const UserChange &change,
                                const Rights *rights, model::AuditEvent event)
{
    const QDateTime now = tools.now();
    auto draft = draftOf(person, change, now);
    if (!draft)
        return base::fail(draft.error());
    Rights rightsAfter = statementsOf(connection, person.user);
    if (change.roleSlug && *change.roleSlug != person.user.role.slug) {
        const auto role = roleToGrant(connection, *change.roleSlug, rights);
        if (!role)
            return base::fail(role.error());
        rightsAfter = role->statements;
        draft->change.roleId = role->id;
        addChange(draft->event, u"role"_s, person.user.role.slug, role->slug);
        draft->endsSessions = true;
        draft->touchesStanding = true;
    }
    if (draft->event.changes.isEmpty())
        return Edited{.user = person.user};
    // A person whose account ends some day does not count as the one who stays.
    const bool staysAdmin =
        mayManageUsers(rightsAfter) && !draft->disabledAfter && !draft->validUntilAfter;
    if (draft->touchesStanding && !staysAdmin) {
        if (auto allowed = demandAnotherAdmin(connection, person, now); !allowed)
            return base::fail(allowed.error());
    }
    draft->change.disabledBy = event.actorName;
    store::UserRepository users(connection);
    if (auto updated = users.update(person.user.id, draft->change, std::nullopt, now); !updated)
        return base::fail(withTakenField(updated.error()));
    const auto after = findPerson(connection, person.user.id, now);
    if (!after)
        return base::fail(after.error());
    setTarget(event, person.user);
    event.changes = draft->event.changes;
    if (draft->endsSessions) {
        endSessions(connection, person.user.id);
        endKeys(connection, person.user.id, now, event);
    }
    if (auto recorded = recordAudit(connection, tools, event); !recorded)
        return base::fail(recorded.error());
    return Edited{.user = after->user,
                  .changed = true,
                  .endsSessions = draft->endsSessions,
                  .changes = event.changes};
}

} // namespace authdesk::server::service
