// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/messages/users.h"

#include "core/base/json.h"
#include "core/systems/pipelit/messages/reading.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::pipelit::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr qint64 largestId = 9'007'199'254'740'991; ///< 2^53 - 1: JSON's numbers are exact so far
constexpr qsizetype mostPeople = 100'000;
constexpr qsizetype mostKeys = 100'000;
constexpr qsizetype mostIds = 10'000;
constexpr JsonFields::TextLimits nameLimits{.atLeast = 0, .atMost = 150};

QJsonValue optionalTime(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(timeText(*time)) : QJsonValue();
}

QDateTime readTime(JsonFields &fields, QLatin1StringView key)
{
    const QString text = fields.text(key, {.atLeast = 1, .atMost = 64});
    const auto time = timeFromWire(text);
    if (!time)
        fields.addError(key, "not_a_time"_L1, {});
    return time.value_or(QDateTime());
}

std::optional<QDateTime> readOptionalTime(JsonFields &fields, QLatin1StringView key)
{
    const auto text = fields.optionalText(key, {.atLeast = 0, .atMost = 64});
    if (!text)
        return std::nullopt;
    const auto time = timeFromWire(*text);
    if (!time)
        fields.addError(key, "not_a_time"_L1, {});
    return time;
}

std::optional<Role> readOptionalRole(JsonFields &fields)
{
    const auto text = fields.optionalText("role"_L1, {});
    if (!text)
        return std::nullopt;
    const auto role = roleFromName(*text);
    if (!role)
        fields.addError("role"_L1, "not_a_role"_L1, {});
    return role;
}

Person readPerson(JsonFields &fields)
{
    Person person{.id = fields.integer("id"_L1, 1, largestId),
                  .username = fields.text("username"_L1, {.atLeast = 1}),
                  .role = Role::Normal,
                  .firstName = fields.optionalText("first_name"_L1, {}).value_or(QString()),
                  .lastName = fields.optionalText("last_name"_L1, {}).value_or(QString()),
                  .createdAt = readTime(fields, "created_at"_L1),
                  .mfaEnabled = fields.flag("mfa_enabled"_L1),
                  .keyCount = fields.integer("key_count"_L1, 0, largestId)};
    const auto role = readOptionalRole(fields);
    if (!role && !fields.hasErrors())
        fields.addError("role"_L1, "required"_L1, {});
    person.role = role.value_or(Role::Normal);
    return person;
}

Key readKey(JsonFields &fields)
{
    return {.id = fields.integer("id"_L1, 1, largestId),
            .name = fields.text("name"_L1, {}),
            .prefix = fields.text("prefix"_L1, {}),
            .createdAt = readTime(fields, "created_at"_L1),
            .lastUsedAt = readOptionalTime(fields, "last_used_at"_L1),
            .expiresAt = readOptionalTime(fields, "expires_at"_L1),
            .isActive = fields.flag("is_active"_L1),
            .key = {}};
}

} // namespace

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss"_s);
}

std::optional<QDateTime> timeFromWire(const QString &text)
{
    if (auto zoned = base::timeFromText(text))
        return zoned;
    // Without a zone it is UTC; with one, this names two and is no time.
    return base::timeFromText(text + u'Z');
}

QLatin1StringView roleName(Role role)
{
    return role == Role::Admin ? "admin"_L1 : "normal"_L1;
}

std::optional<Role> roleFromName(QStringView name)
{
    if (name == "admin"_L1)
        return Role::Admin;
    return name == "normal"_L1 ? std::optional(Role::Normal) : std::nullopt;
}

QJsonObject encode(const Person &person)
{
    return {{u"id"_s, person.id},
            {u"username"_s, person.username},
            {u"role"_s, QString(roleName(person.role))},
            {u"first_name"_s, person.firstName},
            {u"last_name"_s, person.lastName},
            {u"created_at"_s, timeText(person.createdAt)},
            {u"mfa_enabled"_s, person.mfaEnabled},
            {u"key_count"_s, person.keyCount}};
}

QJsonObject encode(const People &people)
{
    QJsonArray users;
    for (const Person &person : people.users)
        users.append(encode(person));
    return {{u"users"_s, users}, {u"total"_s, people.total}};
}

QJsonObject encode(const Key &key)
{
    QJsonObject object{{u"id"_s, key.id},
                       {u"name"_s, key.name},
                       {u"prefix"_s, key.prefix},
                       {u"created_at"_s, timeText(key.createdAt)},
                       {u"last_used_at"_s, optionalTime(key.lastUsedAt)},
                       {u"expires_at"_s, optionalTime(key.expiresAt)},
                       {u"is_active"_s, key.isActive}};
    if (!key.key.isEmpty())
        object.insert(u"key"_s, key.key.toString());
    return object;
}

QJsonArray encode(const QList<Key> &keys)
{
    QJsonArray array;
    for (const Key &key : keys)
        array.append(encode(key));
    return array;
}

QJsonObject encode(const NewPerson &person)
{
    return {{u"username"_s, person.username},
            {u"password"_s, person.password.toString()},
            {u"role"_s, QString(roleName(person.role))},
            {u"first_name"_s, person.firstName},
            {u"last_name"_s, person.lastName}};
}

QJsonObject encode(const PersonChange &change)
{
    QJsonObject object;
    if (change.role)
        object.insert(u"role"_s, QString(roleName(*change.role)));
    if (change.firstName)
        object.insert(u"first_name"_s, *change.firstName);
    if (change.lastName)
        object.insert(u"last_name"_s, *change.lastName);
    if (change.password)
        object.insert(u"password"_s, change.password->toString());
    if (change.currentPassword)
        object.insert(u"current_password"_s, change.currentPassword->toString());
    return object;
}

QJsonObject encode(const NewKey &key)
{
    QJsonObject object{{u"name"_s, key.name}};
    if (key.expiresAt)
        object.insert(u"expires_at"_s, timeText(*key.expiresAt));
    return object;
}

QJsonObject encodeNoAgents()
{
    return {{u"items"_s, QJsonArray()}, {u"total"_s, 0}};
}

Result<Person> decodePerson(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    Person person = readPerson(fields);
    return answered(fields, std::move(person));
}

Result<People> decodePeople(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    People people;
    for (const QJsonValue value : fields.array("users"_L1, mostPeople)) {
        JsonFields each(value.toObject());
        people.users.append(readPerson(each));
        if (each.hasErrors())
            return base::unexpectedAnswer(each.failure().error());
    }
    people.total = fields.integer("total"_L1, 0, largestId);
    return answered(fields, std::move(people));
}

Result<Key> decodeCreatedKey(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    Key key = readKey(fields);
    key.key = fields.secret("key"_L1);
    if (key.key.isEmpty())
        fields.addError("key"_L1, "too_short"_L1, {});
    return answered(fields, std::move(key));
}

Result<QList<Key>> decodeKeys(const QByteArray &body)
{
    // An array at the top: read as the one field of an object, so that the same limits hold.
    const auto object = base::parseJsonObject("{\"keys\":" + body + '}');
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    QList<Key> keys;
    for (const QJsonValue value : fields.array("keys"_L1, mostKeys)) {
        JsonFields each(value.toObject());
        keys.append(readKey(each));
        if (each.hasErrors())
            return base::unexpectedAnswer(each.failure().error());
    }
    return answered(fields, std::move(keys));
}

Result<NewPerson> decodeNewPersonRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    // An e-mail address as a name may be longer than a plain one; the service tells them apart.
    NewPerson person{
        .username = fields.text("username"_L1, {.atLeast = 1}),
        .password = fields.secret("password"_L1),
        .role = readOptionalRole(fields).value_or(Role::Normal),
        .firstName = fields.optionalText("first_name"_L1, nameLimits).value_or(QString()),
        .lastName = fields.optionalText("last_name"_L1, nameLimits).value_or(QString())};
    if (fields.hasErrors())
        return fields.failure();
    return person;
}

Result<PersonChange> decodePersonChangeRequest(const QByteArray &body, Whose whose)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    PersonChange change{.role = whose == Whose::Others ? readOptionalRole(fields) : std::nullopt,
                        .firstName = fields.optionalText("first_name"_L1, nameLimits),
                        .lastName = fields.optionalText("last_name"_L1, nameLimits),
                        .password = fields.optionalSecret("password"_L1),
                        .currentPassword = fields.optionalSecret("current_password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<NewKey> decodeNewKeyRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    NewKey key{.name = fields.text("name"_L1, {.atLeast = 1, .atMost = 100}),
               .expiresAt = readOptionalTime(fields, "expires_at"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return key;
}

Result<QList<qint64>> decodeBatchDeleteRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    QList<qint64> ids;
    for (const QJsonValue id : fields.array("ids"_L1, mostIds)) {
        if (!id.isDouble() || id.toInteger(0) != id.toInteger(1)) {
            fields.addError("ids"_L1, "not_an_integer"_L1, {});
            break;
        }
        ids.append(id.toInteger());
    }
    if (fields.hasErrors())
        return fields.failure();
    return ids;
}

} // namespace authdesk::systems::pipelit::messages
