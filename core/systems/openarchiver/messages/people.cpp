// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/people.h"

#include "core/base/json.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/roles.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr QLatin1StringView passwordsMissing{"currentPassword and newPassword are required"};

} // namespace

QJsonValue timeToJson(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject encodeSignedIn(const Person &person)
{
    return {{u"id"_s, person.user.uid},
            {u"first_name"_s, person.user.firstName},
            {u"last_name"_s, person.user.lastName},
            {u"email"_s, person.user.email ? QJsonValue(*person.user.email) : QJsonValue()},
            {u"role"_s, encode(person.role)},
            {u"createdAt"_s, timeToJson(person.user.createdAt)}};
}

QJsonObject encode(const Person &person)
{
    QJsonObject object = encodeSignedIn(person);
    const QJsonObject role = encode(person.role);
    object.insert(u"totpEnabled"_s, person.user.mfaEnabled);
    object.insert(u"userRoles"_s, QJsonArray{QJsonObject{{u"userId"_s, person.user.uid},
                                                         {u"roleId"_s, role.value("id"_L1)},
                                                         {u"role"_s, role}}});
    return object;
}

Result<NewPerson> decodeNewPerson(const QJsonObject &body)
{
    JsonFields fields(body);
    NewPerson person{.email = fields.text("email"_L1, {.atLeast = 1}),
                     .firstName = fields.text("first_name"_L1, {.atLeast = 1}),
                     .lastName = fields.text("last_name"_L1, {.atLeast = 1}),
                     .password = fields.secret("password"_L1),
                     .roleId = fields.text("roleId"_L1, {.atLeast = 1})};
    if (fields.hasErrors() || person.password.isEmpty())
        return missing(userFieldsMissing);
    return person;
}

Result<PersonChange> decodePersonChange(const QJsonObject &body)
{
    JsonFields fields(body);
    PersonChange change{.email = fields.optionalText("email"_L1, {.atLeast = 1}),
                        .firstName = fields.optionalText("first_name"_L1, {}),
                        .lastName = fields.optionalText("last_name"_L1, {}),
                        .roleId = fields.optionalText("roleId"_L1, {.atLeast = 1})};
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<PasswordChange> decodePasswordChange(const QJsonObject &body)
{
    JsonFields fields(body);
    PasswordChange change{.current = fields.secret("currentPassword"_L1),
                          .wanted = fields.secret("newPassword"_L1)};
    if (fields.hasErrors())
        return missing(passwordsMissing);
    return change;
}

} // namespace authdesk::systems::openarchiver::messages
