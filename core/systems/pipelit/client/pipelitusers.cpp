// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitusers.h"

#include "core/base/sentences.h"
#include "core/systems/pipelit/client/pipelitmodel.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using model::User;

namespace {

constexpr int peoplePerCall = 1000;
/// Beyond so many a list says "at least", and a search finds only among the first.
constexpr qsizetype mostPeople = 50'000;
constexpr qint64 keptMs = 2000;
/// 100 random bits: nobody guesses it, and a person can still type it.
constexpr int passwordLetters = 20;

template <typename T>
QFuture<base::Result<T>> notSupported(const QString &why)
{
    return net::readyFuture<base::Result<T>>(base::fail(ErrorCode::NotSupported, why));
}

template <typename T>
QFuture<base::Result<T>> failed(const base::Error &error)
{
    return net::readyFuture<base::Result<T>>(std::unexpected(error));
}

base::Error gone()
{
    return {.code = ErrorCode::Cancelled, .message = Sentences::tr("The connection was closed.")};
}

QString userPath(qint64 id)
{
    return u"/users/%1"_s.arg(id);
}

} // namespace

gateway::AccountTraits PipelitUsers::traits() const
{
    return {.hasEmail = false,
            .hasEnd = false,
            .canBeRenamed = false,
            .canBeDeleted = false,
            .hasStatus = false,
            .passwordsAreOneTime = false,
            .hasSessions = false,
            .limits = Sentences::tr(
                "Pipelit does not delete people, does not tell who is blocked or when somebody "
                "signed in, and clears a second factor only on the server itself.")};
}

PipelitUsers::Answer<model::Page<User>> PipelitUsers::list(const gateway::UserQuery &query)
{
    using Page = base::Result<model::Page<User>>;
    return net::relay<Page>(everyone(), [query](const Everyone &all) -> Page {
        if (!all)
            return std::unexpected(all.error());
        auto page = pageOf(*all, query);
        page.totalAtLeast = all->size() >= mostPeople;
        return page;
    });
}

PipelitUsers::Answer<QList<User>> PipelitUsers::everyone()
{
    const qint64 now = m_calls.clock().monotonicMs();
    if (m_readAt != 0 && now - m_readAt < keptMs)
        return net::readyFuture<Everyone>(m_everyone);
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::relay<Everyone>(
        readFrom({}), [this, alive, changes = m_changes](const Everyone &all) {
            if (all && !alive.expired() && changes == m_changes) {
                m_everyone = *all;
                m_readAt = std::max<qint64>(1, m_calls.clock().monotonicMs());
            }
            return all;
        });
}

QFuture<PipelitUsers::Everyone> PipelitUsers::readFrom(QList<User> before)
{
    QUrlQuery stretch;
    stretch.addQueryItem(u"offset"_s, QString::number(before.size()));
    stretch.addQueryItem(u"limit"_s, QString::number(peoplePerCall));
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::chain<Everyone>(
        net::decoded<messages::People>(m_calls.api().call({.path = u"/users/"_s, .query = stretch}),
                                       errorOf, messages::decodePeople),
        [this, alive, before](const base::Result<messages::People> &people) {
            if (!people)
                return failed<QList<User>>(people.error());
            if (alive.expired())
                return failed<QList<User>>(gone());
            QList<User> all = before;
            for (const messages::Person &person : people->users)
                all.append(userOf(person));
            const bool isAll =
                people->users.isEmpty() || all.size() >= people->total || all.size() >= mostPeople;
            return isAll ? net::readyFuture<Everyone>(all) : readFrom(all);
        });
}

PipelitUsers::Answer<User> PipelitUsers::find(qint64 id)
{
    return net::decoded<User>(m_calls.get(userPath(id), net::CallAs::SignedIn), errorOf,
                              decodeUser);
}

PipelitUsers::Answer<gateway::CreatedUser> PipelitUsers::create(const gateway::NewUser &user)
{
    if (!user.email.isEmpty() && user.email != user.username)
        return notSupported<gateway::CreatedUser>(Sentences::tr("Pipelit keeps no e-mail."));
    forget();
    const base::Secret password = newPassword();
    return net::decoded<gateway::CreatedUser>(
        m_calls.post(u"/users/"_s,
                     messages::encode(messages::NewPerson{.username = user.username,
                                                          .password = password,
                                                          .role = roleOf(user.roleSlug),
                                                          .firstName = user.firstName,
                                                          .lastName = user.lastName}),
                     net::CallAs::SignedIn),
        errorOf, [password](const QByteArray &body) -> base::Result<gateway::CreatedUser> {
            const auto person = decodeUser(body);
            if (!person)
                return std::unexpected(person.error());
            return gateway::CreatedUser{
                .user = *person, .oneTimePassword = password, .expiresAt = {}};
        });
}

PipelitUsers::Answer<User> PipelitUsers::update(qint64 id, const gateway::UserChange &change,
                                                qint64 version)
{
    if (change.username || change.email || change.validUntil)
        return notSupported<User>(
            Sentences::tr("Pipelit changes neither usernames nor e-mail addresses nor ends."));
    if (change.status == model::UserStatus::Disabled)
        return block(id);
    if (change.status)
        return notSupported<User>(
            Sentences::tr("Whoever was blocked gets in again with a new password."));
    messages::PersonChange wanted{.firstName = change.firstName, .lastName = change.lastName};
    if (change.roleSlug)
        wanted.role = roleOf(*change.roleSlug);
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::chain<base::Result<User>>(
        find(id), [this, alive, id, version, wanted](const base::Result<User> &before) {
            if (!before)
                return failed<User>(before.error());
            if (alive.expired())
                return failed<User>(gone());
            if (before->version != version) {
                return failed<User>(
                    {.code = ErrorCode::VersionConflict,
                     .message = Sentences::tr("Somebody else has changed this user meanwhile.")});
            }
            return patch(id, wanted);
        });
}

PipelitUsers::Answer<gateway::OneTimeSecret> PipelitUsers::resetPassword(qint64 id)
{
    using Secret = base::Result<gateway::OneTimeSecret>;
    const base::Secret password = newPassword();
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    const auto changed = net::chain<base::Result<void>>(
        patch(id, {.password = password}),
        [this, alive, id](const base::Result<User> &user) -> Answer<void> {
            if (!user)
                return failed<void>(user.error());
            return alive.expired() ? failed<void>(gone()) : m_keys.revokeAll(id);
        });
    return net::relay<Secret>(changed, [password](const base::Result<void> &done) -> Secret {
        if (!done)
            return std::unexpected(done.error());
        return gateway::OneTimeSecret{.secret = password, .expiresAt = {}};
    });
}

PipelitUsers::Answer<User> PipelitUsers::endSessions(qint64 id)
{
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    return net::chain<base::Result<User>>(
        m_keys.revokeAll(id), [this, alive, id](const base::Result<void> &done) {
            if (!done)
                return failed<User>(done.error());
            return alive.expired() ? failed<User>(gone()) : find(id);
        });
}

PipelitUsers::Answer<User> PipelitUsers::block(qint64 id)
{
    const std::weak_ptr<PipelitStanding> alive = m_calls.standing();
    const auto locked = net::chain<base::Result<void>>(
        patch(id, {.role = messages::Role::Normal, .password = newPassword()}),
        [this, alive, id](const base::Result<User> &user) -> Answer<void> {
            if (!user)
                return failed<void>(user.error());
            return alive.expired() ? failed<void>(gone()) : m_keys.revokeAll(id);
        });
    const auto seen = net::chain<base::Result<messages::Person>>(
        locked, [this, alive, id](const base::Result<void> &done) {
            if (!done)
                return failed<messages::Person>(done.error());
            if (alive.expired())
                return failed<messages::Person>(gone());
            return net::decoded<messages::Person>(m_calls.get(userPath(id), net::CallAs::SignedIn),
                                                  errorOf, messages::decodePerson);
        });
    return net::relay<base::Result<User>>(
        seen, [](const base::Result<messages::Person> &person) -> base::Result<User> {
            if (!person)
                return std::unexpected(person.error());
            if (person->role != messages::Role::Normal || person->keyCount != 0) {
                return base::fail(ErrorCode::UnexpectedAnswer,
                                  Sentences::tr("The server took every step, but this person can "
                                                "still get in. Look at the keys."));
            }
            return userOf(*person);
        });
}

PipelitUsers::Answer<QList<model::Role>> PipelitUsers::roles()
{
    return net::readyFuture<base::Result<QList<model::Role>>>(pipelitRoles());
}

PipelitUsers::Answer<void> PipelitUsers::remove(qint64)
{
    return notSupported<void>(Sentences::tr("Pipelit does not delete people."));
}

PipelitUsers::Answer<gateway::OneTimeSecret> PipelitUsers::resetSecondFactor(qint64,
                                                                             const QString &)
{
    return notSupported<gateway::OneTimeSecret>(
        Sentences::tr("Pipelit clears a second factor only on the server itself."));
}

PipelitUsers::Answer<model::SignInCheck> PipelitUsers::checkSignIn(qint64)
{
    return notSupported<model::SignInCheck>(
        Sentences::tr("Pipelit does not tell whether somebody can sign in."));
}

PipelitUsers::Answer<User> PipelitUsers::unlock(qint64)
{
    return notSupported<User>(Sentences::tr("Pipelit locks no accounts."));
}

PipelitUsers::Answer<User> PipelitUsers::patch(qint64 id, const messages::PersonChange &change)
{
    forget();
    return net::decoded<User>(
        m_calls.api().call(
            {.method = "PATCH", .path = userPath(id), .body = messages::encode(change)}),
        errorOf, decodeUser);
}

base::Secret PipelitUsers::newPassword()
{
    // Without what is mistaken for something else.
    constexpr QByteArrayView letters("abcdefghijkmnpqrstuvwxyz23456789");
    QByteArray password;
    password.reserve(passwordLetters + passwordLetters / 5);
    for (int i = 0; i < passwordLetters; ++i) {
        if (i > 0 && i % 5 == 0)
            password.append('-');
        password.append(letters[m_random.below(quint32(letters.size()))]);
    }
    return base::Secret(std::move(password));
}

void PipelitUsers::forget()
{
    m_readAt = 0;
    ++m_changes;
}

} // namespace authdesk::systems::pipelit::client
