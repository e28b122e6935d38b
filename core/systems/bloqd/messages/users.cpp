// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/users.h"

#include "core/base/json.h"

#include <QtCore/QRegularExpression>

#include <array>

namespace authdesk::systems::bloqd::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr std::array roles{Role::Viewer, Role::Operator, Role::Admin};
constexpr std::array levels{Level::Read, Level::Write, Level::Admin};
constexpr JsonFields::TextLimits emailLimits{.atLeast = 0, .atMost = 254};

QJsonValue optionalText(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

void checkUsername(JsonFields &fields, const QString &username)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_]{3,50}\\z"_s);
    if (!form.match(username).hasMatch())
        fields.addError("username"_L1, "pattern"_L1, u"Use 3 to 50 of A-Z, a-z, 0-9 and _."_s);
}

std::optional<Role> readOptionalRole(JsonFields &fields)
{
    const auto text = fields.optionalText("role"_L1, {});
    if (!text)
        return std::nullopt;
    const auto role = roleFromName(*text);
    if (!role)
        fields.addError("role"_L1, "not_a_role"_L1, u"This is Admin, Operator or Viewer."_s);
    return role;
}

void demand(JsonFields &fields, QLatin1StringView key)
{
    if (!fields.has(key) || fields.isNull(key))
        fields.addError(key, "required"_L1, u"This field is required."_s);
}

} // namespace

QLatin1StringView roleName(Role role)
{
    switch (role) {
    case Role::Admin:
        return "Admin"_L1;
    case Role::Operator:
        return "Operator"_L1;
    case Role::Viewer:
        break;
    }
    return "Viewer"_L1;
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const Role role : roles) {
        if (name == roleName(role))
            return role;
    }
    return std::nullopt;
}

QLatin1StringView levelName(Level level)
{
    switch (level) {
    case Level::Admin:
        return "admin"_L1;
    case Level::Write:
        return "write"_L1;
    case Level::Read:
        break;
    }
    return "read"_L1;
}

std::optional<Level> levelFromName(QStringView name)
{
    for (const Level level : levels) {
        if (name == levelName(level))
            return level;
    }
    return std::nullopt;
}

QJsonObject encodeListed(const Person &person)
{
    return {{u"id"_s, person.id},
            {u"username"_s, person.username},
            {u"email"_s, optionalText(person.email)},
            {u"role"_s, QString(roleName(person.role))},
            {u"mfa_enabled"_s, person.mfaEnabled},
            {u"oauth_provider"_s, QJsonValue::Null},
            {u"last_login"_s, base::timeToJson(person.lastLogin)},
            {u"created_at"_s, base::timeToJson(person.createdAt)}};
}

QJsonObject encode(const People &people)
{
    QJsonArray users;
    for (const Person &person : people.users)
        users.append(encodeListed(person));
    return {{u"users"_s, users},
            {u"total"_s, people.total},
            {u"page"_s, people.page},
            {u"limit"_s, people.limit}};
}

QJsonObject encode(const Person &person)
{
    QJsonObject object = encodeListed(person);
    // Servers to be let in to are Bloqd's own; whoever has a role here has it for all there is.
    object.insert(u"server_access"_s, u"all"_s);
    object.insert(u"updated_at"_s, base::timeToJson(person.updatedAt));
    return object;
}

QJsonObject encodeCreated(const Person &person)
{
    return {{u"id"_s, person.id},
            {u"username"_s, person.username},
            {u"email"_s, optionalText(person.email)},
            {u"role"_s, QString(roleName(person.role))},
            {u"created_at"_s, base::timeToJson(person.createdAt)}};
}

QJsonObject encodeCreated(const Key &key)
{
    return {{u"id"_s, key.id},
            {u"name"_s, key.name},
            {u"key"_s, key.key.toString()},
            {u"permissions"_s, QString(levelName(key.level))},
            {u"created_at"_s, base::timeToJson(key.createdAt)}};
}

QJsonObject encode(const QList<Key> &keys)
{
    QJsonArray array;
    for (const Key &key : keys) {
        array.append(QJsonObject{{u"id"_s, key.id},
                                 {u"name"_s, key.name},
                                 {u"prefix"_s, key.prefix},
                                 {u"permissions"_s, QString(levelName(key.level))},
                                 {u"created_at"_s, base::timeToJson(key.createdAt)},
                                 {u"last_used"_s, base::timeToJson(key.lastUsedAt)},
                                 {u"is_active"_s, key.isActive}});
    }
    return {{u"keys"_s, array}};
}

Result<NewPerson> decodeNewPersonRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    NewPerson person{.username = fields.text("username"_L1, {}),
                     .email = fields.text("email"_L1, emailLimits),
                     .password = fields.secret("password"_L1),
                     .role = readOptionalRole(fields).value_or(Role::Viewer)};
    demand(fields, "role"_L1);
    if (object->value("username"_L1).isString())
        checkUsername(fields, person.username);
    if (object->value("email"_L1) == u""_s)
        fields.addError("email"_L1, "required"_L1, u"This field is required."_s);
    if (fields.hasErrors())
        return fields.failure();
    return person;
}

Result<PersonChange> decodePersonChangeRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    PersonChange change{.username = fields.optionalText("username"_L1, {}),
                        .email = fields.optionalText("email"_L1, emailLimits),
                        .role = readOptionalRole(fields)};
    if (change.username)
        checkUsername(fields, *change.username);
    // Taken back rather than left alone: whoever sends null means something by it.
    if (fields.isNull("email"_L1))
        change.email = QString();
    fields.refuseOthers({"username"_L1, "email"_L1, "role"_L1});
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<NewKey> decodeNewKeyRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    NewKey key{.name = fields.text("name"_L1, {.atLeast = 1, .atMost = 100}), .level = {}};
    const QString permissions = fields.text("permissions"_L1, {});
    if (const auto level = levelFromName(permissions))
        key.level = *level;
    else if (object->value("permissions"_L1).isString())
        fields.addError("permissions"_L1, "not_a_level"_L1, u"This is read, write or admin."_s);
    // A key that opens more than was asked for is worse than none.
    if (fields.has("server_id"_L1) && !fields.isNull("server_id"_L1))
        fields.addError("server_id"_L1, "unknown"_L1,
                        u"There are no servers here that a key could be bound to."_s);
    if (fields.hasErrors())
        return fields.failure();
    return key;
}

} // namespace authdesk::systems::bloqd::messages
