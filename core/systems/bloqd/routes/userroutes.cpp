// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/routes/rows.h"

namespace authdesk::systems::bloqd::routes {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Rank;
using server::service::RankedPerson;
using server::service::RankedQuery;
using server::service::Services;

namespace {

constexpr qint64 largestPage = 1'000'000'000;
/// More is refused rather than cut off: whoever pages by what they asked for would miss people.
constexpr qint64 largestLimit = 100;

Rank rankOf(messages::Role role)
{
    switch (role) {
    case messages::Role::Admin:
        return Rank::Admin;
    case messages::Role::Operator:
        return Rank::Operator;
    case messages::Role::Viewer:
        break;
    }
    return Rank::Viewer;
}

base::Result<qint64> numberId(const Request &request)
{
    const auto id = request.idParameter(0);
    if (!id)
        return base::fail(base::ErrorCode::NotFound, u"There is no such user."_s);
    return *id;
}

struct ListRequest
{
    RankedQuery query;
    qint64 page = 1;
};

/// The query of a list, read field by field.
class ListReader final
{
public:
    explicit ListReader(const Request &request)
        : m_request(request)
    {
    }

    [[nodiscard]] base::Result<ListRequest> read()
    {
        ListRequest wanted;
        wanted.page = number("page", 1, largestPage, 1);
        wanted.query.limit = int(number("limit", 1, largestLimit, wanted.query.limit));
        wanted.query.offset = (wanted.page - 1) * wanted.query.limit;
        wanted.query.search = m_request.queryValue("search").value_or(QString());
        const QString role = m_request.queryValue("role").value_or(QString());
        if (const auto known = messages::roleFromName(role))
            wanted.query.rank = rankOf(*known);
        else if (!role.isEmpty())
            refuse(u"role"_s, u"This is Admin, Operator or Viewer."_s);
        if (m_problems.isEmpty())
            return wanted;
        return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                      .message = m_problems.first().message,
                                      .fields = m_problems});
    }

private:
    qint64 number(const char *name, qint64 atLeast, qint64 atMost, qint64 otherwise)
    {
        const auto text = m_request.queryValue(name);
        if (!text)
            return otherwise;
        bool isNumber = false;
        const qint64 number = text->toLongLong(&isNumber);
        if (isNumber && number >= atLeast && number <= atMost)
            return number;
        refuse(QString::fromLatin1(name),
               u"This field must be between %1 and %2."_s.arg(atLeast).arg(atMost));
        return otherwise;
    }
    void refuse(const QString &field, const QString &message)
    {
        m_problems.append({.field = field, .code = u"invalid"_s, .message = message});
    }

    const Request &m_request;
    QList<base::FieldError> m_problems;
};

Answer listUsers(Services &services, const Request &request)
{
    const auto wanted = ListReader(request).read();
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto page = services.ranks().page(bridge::actorOf(request), wanted->query);
    if (!page)
        return std::unexpected(page.error());
    messages::People people{
        .users = {}, .total = page->total, .page = wanted->page, .limit = wanted->query.limit};
    for (const RankedPerson &person : page->people)
        people.users.append(shown(person.user, person.rank));
    return Response::json(200, messages::encode(people));
}

Answer answerWith(const base::Result<RankedPerson> &person)
{
    if (!person)
        return std::unexpected(person.error());
    return Response::json(200, messages::encode(shown(person->user, person->rank)));
}

Answer findUser(Services &services, const Request &request)
{
    const auto id = numberId(request);
    if (!id)
        return std::unexpected(id.error());
    return answerWith(services.ranks().find(bridge::actorOf(request), *id));
}

Answer createUser(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewPersonRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto made = services.ranks().create(bridge::actorOf(request),
                                              {.username = wanted->username,
                                               .email = wanted->email,
                                               .rank = rankOf(wanted->role),
                                               .password = wanted->password},
                                              callerOf(request));
    if (!made)
        return std::unexpected(made.error());
    return Response::json(201, messages::encodeCreated(shown(made->user, made->rank)));
}

Answer updateUser(Services &services, const Request &request)
{
    const auto id = numberId(request);
    if (!id)
        return std::unexpected(id.error());
    const auto wanted = messages::decodePersonChangeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    std::optional<Rank> rank;
    if (wanted->role)
        rank = rankOf(*wanted->role);
    return answerWith(services.ranks().update(
        bridge::actorOf(request), *id,
        {.rank = rank, .username = wanted->username, .email = wanted->email}, callerOf(request)));
}

} // namespace

messages::Role roleOf(Rank rank)
{
    switch (rank) {
    case Rank::Admin:
        return messages::Role::Admin;
    case Rank::Operator:
        return messages::Role::Operator;
    case Rank::Viewer:
        break;
    }
    return messages::Role::Viewer;
}

messages::Person shown(const model::User &user, Rank rank)
{
    return {.id = user.id,
            .username = user.username,
            .email = user.email,
            .role = roleOf(rank),
            .mfaEnabled = user.mfaEnabled,
            .lastLogin = user.lastLoginAt,
            .createdAt = user.createdAt,
            .updatedAt = user.updatedAt};
}

void addUserRows(QList<Route> &rows, Services &services)
{
    const auto to = [](Action action) { return Right::to(action, Subject::Users); };
    rows << Route{Method::Get, "/api/v1/users", to(Action::Read),
                  Handler::onPool(bound(services, &listUsers))}
         << Route{Method::Post, "/api/v1/users", to(Action::Create),
                  Handler::onSignInPool(bound(services, &createUser))}
         << Route{Method::Get, "/api/v1/users/{userId}", to(Action::Read),
                  Handler::onPool(bound(services, &findUser))}
         << Route{Method::Patch, "/api/v1/users/{userId}", to(Action::Update),
                  Handler::onPool(bound(services, &updateUser))};
}

} // namespace authdesk::systems::bloqd::routes
