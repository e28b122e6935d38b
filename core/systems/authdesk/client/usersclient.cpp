// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/usersclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/client/queryencoding.h"
#include "core/systems/authdesk/client/userfilters.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/signincheck.h"
#include "core/systems/authdesk/messages/users.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

QString userPath(qint64 id, QLatin1StringView what = {})
{
    return u"/users/%1%2"_s.arg(id).arg(what);
}

base::Result<model::User> decodeOneUser(const QByteArray &body)
{
    return messages::decodeUser(body);
}

template <messages::OneTimeKind kind>
base::Result<gateway::OneTimeSecret> decodeOneTime(const QByteArray &body)
{
    const auto secret = messages::decodeOneTimeSecret(body, kind);
    if (!secret)
        return std::unexpected(secret.error());
    return gateway::OneTimeSecret{.secret = secret->secret, .expiresAt = secret->expiresAt};
}

QLatin1StringView sortName(gateway::UserSort sort)
{
    switch (sort) {
    case gateway::UserSort::Name:
        return messages::sortByName;
    case gateway::UserSort::Username:
        return messages::sortByUsername;
    case gateway::UserSort::Email:
        return messages::sortByEmail;
    case gateway::UserSort::Role:
        return messages::sortByRole;
    case gateway::UserSort::Status:
        return messages::sortByStatus;
    case gateway::UserSort::SecondFactor:
        return messages::sortByMfa;
    case gateway::UserSort::LastSignIn:
        return messages::sortByLastLogin;
    case gateway::UserSort::Created:
        return messages::sortByCreated;
    }
    return messages::sortByName;
}

QUrlQuery toUrl(const gateway::UserQuery &query)
{
    QUrlQuery url = userFiltersOf(query);
    const QString direction = query.order == Qt::DescendingOrder ? u"-"_s : QString();
    addEncoded(url, u"sort"_s, direction + sortName(query.sort));
    addEncoded(url, u"limit"_s, QString::number(query.limit));
    if (!query.cursor.isEmpty())
        addEncoded(url, u"cursor"_s, query.cursor);
    return url;
}

} // namespace

UsersClient::Answer<model::Page<model::User>> UsersClient::list(const gateway::UserQuery &query)
{
    return net::decoded<model::Page<model::User>>(
        m_api.call({.path = u"/users"_s, .query = toUrl(query)}), messages::decodeError,
        messages::decodeUsers);
}

UsersClient::Answer<model::User> UsersClient::find(qint64 id)
{
    return net::decoded<model::User>(m_api.call({.path = userPath(id)}), messages::decodeError,
                                     decodeOneUser);
}

UsersClient::Answer<gateway::CreatedUser> UsersClient::create(const gateway::NewUser &user)
{
    const auto orNothing = [](const QString &text) {
        return text.isEmpty() ? std::nullopt : std::optional(text);
    };
    const messages::NewUser body{.username = orNothing(user.username),
                                 .email = orNothing(user.email),
                                 .firstName = user.firstName,
                                 .lastName = user.lastName,
                                 .roleSlug = orNothing(user.roleSlug),
                                 .status = {},
                                 .validUntil = user.validUntil,
                                 .password = {}};
    return net::decoded<gateway::CreatedUser>(
        m_api.call({.method = "POST", .path = u"/users"_s, .body = messages::encode(body)}),
        messages::decodeError, [](const QByteArray &answer) -> base::Result<gateway::CreatedUser> {
            auto created = messages::decodeCreatedUser(answer);
            if (!created)
                return std::unexpected(created.error());
            return gateway::CreatedUser{.user = std::move(created->user),
                                        .oneTimePassword = created->oneTimePassword,
                                        .expiresAt = created->expiresAt};
        });
}

UsersClient::Answer<model::User> UsersClient::update(qint64 id, const gateway::UserChange &change,
                                                     qint64 version)
{
    const messages::UserChange body{.username = change.username,
                                    .email = change.email,
                                    .firstName = change.firstName,
                                    .lastName = change.lastName,
                                    .roleSlug = change.roleSlug,
                                    .status = change.status,
                                    .validUntil = change.validUntil};
    return net::decoded<model::User>(
        m_api.call({.method = "PATCH",
                    .path = userPath(id),
                    .body = messages::encode(body),
                    .headers = {{"If-Match", '"' + QByteArray::number(version) + '"'}}}),
        messages::decodeError, decodeOneUser);
}

UsersClient::Answer<void> UsersClient::remove(qint64 id)
{
    return net::succeeded(m_api.call({.method = "DELETE", .path = userPath(id)}),
                          messages::decodeError);
}

UsersClient::Answer<gateway::OneTimeSecret> UsersClient::resetPassword(qint64 id)
{
    return net::decoded<gateway::OneTimeSecret>(
        m_api.call({.method = "POST", .path = userPath(id, "/reset-password"_L1)}),
        messages::decodeError, decodeOneTime<messages::OneTimeKind::Password>);
}

UsersClient::Answer<gateway::OneTimeSecret>
UsersClient::resetSecondFactor(qint64 id, const QString &recognisedBy)
{
    const messages::ResetMfaRequest body{.recognisedBy = recognisedBy};
    return net::decoded<gateway::OneTimeSecret>(m_api.call({.method = "POST",
                                                            .path = userPath(id, "/reset-mfa"_L1),
                                                            .body = messages::encode(body)}),
                                                messages::decodeError,
                                                decodeOneTime<messages::OneTimeKind::Code>);
}

UsersClient::Answer<model::SignInCheck> UsersClient::checkSignIn(qint64 id)
{
    return net::decoded<model::SignInCheck>(m_api.call({.path = userPath(id, "/sign-in-check"_L1)}),
                                            messages::decodeError, messages::decodeSignInCheck);
}

UsersClient::Answer<model::User> UsersClient::unlock(qint64 id)
{
    return act(id, "/unlock"_L1);
}

UsersClient::Answer<model::User> UsersClient::endSessions(qint64 id)
{
    return act(id, "/revoke-sessions"_L1);
}

UsersClient::Answer<model::User> UsersClient::act(qint64 id, QLatin1StringView what)
{
    return net::decoded<model::User>(m_api.call({.method = "POST", .path = userPath(id, what)}),
                                     messages::decodeError, decodeOneUser);
}

UsersClient::Answer<QList<model::Role>> UsersClient::roles()
{
    return net::decoded<QList<model::Role>>(
        m_api.call({.path = u"/roles"_s}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<QList<model::Role>> {
            auto page = messages::decodeRoles(body);
            if (!page)
                return std::unexpected(page.error());
            return std::move(page->items);
        });
}

} // namespace authdesk::systems::own::client
