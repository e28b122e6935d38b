// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/messages/errors.h"
#include "core/systems/pipelit/routes/rows.h"

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
using server::service::OutsideChange;
using server::service::OutsidePerson;
using server::service::Services;
using server::service::Standing;

namespace {

/// More is refused rather than cut off: whoever pages by what they asked for would miss people.
constexpr int largestLimit = 1000;

Standing standingOf(messages::Role role)
{
    return role == messages::Role::Admin ? Standing::Admin : Standing::Normal;
}

messages::Person shown(const OutsidePerson &person)
{
    return {.id = person.user.id,
            .username = person.user.username,
            .role =
                person.standing == Standing::Admin ? messages::Role::Admin : messages::Role::Normal,
            .firstName = person.user.firstName,
            .lastName = person.user.lastName,
            .createdAt = person.user.createdAt,
            .mfaEnabled = person.user.mfaEnabled,
            .keyCount = person.tokens};
}

Answer answerWith(int status, const base::Result<OutsidePerson> &person)
{
    if (!person)
        return std::unexpected(saying(person.error(), messages::userNotFound));
    return Response::json(status, messages::encode(shown(*person)));
}

/// Pipelit calls the field of a new password by another name than our own API does.
base::Error namingPassword(base::Error error)
{
    for (base::FieldError &field : error.fields) {
        if (field.field == "new_password"_L1)
            field.field = u"password"_s;
    }
    return error;
}

base::Result<> changeOwnPassword(Services &services, const Request &request,
                                 const messages::PersonChange &change)
{
    if (!change.currentPassword || change.currentPassword->isEmpty()) {
        return base::fail(base::ErrorCode::WrongCurrentPassword,
                          u"current_password is needed to change your own password."_s);
    }
    const auto changed = services.account().changePassword(
        bridge::actorOf(request), *change.currentPassword, *change.password,
        server::service::OtherSessions::Keep, callerOf(request));
    if (!changed)
        return std::unexpected(namingPassword(changed.error()));
    return {};
}

Answer listUsers(Services &services, const Request &request)
{
    const auto stretch = stretchOf(request);
    if (!stretch)
        return std::unexpected(stretch.error());
    const auto page =
        services.outside().page(bridge::actorOf(request), stretch->offset, stretch->limit);
    if (!page)
        return std::unexpected(page.error());
    messages::People people{.users = {}, .total = page->total};
    for (const OutsidePerson &person : page->people)
        people.users.append(shown(person));
    return Response::json(200, messages::encode(people));
}

Answer createUser(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewPersonRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    return answerWith(201, services.outside().create(bridge::actorOf(request),
                                                     {.username = wanted->username,
                                                      .firstName = wanted->firstName,
                                                      .lastName = wanted->lastName,
                                                      .standing = standingOf(wanted->role),
                                                      .password = wanted->password},
                                                     callerOf(request)));
}

Answer findMe(Services &services, const Request &request)
{
    return answerWith(200, services.outside().me(bridge::actorOf(request)));
}

Answer updateMe(Services &services, const Request &request)
{
    const auto wanted = messages::decodePersonChangeRequest(request.body, messages::Whose::Own);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (wanted->password) {
        if (auto changed = changeOwnPassword(services, request, *wanted); !changed)
            return std::unexpected(changed.error());
    }
    if (wanted->firstName || wanted->lastName) {
        const auto updated = services.account().updateMe(bridge::actorOf(request),
                                                         {.username = {},
                                                          .email = {},
                                                          .firstName = wanted->firstName,
                                                          .lastName = wanted->lastName},
                                                         callerOf(request));
        if (!updated)
            return std::unexpected(updated.error());
    }
    return findMe(services, request);
}

Answer findUser(Services &services, const Request &request)
{
    const auto id = pathNumber(request, 0, u"user_id"_s);
    if (!id)
        return std::unexpected(id.error());
    return answerWith(200, services.outside().find(bridge::actorOf(request), *id));
}

Answer updateUser(Services &services, const Request &request)
{
    const auto id = pathNumber(request, 0, u"user_id"_s);
    if (!id)
        return std::unexpected(id.error());
    const auto wanted = messages::decodePersonChangeRequest(request.body, messages::Whose::Others);
    if (!wanted)
        return std::unexpected(wanted.error());
    OutsideChange change{.standing = {},
                         .firstName = wanted->firstName,
                         .lastName = wanted->lastName,
                         .password = wanted->password};
    if (wanted->role)
        change.standing = standingOf(*wanted->role);
    // The way round by one's own number asks for the same proof.
    if (*id == request.principal->userId && change.password) {
        if (auto changed = changeOwnPassword(services, request, *wanted); !changed)
            return std::unexpected(changed.error());
        change.password.reset();
    }
    return answerWith(
        200, services.outside().update(bridge::actorOf(request), *id, change, callerOf(request)));
}

/// Deletes the person, as on every API of this server. Pipelit's own service only revokes the keys
/// and lets the person in again with the password.
Answer deleteUser(Services &services, const Request &request)
{
    const auto id = pathNumber(request, 0, u"user_id"_s);
    if (!id)
        return std::unexpected(id.error());
    const auto removed =
        services.users().remove(bridge::actorOf(request), *id, std::nullopt, callerOf(request));
    if (!removed)
        return std::unexpected(saying(removed.error(), messages::userNotFound));
    return Response::empty();
}

/// There are none: agents are the accounts that Pipelit's own workflows make.
Answer listAgents(Services &, const Request &request)
{
    if (const auto stretch = stretchOf(request); !stretch)
        return std::unexpected(stretch.error());
    return Response::json(200, messages::encodeNoAgents());
}

Answer deleteAgent(Services &, const Request &request)
{
    if (const auto id = pathNumber(request, 0, u"user_id"_s); !id)
        return std::unexpected(id.error());
    return base::fail(base::ErrorCode::NotFound, QString(messages::agentNotFound));
}

Answer deleteAgents(Services &, const Request &request)
{
    if (const auto ids = messages::decodeBatchDeleteRequest(request.body); !ids)
        return std::unexpected(ids.error());
    return Response::empty();
}

} // namespace

base::Result<qint64> pathNumber(const Request &request, qsizetype index, const QString &name)
{
    bool isNumber = false;
    const qint64 number = request.pathParameters.value(index).toLongLong(&isNumber);
    if (!isNumber) {
        return base::fail(base::Error{
            .code = base::ErrorCode::InvalidFields,
            .message = u"The address holds no number."_s,
            .fields = {{u"path:"_s + name, u"not_an_integer"_s, u"This is no number."_s}}});
    }
    return std::max<qint64>(number, 0);
}

base::Result<Stretch> stretchOf(const Request &request)
{
    Stretch stretch;
    QList<base::FieldError> problems;
    const auto read = [&](const QString &name, qint64 atLeast, qint64 atMost, qint64 otherwise) {
        const auto text = request.queryValue(name.toLatin1());
        if (!text)
            return otherwise;
        bool isNumber = false;
        const qint64 number = text->toLongLong(&isNumber);
        const QString field = u"query:"_s + name;
        if (!isNumber)
            problems.append({field, u"not_an_integer"_s, u"This is no number."_s});
        else if (number < atLeast)
            problems.append({field, u"too_small"_s,
                             u"Input should be greater than or equal to %1"_s.arg(atLeast)});
        else if (number > atMost)
            problems.append(
                {field, u"too_large"_s, u"Input should be less than or equal to %1"_s.arg(atMost)});
        return number;
    };
    stretch.offset = read(u"offset"_s, 0, std::numeric_limits<qint64>::max(), stretch.offset);
    stretch.limit = int(read(u"limit"_s, 1, largestLimit, stretch.limit));
    if (problems.isEmpty())
        return stretch;
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = problems.first().message,
                                  .fields = problems});
}

base::Error saying(base::Error error, QLatin1StringView notFound)
{
    if (error.code == base::ErrorCode::NotFound)
        error.message = notFound;
    return error;
}

void addUserRows(QList<Route> &rows, Services &services)
{
    const auto to = [](Action action) { return Right::to(action, Subject::Users); };
    rows << Route{Method::Get, "/api/v1/users/", to(Action::Read),
                  Handler::onPool(bound(services, &listUsers))}
         << Route{Method::Post, "/api/v1/users/", to(Action::Create),
                  Handler::onSignInPool(bound(services, &createUser))}
         << Route{Method::Get, "/api/v1/users/me", Right::signedIn(),
                  Handler::onPool(bound(services, &findMe))}
         << Route{Method::Patch, "/api/v1/users/me", Right::signedIn(),
                  Handler::onSignInPool(bound(services, &updateMe))}
         << Route{Method::Get, "/api/v1/users/{user_id}", to(Action::Read),
                  Handler::onPool(bound(services, &findUser))}
         << Route{Method::Patch, "/api/v1/users/{user_id}", to(Action::Update),
                  Handler::onSignInPool(bound(services, &updateUser))}
         << Route{Method::Delete, "/api/v1/users/{user_id}", to(Action::Delete),
                  Handler::onPool(bound(services, &deleteUser))};
}

void addAgentRows(QList<Route> &rows, Services &services)
{
    const Right mayDelete = Right::to(Action::Delete, Subject::Users);
    rows << Route{Method::Get, "/api/v1/users/agents/", Right::signedIn(),
                  Handler::onPool(bound(services, &listAgents))}
         << Route{Method::Delete, "/api/v1/users/agents/{user_id}/", mayDelete,
                  Handler::onPool(bound(services, &deleteAgent))}
         << Route{Method::Post, "/api/v1/users/agents/batch-delete/", mayDelete,
                  Handler::onPool(bound(services, &deleteAgents))};
}

} // namespace authdesk::systems::pipelit::routes
