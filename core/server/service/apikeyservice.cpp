// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/apikeyservice.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userstep.h"
#include "core/server/store/apikeyrepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

constexpr qsizetype longestKeyName = 100;
constexpr qsizetype shownLetters = 8;
/// Of keys that are not good any more so many are remembered; nobody fills the disk with them.
constexpr int keptStale = 200;

base::Result<> checked(const NewApiKey &wanted, const QDateTime &now)
{
    QList<base::FieldError> problems;
    if (wanted.name.trimmed().isEmpty()) {
        problems.append({u"name"_s, u"required"_s, u"Enter a name."_s});
    } else if (wanted.name.toUcs4().size() > longestKeyName) {
        problems.append({u"name"_s, u"too_long"_s, u"Use at most 100 characters."_s});
    } else if (auto problem = personNameProblem("name"_L1, wanted.name)) {
        problems.append(*problem);
    }
    if (wanted.expiresAt && *wanted.expiresAt <= now)
        problems.append({u"expires_at"_s, u"past"_s, u"The end must lie in the future."_s});
    if (problems.isEmpty())
        return {};
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = problems.first().message,
                                  .fields = problems});
}

base::Secret newKey(KeyForm form, base::Random &random)
{
    switch (form) {
    case KeyForm::Prefixed:
        return crypto::newPrefixedKey(random);
    case KeyForm::Hex:
        return crypto::newHexToken(random);
    case KeyForm::Token:
        break;
    }
    return crypto::newToken(random);
}

} // namespace

ApiKeyService::ApiKeyService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<QList<model::ApiKey>> ApiKeyService::mine(const Actor &actor)
{
    return m_tools.read([&](store::Connection &connection) {
        return store::ApiKeyRepository(connection).list(actor.userId, mostListed);
    });
}

base::Result<QList<model::ApiKey>> ApiKeyService::listOf(const Actor &actor, qint64 userId)
{
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Keys); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) -> base::Result<QList<model::ApiKey>> {
        if (const auto person = findPerson(connection, userId, m_tools.now()); !person)
            return base::fail(person.error());
        return store::ApiKeyRepository(connection).list(userId, mostListed);
    });
}

base::Result<CreatedApiKey> ApiKeyService::createMine(const Actor &actor, const NewApiKey &wanted,
                                                      const Caller &caller)
{
    return create(actor, Whose::Own, actor.userId, wanted, caller);
}

base::Result<CreatedApiKey> ApiKeyService::createFor(const Actor &actor, qint64 userId,
                                                     const NewApiKey &wanted, const Caller &caller)
{
    return create(actor, Whose::Others, userId, wanted, caller);
}

base::Result<> ApiKeyService::revokeMine(const Actor &actor, qint64 id, const Caller &caller)
{
    return revoke(actor, Whose::Own, actor.userId, id, caller);
}

base::Result<> ApiKeyService::revokeOf(const Actor &actor, qint64 userId, qint64 id,
                                       const Caller &caller)
{
    return revoke(actor, Whose::Others, userId, id, caller);
}

base::Result<CreatedApiKey> ApiKeyService::create(const Actor &actor, Whose whose, qint64 userId,
                                                  const NewApiKey &wanted, const Caller &caller)
{
    if (auto good = checked(wanted, m_tools.now()); !good)
        return base::fail(good.error());
    if (actor.keyLevel < wanted.level)
        return base::fail(base::ErrorCode::Forbidden, u"A key makes no key that opens more."_s);
    const base::Secret secret = newKey(wanted.form, m_tools.ground.random);
    return m_tools.write([&](store::Connection &connection) -> base::Result<CreatedApiKey> {
        const QDateTime now = m_tools.now();
        const auto person =
            UserStep(connection, m_tools, actor, caller)
                .person(userId,
                        whose == Whose::Own ? UserStep::Reach::Oneself : UserStep::Reach::Anyone,
                        Action::Create, Subject::Keys);
        if (!person)
            return base::fail(person.error());
        store::ApiKeyRepository keys(connection);
        if (keys.countActive(userId, now) >= mostActive) {
            return base::fail(base::ErrorCode::Forbidden,
                              u"There are %1 keys already. Revoke one first."_s.arg(mostActive));
        }
        keys.removeStale(userId, keptStale, now);
        CreatedApiKey created{
            .key = {.userId = userId,
                    .system = caller.system,
                    .name = wanted.name,
                    .prefix = QString::fromLatin1(secret.view().first(shownLetters).toByteArray()),
                    .createdAt = now,
                    .expiresAt = wanted.expiresAt,
                    .lastUsedAt = {},
                    .revokedAt = {},
                    .level = wanted.level},
            .secret = secret};
        created.key.id = keys.create(created.key, crypto::tokenHash(secret.view()));
        if (created.key.id <= 0)
            return base::fail(base::ErrorCode::DatabaseFailed, u"The key was not stored."_s);
        model::AuditEvent event = auditEvent(u"key.created"_s, caller, actor);
        setTarget(event, person->user);
        addChange(event, u"name"_s, {}, wanted.name);
        if (wanted.level != model::KeyLevel::Admin)
            addChange(event, u"level"_s, {}, QString(model::keyLevelName(wanted.level)));
        if (wanted.expiresAt)
            addChange(event, u"expires_at"_s, {}, wanted.expiresAt->toUTC().toString(Qt::ISODate));
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return created;
    });
}

base::Result<> ApiKeyService::revoke(const Actor &actor, Whose whose, qint64 userId, qint64 id,
                                     const Caller &caller)
{
    const auto revoked = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto person =
            UserStep(connection, m_tools, actor, caller)
                .person(userId,
                        whose == Whose::Own ? UserStep::Reach::Oneself : UserStep::Reach::Anyone,
                        Action::Delete, Subject::Keys);
        if (!person)
            return base::fail(person.error());
        store::ApiKeyRepository keys(connection);
        const auto key = keys.find(id);
        if (!key || key->userId != userId)
            return base::fail(base::ErrorCode::NotFound, u"There is no such key."_s);
        if (!keys.revoke(id, now))
            return {};
        model::AuditEvent event = auditEvent(u"key.revoked"_s, caller, actor);
        setTarget(event, person->user);
        addChange(event, u"name"_s, key->name, {});
        return recordAudit(connection, m_tools, event);
    });
    if (revoked)
        m_tools.cache.forgetKey(id);
    return revoked;
}

} // namespace authdesk::server::service
