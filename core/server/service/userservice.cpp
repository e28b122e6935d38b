// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/userservice.h"

#include "core/policy/policy.h"
#include "core/server/crypto/sealer.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/signincheck.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/useredits.h"
#include "core/server/service/userstep.h"
#include "core/server/store/cursor.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;

namespace {

store::UserOrder orderOf(UserSort sort)
{
    switch (sort) {
    case UserSort::Name:
        return store::UserOrder::Name;
    case UserSort::Username:
        return store::UserOrder::Username;
    case UserSort::Email:
        return store::UserOrder::Email;
    case UserSort::Role:
        return store::UserOrder::Role;
    case UserSort::Status:
        return store::UserOrder::Status;
    case UserSort::SecondFactor:
        return store::UserOrder::SecondFactor;
    case UserSort::LastSignIn:
        return store::UserOrder::LastSignIn;
    case UserSort::Created:
        return store::UserOrder::Created;
    }
    Q_UNREACHABLE();
}

base::Result<OneTimeSecret> handOut(Toolbox &tools, const Actor &actor, qint64 id, OneTimeKind kind,
                                    const Caller &caller, const QString &recognisedBy = {})
{
    // Asked before the hashing, and again by the step.
    if (auto other = demandSomebodyElse(actor, id); !other)
        return base::fail(other.error());
    if (auto allowed = demandSomeRight(actor.statements, Action::Update, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto secret = prepareOneTime(tools, kind);
    if (!secret)
        return base::fail(secret.error());
    auto handedOut = tools.write([&](store::Connection &connection) {
        return UserStep(connection, tools, actor, caller).handOut(id, kind, *secret, recognisedBy);
    });
    if (handedOut)
        tools.cache.forgetUser(id);
    return handedOut;
}

base::Result<> demandRead(const Actor &actor, const model::User &person)
{
    return demandRightOn(actor.statements, Action::Read, person, policy::wholeResource);
}

/// What conditions see of somebody who is not there yet.
model::User draftedUser(const NewUser &wanted)
{
    model::User user;
    user.username = wanted.username;
    user.email = wanted.email;
    user.firstName = wanted.firstName;
    user.lastName = wanted.lastName;
    user.role.slug = wanted.roleSlug.isEmpty() ? QString(model::userSlug) : wanted.roleSlug;
    user.status = wanted.status;
    return user;
}

/// So many pages are looked through for one that holds only whom the actor may read; a page that is
/// short, or empty, has a next one all the same.
constexpr int mostRounds = 20;

constexpr auto cursorBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// The store's cursors name the last person who was looked at, and that may be somebody whom the
/// actor may not read: so they go out sealed, for the actor alone.
QByteArray cursorContext(const Actor &actor)
{
    return "users-cursor/" + QByteArray::number(actor.userId);
}

base::Result<QString> openedCursor(const crypto::Sealer &sealer, const Actor &actor,
                                   const QString &cursor)
{
    if (cursor.isEmpty())
        return QString();
    const auto sealed = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), cursorBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!sealed)
        return base::fail(store::invalidCursor());
    const auto plain = sealer.open(*sealed, cursorContext(actor));
    return plain ? base::Result<QString>(plain->toString()) : base::fail(store::invalidCursor());
}

/// The people of a page whom the actor may read. How many there are is not told beyond these.
base::Result<model::Page<model::User>> readablePage(Toolbox &tools, const Actor &actor,
                                                    store::UserListQuery wanted)
{
    if (!tools.ground.sealer)
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    const crypto::Sealer &sealer = *tools.ground.sealer;
    auto cursor = openedCursor(sealer, actor, wanted.cursor);
    if (!cursor)
        return base::fail(cursor.error());
    wanted.cursor = *std::move(cursor);
    model::Page<model::User> readable;
    const int limit = wanted.limit;
    const bool isFirst = wanted.cursor.isEmpty();
    for (int round = 0; round < mostRounds; ++round) {
        wanted.limit = limit - int(readable.items.size());
        auto page = store::listUsers(tools.ground.database, wanted, tools.now());
        if (!page)
            return page;
        for (model::User &user : page->items) {
            if (demandRead(actor, user))
                readable.items.append(std::move(user));
        }
        wanted.cursor = page->nextCursor;
        if (wanted.cursor.isEmpty() || readable.items.size() >= limit)
            break;
    }
    if (!wanted.cursor.isEmpty()) {
        readable.nextCursor =
            QString::fromLatin1(sealer
                                    .seal(base::Secret::fromString(wanted.cursor),
                                          cursorContext(actor), tools.ground.random)
                                    .toBase64(cursorBase64));
    }
    readable.total = readable.items.size();
    readable.totalAtLeast = !isFirst || !readable.nextCursor.isEmpty();
    return readable;
}

} // namespace

UserService::UserService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<model::Page<model::User>> UserService::list(const Actor &actor, const UserQuery &query)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    store::UserListQuery wanted;
    wanted.search = query.search;
    wanted.roleSlug = query.roleSlug;
    wanted.status = query.status;
    wanted.secondFactor = query.mfa;
    wanted.order = orderOf(query.sort);
    wanted.descending = query.order == Qt::DescendingOrder;
    wanted.limit = std::clamp(query.limit, 1, 200);
    wanted.cursor = query.cursor;
    if (policy::allowsAll(actor.statements, Action::Read, Subject::Users))
        return store::listUsers(m_tools.ground.database, wanted, m_tools.now());
    return readablePage(m_tools, actor, wanted);
}

base::Result<model::User> UserService::find(const Actor &actor, qint64 id)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto person = m_tools.read(
        [&](store::Connection &connection) { return findPerson(connection, id, m_tools.now()); });
    if (!person)
        return base::fail(person.error());
    if (auto may = demandRead(actor, person->user); !may)
        return base::fail(may.error());
    return person->user;
}

base::Result<model::SignInCheck> UserService::checkSignIn(const Actor &actor, qint64 id)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    return m_tools.read([&](store::Connection &connection) -> base::Result<model::SignInCheck> {
        const QDateTime now = m_tools.now();
        const auto person = findPerson(connection, id, now);
        if (!person)
            return base::fail(person.error());
        if (auto may = demandRead(actor, person->user); !may)
            return base::fail(may.error());
        const bool mayCure =
            allowsOn(actor.statements, Action::Update, person->user, policy::wholeResource);
        return service::checkSignIn(connection, *person, mayCure ? ClockShown::Yes : ClockShown::No,
                                    now);
    });
}

base::Result<CreatedUser> UserService::create(const Actor &actor, const NewUser &wanted,
                                              const Caller &caller)
{
    if (auto allowed = demandSomeRight(actor.statements, Action::Create, Subject::Users); !allowed)
        return base::fail(allowed.error());
    const auto checked = checkedNewUser(m_tools, wanted);
    if (!checked)
        return base::fail(checked.error());
    auto password = checked->password ? preparePassword(m_tools, *checked->password)
                                      : prepareOneTimePassword(m_tools);
    if (!password)
        return base::fail(password.error());
    return m_tools.write([&](store::Connection &connection) -> base::Result<CreatedUser> {
        const QDateTime now = m_tools.now();
        const auto rights = currentRights(connection, actor, now);
        if (!rights)
            return base::fail(rights.error());
        if (auto may = demandRightOn(*rights, Action::Create, draftedUser(*checked),
                                     policy::wholeResource);
            !may)
            return base::fail(may.error());
        auto user = createPerson(connection, m_tools, *checked, *password, &*rights,
                                 auditEvent(u"user.created"_s, caller, actor));
        if (!user)
            return base::fail(user.error());
        CreatedUser created{.user = *std::move(user), .oneTimePassword = std::nullopt};
        if (!checked->password) {
            created.oneTimePassword = OneTimeSecret{
                .secret = password->secret, .expiresAt = now.addSecs(oneTimePasswordHours * 3600)};
        }
        return created;
    });
}

base::Result<model::User> UserService::update(const Actor &actor, qint64 id,
                                              const UserChange &change,
                                              std::optional<qint64> version, const Caller &caller)
{
    const auto edited = m_tools.write([&](store::Connection &connection) {
        return UserStep(connection, m_tools, actor, caller).update(id, change, version);
    });
    if (!edited)
        return base::fail(edited.error());
    if (edited->changed)
        m_tools.cache.forgetUser(id);
    return edited->user;
}

base::Result<> UserService::remove(const Actor &actor, qint64 id, std::optional<qint64> version,
                                   const Caller &caller)
{
    const auto removed = m_tools.write([&](store::Connection &connection) {
        return UserStep(connection, m_tools, actor, caller).remove(id, version);
    });
    if (removed)
        m_tools.cache.forgetUser(id);
    return removed;
}

base::Result<OneTimeSecret> UserService::resetPassword(const Actor &actor, qint64 id,
                                                       const Caller &caller)
{
    return handOut(m_tools, actor, id, OneTimeKind::Password, caller);
}

base::Result<OneTimeSecret> UserService::resetSecondFactor(const Actor &actor, qint64 id,
                                                           const Caller &caller,
                                                           const QString &recognisedBy)
{
    return handOut(m_tools, actor, id, OneTimeKind::Code, caller, recognisedBy);
}

base::Result<model::User> UserService::unlock(const Actor &actor, qint64 id, const Caller &caller)
{
    auto user = m_tools.write([&](store::Connection &connection) {
        return UserStep(connection, m_tools, actor, caller).unlock(id);
    });
    if (user)
        m_tools.cache.forgetUser(id);
    return user;
}

base::Result<model::User> UserService::revokeSessions(const Actor &actor, qint64 id,
                                                      const Caller &caller)
{
    auto user = m_tools.write([&](store::Connection &connection) {
        return UserStep(connection, m_tools, actor, caller).revokeSessions(id);
    });
    if (user)
        m_tools.cache.forgetUser(id);
    return user;
}

} // namespace authdesk::server::service
