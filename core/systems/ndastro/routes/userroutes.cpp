// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/auth.h"
#include "core/systems/ndastro/routes/rows.h"

#include <limits>

namespace authdesk::systems::ndastro::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::ListedMember;
using server::service::Member;
using server::service::MemberService;
using server::service::Services;

namespace {

/// More is refused rather than cut off: whoever pages by what they asked for would miss people.
constexpr qint64 largestPage = 1000;

struct SplitName
{
    QString first;
    QString last; ///< the last word, where there are several
};

SplitName splitName(const QString &name)
{
    const QString plain = name.simplified();
    const qsizetype space = plain.lastIndexOf(u' ');
    if (space < 0)
        return {.first = plain, .last = {}};
    return {.first = plain.first(space), .last = plain.sliced(space + 1)};
}

messages::Person shown(const model::User &user, const QString &pictureUrl,
                       std::optional<qint64> tierId)
{
    return {.id = user.id,
            .name = nameOf(user),
            .username = user.username,
            .email = user.email,
            .pictureUrl = pictureUrl,
            .tierId = tierId};
}

messages::Person shown(const Member &member)
{
    return shown(member.user, member.pictureUrl,
                 member.tier ? std::optional(member.tier->id) : std::nullopt);
}

/// ndastro has one field for both names.
base::Error namingName(base::Error error)
{
    for (base::FieldError &field : error.fields) {
        if (field.field == "first_name"_L1 || field.field == "last_name"_L1)
            field.field = u"name"_s;
    }
    return error;
}

Answer listUsers(Services &services, const Request &request)
{
    auto page = pageOf(request);
    if (!page)
        return std::unexpected(page.error());
    const auto found =
        services.members().page(bridge::actorOf(request), offsetOf(*page), int(page->size));
    if (!found)
        return std::unexpected(found.error());
    page->total = found->total;
    QJsonArray people;
    for (const ListedMember &member : found->members)
        people.append(messages::encode(shown(member.user, member.pictureUrl, member.tierId)));
    return Response::json(200, messages::encode(*page, people));
}

Answer createUser(Services &services, const Request &request)
{
    const auto wanted = messages::decodeNewPersonRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const SplitName name = splitName(wanted->name);
    const auto created = services.members().create(bridge::actorOf(request),
                                                   {.username = wanted->username,
                                                    .email = wanted->email,
                                                    .firstName = name.first,
                                                    .lastName = name.last,
                                                    .password = wanted->password},
                                                   callerOf(request));
    if (!created)
        return std::unexpected(namingName(created.error()));
    return Response::json(201, messages::encode(shown(*created, {}, std::nullopt)));
}

Answer findUser(Services &services, const Request &request)
{
    const auto member = services.members().find(bridge::actorOf(request), pathText(request));
    if (!member)
        return std::unexpected(member.error());
    return Response::json(200, messages::encode(shown(*member)));
}

Answer updateUser(Services &services, const Request &request)
{
    const auto wanted = messages::decodePersonChangeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    server::service::MemberChange change{.profile = {.username = wanted->username,
                                                     .email = wanted->email,
                                                     .firstName = {},
                                                     .lastName = {}},
                                         .pictureUrl = wanted->pictureUrl};
    if (wanted->name) {
        SplitName name = splitName(*wanted->name);
        change.profile.firstName = std::move(name.first);
        change.profile.lastName = std::move(name.last);
    }
    const auto updated = services.members().update(bridge::actorOf(request), pathText(request),
                                                   change, callerOf(request));
    if (!updated)
        return std::unexpected(namingName(updated.error()));
    return said(messages::userUpdated);
}

Answer removed(Services &services, const Request &request, MemberService::Whom whom,
               const QString &message)
{
    const auto done = services.members().remove(bridge::actorOf(request), pathText(request), whom,
                                                callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return said(message);
}

/// Deletes the person, as on every API of this server: ndastro's own service keeps the row and the
/// name.
Answer deleteUser(Services &services, const Request &request)
{
    return removed(services, request, MemberService::Whom::Oneself, messages::userDeleted);
}

/// The tokens of the person who is deleted end. ndastro's own service ends the caller's instead.
Answer deleteFromDatabase(Services &services, const Request &request)
{
    return removed(services, request, MemberService::Whom::Anyone,
                   messages::userDeletedFromDatabase);
}

Answer findTierOf(Services &services, const Request &request)
{
    const auto member = services.members().find(bridge::actorOf(request), pathText(request));
    if (!member)
        return std::unexpected(member.error());
    if (!member->tier)
        return Response::encodedJson(200, "null"_ba);
    return Response::json(200, messages::encode(shown(*member), shownTier(*member->tier)));
}

Answer setTierOf(Services &services, const Request &request)
{
    const auto tierId = messages::decodeTierChoiceRequest(request.body);
    if (!tierId)
        return std::unexpected(tierId.error());
    const auto person = services.members().setTier(bridge::actorOf(request), pathText(request),
                                                   *tierId, callerOf(request));
    if (!person)
        return std::unexpected(person.error());
    return said(messages::userTierUpdated(person->displayName()));
}

} // namespace

QString nameOf(const model::User &user)
{
    return (user.firstName + u' ' + user.lastName).trimmed();
}

messages::Tier shownTier(const model::Tier &tier)
{
    return {.id = tier.id, .name = tier.name, .createdAt = tier.createdAt};
}

QString pathText(const Request &request)
{
    return QString::fromUtf8(request.pathParameters.value(0));
}

Response said(const QString &message)
{
    return Response::json(200, messages::encodeMessage(message));
}

base::Result<messages::Page> pageOf(const Request &request)
{
    messages::Page page;
    QList<base::FieldError> problems;
    const auto read = [&](const QString &name, qint64 atMost, qint64 otherwise) {
        const auto text = request.queryValue(name.toLatin1());
        if (!text)
            return otherwise;
        bool isNumber = false;
        const qint64 number = text->toLongLong(&isNumber);
        const QString field = u"query:"_s + name;
        if (!isNumber)
            problems.append({field, u"not_an_integer"_s, u"This is no number."_s});
        else if (number < 1)
            problems.append(
                {field, u"too_small"_s, u"Input should be greater than or equal to 1"_s});
        else if (number > atMost)
            problems.append(
                {field, u"too_large"_s, u"Input should be less than or equal to %1"_s.arg(atMost)});
        return number;
    };
    page.number = read(u"page"_s, std::numeric_limits<int>::max(), page.number);
    page.size = read(u"items_per_page"_s, largestPage, page.size);
    if (problems.isEmpty())
        return page;
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = problems.first().message,
                                  .fields = problems});
}

void addUserRows(QList<Route> &rows, Services &services)
{
    // ndastro's superuser.
    const Right superuser = Right::to(model::Action::Manage, model::Subject::Users);
    // Of oneself everybody may ask; of others the service asks for the right to read people.
    const Right known = Right::signedIn();
    rows << Route{Method::Get, "/api/v1/users/",
                  Right::to(model::Action::Read, model::Subject::Users),
                  Handler::onPool(bound(services, &listUsers))}
         << Route{Method::Post, "/api/v1/users/", superuser,
                  Handler::onSignInPool(bound(services, &createUser))}
         << Route{Method::Get, "/api/v1/users/{username}", known,
                  Handler::onPool(bound(services, &findUser))}
         << Route{Method::Patch, "/api/v1/users/{username}", known,
                  Handler::onPool(bound(services, &updateUser))}
         << Route{Method::Delete, "/api/v1/users/{username}", superuser,
                  Handler::onPool(bound(services, &deleteUser))}
         << Route{Method::Delete, "/api/v1/users/db_user/{username}", superuser,
                  Handler::onPool(bound(services, &deleteFromDatabase))}
         << Route{Method::Get, "/api/v1/users/{username}/tier", known,
                  Handler::onPool(bound(services, &findTierOf))}
         << Route{Method::Patch, "/api/v1/users/{username}/tier", superuser,
                  Handler::onPool(bound(services, &setTierOf))};
}

} // namespace authdesk::systems::ndastro::routes
