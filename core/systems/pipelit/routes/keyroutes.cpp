// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/messages/errors.h"
#include "core/systems/pipelit/routes/rows.h"

#include <algorithm>

namespace authdesk::systems::pipelit::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Actor;
using server::service::CreatedApiKey;
using server::service::NewApiKey;
using server::service::Services;

namespace {

/// Pipelit has no sessions: a sign-in is a key named so. Ours are listed beside the keys that
/// people made; the numbers of these are even, those of sign-ins odd.
class KeyNumber final
{
public:
    [[nodiscard]] static qint64 ofKey(qint64 id) { return 2 * id; }
    [[nodiscard]] static qint64 ofSignIn(qint64 id) { return 2 * id - 1; }

    explicit KeyNumber(qint64 number)
        : m_number(number)
    {
    }
    [[nodiscard]] bool isSignIn() const { return m_number % 2 == 1; }
    [[nodiscard]] qint64 id() const { return (m_number + 1) / 2; }

private:
    qint64 m_number;
};

messages::Key shown(const model::ApiKey &key, const QDateTime &now)
{
    return {.id = KeyNumber::ofKey(key.id),
            .name = key.name,
            .prefix = key.prefix,
            .createdAt = key.createdAt,
            .lastUsedAt = key.lastUsedAt,
            .expiresAt = key.expiresAt,
            .isActive = key.isActive(now),
            .key = {}};
}

messages::Key shown(const model::Session &session)
{
    return {.id = KeyNumber::ofSignIn(session.id),
            .name = u"session"_s,
            .prefix = {},
            .createdAt = session.createdAt,
            .lastUsedAt = session.lastSeenAt,
            .expiresAt = session.expiresAt,
            .isActive = true,
            .key = {}};
}

Response listed(const QList<model::ApiKey> &keys, const QList<model::Session> &sessions,
                const QDateTime &now)
{
    QList<messages::Key> all;
    for (const model::ApiKey &key : keys)
        all.append(shown(key, now));
    for (const model::Session &session : sessions)
        all.append(shown(session));
    std::ranges::stable_sort(all, [](const messages::Key &one, const messages::Key &other) {
        return one.createdAt > other.createdAt;
    });
    return Response::json(200, messages::encode(all));
}

/// A person's sign-ins, where the actor may see them.
base::Result<QList<model::Session>> sessionsOf(Services &services, const Actor &actor,
                                               qint64 userId)
{
    QList<model::Session> all;
    server::service::SessionQuery query{.userId = userId, .search = {}, .limit = 200, .cursor = {}};
    do {
        const auto page = services.sessions().list(actor, query);
        if (!page && page.error().code == base::ErrorCode::Forbidden)
            return all;
        if (!page)
            return std::unexpected(page.error());
        all += page->items;
        query.cursor = page->nextCursor;
    } while (!query.cursor.isEmpty());
    return all;
}

base::Result<NewApiKey> wantedKey(const Request &request)
{
    const auto wanted = messages::decodeNewKeyRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    return NewApiKey{.name = wanted->name, .expiresAt = wanted->expiresAt};
}

Answer created(const base::Result<CreatedApiKey> &made)
{
    if (!made) {
        const auto &fields = made.error().fields;
        if (fields.size() == 1 && fields.first().code == "past"_L1)
            return base::fail(base::ErrorCode::Malformed, QString(messages::pastExpiry));
        return std::unexpected(saying(made.error(), messages::userNotFound));
    }
    messages::Key key = shown(made->key, made->key.createdAt);
    key.key = made->secret;
    return Response::json(201, messages::encode(key)).carriesSecret();
}

Answer listMine(Services &services, const Request &request)
{
    const Actor actor = bridge::actorOf(request);
    const auto keys = services.keys().mine(actor);
    if (!keys)
        return std::unexpected(keys.error());
    const auto sessions = services.account().sessions(actor);
    if (!sessions)
        return std::unexpected(sessions.error());
    return listed(*keys, *sessions, services.now());
}

Answer createMine(Services &services, const Request &request)
{
    const auto wanted = wantedKey(request);
    if (!wanted)
        return std::unexpected(wanted.error());
    return created(
        services.keys().createMine(bridge::actorOf(request), *wanted, callerOf(request)));
}

Answer deleteMine(Services &services, const Request &request)
{
    const auto number = pathNumber(request, 0, u"key_id"_s);
    if (!number)
        return std::unexpected(number.error());
    const KeyNumber key(*number);
    const Actor actor = bridge::actorOf(request);
    const auto ended = key.isSignIn()
                           ? services.account().endSession(actor, key.id(), callerOf(request))
                           : services.keys().revokeMine(actor, key.id(), callerOf(request));
    if (!ended)
        return std::unexpected(saying(ended.error(), messages::keyNotFound));
    return Response::empty();
}

Answer listOf(Services &services, const Request &request)
{
    const auto userId = pathNumber(request, 0, u"user_id"_s);
    if (!userId)
        return std::unexpected(userId.error());
    const Actor actor = bridge::actorOf(request);
    const auto keys = services.keys().listOf(actor, *userId);
    if (!keys)
        return std::unexpected(saying(keys.error(), messages::userNotFound));
    const auto sessions = sessionsOf(services, actor, *userId);
    if (!sessions)
        return std::unexpected(sessions.error());
    return listed(*keys, *sessions, services.now());
}

Answer createFor(Services &services, const Request &request)
{
    const auto userId = pathNumber(request, 0, u"user_id"_s);
    if (!userId)
        return std::unexpected(userId.error());
    const auto wanted = wantedKey(request);
    if (!wanted)
        return std::unexpected(wanted.error());
    return created(
        services.keys().createFor(bridge::actorOf(request), *userId, *wanted, callerOf(request)));
}

Answer deleteOf(Services &services, const Request &request)
{
    const auto userId = pathNumber(request, 0, u"user_id"_s);
    if (!userId)
        return std::unexpected(userId.error());
    const auto number = pathNumber(request, 1, u"key_id"_s);
    if (!number)
        return std::unexpected(number.error());
    const Actor actor = bridge::actorOf(request);
    const KeyNumber key(*number);
    // Told apart as Pipelit does: first whether there is such a person, then whether such a key.
    if (const auto person = services.outside().find(actor, *userId); !person)
        return std::unexpected(saying(person.error(), messages::userNotFound));
    const auto ended = key.isSignIn()
                           ? services.sessions().end(actor, key.id(), callerOf(request), *userId)
                           : services.keys().revokeOf(actor, *userId, key.id(), callerOf(request));
    if (!ended)
        return std::unexpected(saying(ended.error(), messages::keyNotFound));
    return Response::empty();
}

} // namespace

void addKeyRows(QList<Route> &rows, Services &services)
{
    const auto to = [](Action action) { return Right::to(action, Subject::Keys); };
    rows << Route{Method::Get, "/api/v1/users/me/keys", Right::signedIn(),
                  Handler::onPool(bound(services, &listMine))}
         << Route{Method::Post, "/api/v1/users/me/keys", Right::signedIn(),
                  Handler::onPool(bound(services, &createMine))}
         << Route{Method::Delete, "/api/v1/users/me/keys/{key_id}", Right::signedIn(),
                  Handler::onPool(bound(services, &deleteMine))}
         << Route{Method::Get, "/api/v1/users/{user_id}/keys", to(Action::Read),
                  Handler::onPool(bound(services, &listOf))}
         << Route{Method::Post, "/api/v1/users/{user_id}/keys", to(Action::Create),
                  Handler::onPool(bound(services, &createFor))}
         << Route{Method::Delete, "/api/v1/users/{user_id}/keys/{key_id}", to(Action::Delete),
                  Handler::onPool(bound(services, &deleteOf))};
}

} // namespace authdesk::systems::pipelit::routes
