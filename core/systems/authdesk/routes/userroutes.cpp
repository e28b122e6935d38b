// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/users.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

#include <array>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::service::UserQuery;
using server::service::UserSort;

namespace {

constexpr std::array sorts{
    std::pair{messages::sortByName, UserSort::Name},
    std::pair{messages::sortByUsername, UserSort::Username},
    std::pair{messages::sortByEmail, UserSort::Email},
    std::pair{messages::sortByRole, UserSort::Role},
    std::pair{messages::sortByStatus, UserSort::Status},
    std::pair{messages::sortByMfa, UserSort::SecondFactor},
    std::pair{messages::sortByLastLogin, UserSort::LastSignIn},
    std::pair{messages::sortByCreated, UserSort::Created},
};

void readSort(QueryFields &fields, UserQuery &query)
{
    const std::optional<QString> wanted = fields.text("sort"_L1);
    if (!wanted)
        return;
    const bool descending = wanted->startsWith(u'-');
    const QStringView name = QStringView(*wanted).sliced(descending ? 1 : 0);
    for (const auto &[known, sort] : sorts) {
        if (name == known) {
            query.sort = sort;
            query.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
            return;
        }
    }
    fields.addError("sort"_L1, "not_allowed"_L1, u"The list cannot be sorted by this."_s);
}

base::Result<UserQuery> readQuery(const Request &request)
{
    QueryFields fields(request, {"search"_L1, "role"_L1, "status"_L1, "mfa"_L1, "sort"_L1,
                                 "limit"_L1, "cursor"_L1});
    UserQuery query;
    query.search = fields.text("search"_L1).value_or(QString());
    query.roleSlug = fields.text("role"_L1).value_or(QString());
    if (const auto status = fields.text("status"_L1)) {
        query.status = model::userStatusFromName(*status);
        if (!query.status)
            fields.addError("status"_L1, "not_allowed"_L1,
                            u"This must be active, disabled, locked or invited."_s);
    }
    query.mfa = fields.flag("mfa"_L1);
    readSort(fields, query);
    fields.page(query);
    if (fields.hasErrors())
        return fields.failure();
    return query;
}

Answer listUsers(Services &services, const Request &request)
{
    const auto query = readQuery(request);
    if (!query)
        return std::unexpected(query.error());
    return answered(services.users().list(bridge::actorOf(request), *query),
                    &messages::encodeUsers);
}

Answer findUser(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto user = services.users().find(bridge::actorOf(request), *id);
    if (!user)
        return std::unexpected(user.error());
    return Response::json(200, messages::encode(*user)).withHeader("ETag", etagOf(user->version));
}

Answer createUser(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewUser(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto created =
        services.users().create(bridge::actorOf(request),
                                {.username = wanted->username.value_or(QString()),
                                 .email = wanted->email,
                                 .firstName = wanted->firstName,
                                 .lastName = wanted->lastName,
                                 .roleSlug = wanted->roleSlug.value_or(QString()),
                                 .status = wanted->status.value_or(model::UserStatus::Active),
                                 .validUntil = wanted->validUntil,
                                 .password = wanted->password},
                                callerOf(request));
    if (!created)
        return std::unexpected(created.error());
    const messages::CreatedUser answer{
        .user = created->user,
        .oneTimePassword =
            created->oneTimePassword ? created->oneTimePassword->secret : base::Secret(),
        .expiresAt = created->oneTimePassword ? created->oneTimePassword->expiresAt : QDateTime()};
    return Response::json(201, messages::encode(answer))
        .carriesSecret()
        .withHeader("Location", "/admin/v1/users/" + QByteArray::number(created->user.id))
        .withHeader("ETag", etagOf(created->user.version));
}

Answer updateUser(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto change = messages::decodeUserChange(request.body);
    if (!change)
        return std::unexpected(change.error());
    const auto user = services.users().update(bridge::actorOf(request), *id,
                                              {.username = change->username,
                                               .email = change->email,
                                               .firstName = change->firstName,
                                               .lastName = change->lastName,
                                               .roleSlug = change->roleSlug,
                                               .status = change->status,
                                               .validUntil = change->validUntil},
                                              versionAskedFor(request), callerOf(request));
    if (!user)
        return std::unexpected(user.error());
    return Response::json(200, messages::encode(*user)).withHeader("ETag", etagOf(user->version));
}

Answer removeUser(Services &services, const Request &request)
{
    const auto id = idOf(request);
    if (!id)
        return std::unexpected(id.error());
    const auto done = services.users().remove(bridge::actorOf(request), *id,
                                              versionAskedFor(request), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::empty();
}

} // namespace

void appendUserRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/users", Right::to(Action::Read, Subject::Users),
         Handler::onPool(boundWithQuery(services, &listUsers))},
        {Method::Post, "/admin/v1/users", Right::to(Action::Create, Subject::Users),
         Handler::onSignInPool(bound(services, &createUser))},
        {Method::Get, "/admin/v1/users/{id}", Right::to(Action::Read, Subject::Users),
         Handler::onPool(bound(services, &findUser))},
        {Method::Patch, "/admin/v1/users/{id}", Right::to(Action::Update, Subject::Users),
         Handler::onPool(bound(services, &updateUser))},
        {Method::Delete, "/admin/v1/users/{id}", Right::to(Action::Delete, Subject::Users),
         Handler::onPool(bound(services, &removeUser))},
    };
}

} // namespace authdesk::systems::own::routes
