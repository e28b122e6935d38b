// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/routes/rows.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryFile>

namespace authdesk::systems::openarchiver::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::PersonWithRole;
using server::service::Services;

namespace {

base::Error notFound()
{
    return {.code = base::ErrorCode::NotFound, .message = QString(messages::userNotFound)};
}

/// The same error, with NotFound in its words.
base::Error worded(base::Error error)
{
    return error.code == base::ErrorCode::NotFound ? notFound() : std::move(error);
}

Answer answerWith(int status, const base::Result<PersonWithRole> &person)
{
    if (!person)
        return std::unexpected(worded(person.error()));
    return Response::json(status, messages::encode(shown(*person)));
}

/// The whole list is one answer, however long it is: through a file, not through memory.
Answer listUsers(Services &services, const Request &request)
{
    const auto file = std::make_shared<QTemporaryFile>();
    const auto failed = [&file] {
        return base::fail(base::ErrorCode::FileFailed,
                          QStringLiteral("The server cannot write a temporary file."),
                          file->errorString());
    };
    if (!file->open())
        return failed();
    QByteArray bytes = "[";
    const auto take = [&](const QList<PersonWithRole> &people) -> base::Result<> {
        for (const PersonWithRole &person : people) {
            if (bytes != "[")
                bytes += ',';
            bytes += QJsonDocument(messages::encode(shown(person))).toJson(QJsonDocument::Compact);
        }
        if (file->write(bytes) != bytes.size())
            return failed();
        bytes.clear();
        return {};
    };
    if (auto read = services.peopleWithRoles().readAll(bridge::actorOf(request), take); !read)
        return std::unexpected(read.error());
    if (file->write("]") != 1 || !file->flush())
        return failed();
    return Response::ofFile("application/json", file);
}

Answer findUser(Services &services, const Request &request)
{
    const QString uid = messages::normalUuid(request.pathParameters.value(0));
    if (uid.isEmpty())
        return std::unexpected(notFound());
    return answerWith(200, services.peopleWithRoles().find(bridge::actorOf(request), uid));
}

/// The role that somebody is to get; 400 where there is none.
base::Result<QString> slugOf(Services &services, const Request &request, const QString &roleId)
{
    auto role = roleOf(services, bridge::actorOf(request), roleId);
    if (role)
        return role->slug;
    if (role.error().code == base::ErrorCode::NotFound)
        return messages::missing(messages::roleNotFound);
    return std::unexpected(role.error());
}

Answer createUser(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeNewPerson(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto slug = slugOf(services, request, wanted->roleId);
    if (!slug)
        return std::unexpected(slug.error());
    const auto created =
        services.users().create(bridge::actorOf(request),
                                {.username = {},
                                 .email = wanted->email,
                                 .firstName = wanted->firstName,
                                 .lastName = wanted->lastName,
                                 .roleSlug = *slug,
                                 .validUntil = {},
                                 .password = wanted->password,
                                 .passwordKind = server::service::PasswordKind::Lasting},
                                callerOf(request));
    if (!created)
        return std::unexpected(created.error());
    return answerWith(201, services.peopleWithRoles().withRole(created->user));
}

Answer updateUser(Services &services, const Request &request)
{
    const auto id = personInPath(services, request);
    if (!id)
        return std::unexpected(id.error());
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodePersonChange(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    server::service::UserChange change;
    change.email = wanted->email;
    change.firstName = wanted->firstName;
    change.lastName = wanted->lastName;
    if (wanted->roleId) {
        auto slug = slugOf(services, request, *wanted->roleId);
        if (!slug)
            return std::unexpected(slug.error());
        change.roleSlug = *std::move(slug);
    }
    const auto updated = services.users().update(bridge::actorOf(request), *id, change,
                                                 std::nullopt, callerOf(request));
    if (!updated)
        return std::unexpected(worded(updated.error()));
    return answerWith(200, services.peopleWithRoles().withRole(*updated));
}

/// Of whom there is none it says the same as its own service does: gone.
Answer deleteUser(Services &services, const Request &request)
{
    const QString uid = messages::normalUuid(request.pathParameters.value(0));
    if (uid.isEmpty())
        return std::unexpected(notFound());
    const auto id = services.peopleWithRoles().idOf(uid);
    if (!id)
        return id.error().code == base::ErrorCode::NotFound ? Answer(Response::empty())
                                                            : std::unexpected(id.error());
    const auto removed =
        services.users().remove(bridge::actorOf(request), *id, std::nullopt, callerOf(request));
    if (!removed && removed.error().code != base::ErrorCode::NotFound)
        return std::unexpected(removed.error());
    return Response::empty();
}

Answer profile(Services &services, const Request &request)
{
    return answerWith(200, services.peopleWithRoles().me(bridge::actorOf(request)));
}

Answer updateProfile(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodePersonChange(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto updated = services.account().updateMe(bridge::actorOf(request),
                                                     {.username = {},
                                                      .email = wanted->email,
                                                      .firstName = wanted->firstName,
                                                      .lastName = wanted->lastName},
                                                     callerOf(request));
    if (!updated)
        return std::unexpected(updated.error());
    return answerWith(200, services.peopleWithRoles().withRole(*updated));
}

Answer changePassword(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodePasswordChange(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto changed =
        services.account().changePassword(bridge::actorOf(request), wanted->current, wanted->wanted,
                                          server::service::OtherSessions::Keep, callerOf(request));
    if (!changed)
        return std::unexpected(changed.error());
    return Response::json(200, messages::encodeMessage(messages::passwordUpdated));
}

} // namespace

base::Result<qint64> personInPath(Services &services, const Request &request)
{
    const QString uid = messages::normalUuid(request.pathParameters.value(0));
    if (uid.isEmpty())
        return std::unexpected(notFound());
    auto id = services.peopleWithRoles().idOf(uid);
    if (!id)
        return std::unexpected(worded(id.error()));
    return id;
}

void addUserRows(Rows &rows, Services &services)
{
    const auto to = [](Action action) { return Right::to(action, Subject::Users); };
    rows << Route{Method::Get, "/users", to(Action::Read),
                  Handler::onPool(bound(services, &listUsers))}
         << Route{Method::Post, "/users", to(Action::Create),
                  Handler::onSignInPool(bound(services, &createUser))}
         // Whoever must set up a second factor may see itself.
         << Route{Method::Get, "/users/profile", Right::signedInOrEnrolling(),
                  Handler::onPool(bound(services, &profile))}
         << Route{Method::Patch, "/users/profile", Right::signedIn(),
                  Handler::onPool(bound(services, &updateProfile))}
         << Route{Method::Post, "/users/profile/password", Right::signedIn(),
                  Handler::onSignInPool(bound(services, &changePassword))}
         << Route{Method::Get, "/users/{id}", to(Action::Read),
                  Handler::onPool(bound(services, &findUser))}
         << Route{Method::Put, "/users/{id}", to(Action::Update),
                  Handler::onPool(bound(services, &updateUser))}
         << Route{Method::Delete, "/users/{id}", to(Action::Delete),
                  Handler::onPool(bound(services, &deleteUser))};
}

} // namespace authdesk::systems::openarchiver::routes
