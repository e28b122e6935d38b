// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/users.h"

#include "core/systems/authdesk/messages/pages.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr JsonFields::TextLimits userText{.atMost = 255};
constexpr qint64 largestId = 1LL << 53;

std::optional<model::UserStatus> settableStatus(JsonFields &fields)
{
    const auto name = fields.optionalText("status"_L1, userText);
    if (!name)
        return std::nullopt;
    const auto status = model::userStatusFromName(*name);
    if (status == model::UserStatus::Active || status == model::UserStatus::Disabled)
        return status;
    fields.addError("status"_L1, "not_allowed"_L1, u"Only active or disabled can be set."_s);
    return std::nullopt;
}

/// Null for a name that the request leaves out; these fields cannot be taken away.
std::optional<QString> changedText(JsonFields &fields, QLatin1StringView key)
{
    if (fields.isNull(key))
        fields.addError(key, "wrong_type"_L1, u"This field must be text."_s);
    return fields.optionalText(key, userText);
}

QJsonValue textOrNull(const std::optional<QString> &text)
{
    return text && !text->isEmpty() ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

QString unwrittenText(JsonFields &fields, QLatin1StringView key)
{
    return fields.optionalText(key, userText).value_or(QString());
}

} // namespace

QJsonObject encode(const model::User &user)
{
    QJsonArray methods;
    for (const model::MfaKind kind : user.mfaMethods)
        methods.append(QString(model::mfaKindName(kind)));
    return {{u"id"_s, user.id},
            {u"uid"_s, user.uid},
            {u"username"_s, user.username},
            {u"email"_s, textOrNull(user.email)},
            {u"first_name"_s, user.firstName},
            {u"last_name"_s, user.lastName},
            {u"role"_s, QJsonObject{{u"id"_s, user.role.id},
                                    {u"slug"_s, user.role.slug},
                                    {u"name"_s, user.role.name}}},
            {u"status"_s, QString(model::userStatusName(user.status))},
            {u"valid_until"_s, base::timeToJson(user.validUntil)},
            {u"mfa_enabled"_s, user.mfaEnabled},
            {u"mfa_methods"_s, methods},
            {u"must_change_password"_s, user.mustChangePassword},
            {u"last_login_at"_s, base::timeToJson(user.lastLoginAt)},
            {u"created_at"_s, base::timeToJson(user.createdAt)},
            {u"updated_at"_s, base::timeToJson(user.updatedAt)},
            {u"version"_s, user.version}};
}

QJsonObject encode(const NewUser &user)
{
    QJsonObject object;
    if (user.username)
        object.insert(u"username"_s, *user.username);
    if (user.email)
        object.insert(u"email"_s, *user.email);
    if (!user.firstName.isEmpty())
        object.insert(u"first_name"_s, user.firstName);
    if (!user.lastName.isEmpty())
        object.insert(u"last_name"_s, user.lastName);
    if (user.roleSlug)
        object.insert(u"role"_s, *user.roleSlug);
    if (user.status)
        object.insert(u"status"_s, QString(model::userStatusName(*user.status)));
    if (user.validUntil)
        object.insert(u"valid_until"_s, base::timeToJson(user.validUntil));
    if (user.password)
        object.insert(u"password"_s, user.password->toString());
    return object;
}

QJsonObject encode(const UserChange &change)
{
    QJsonObject object;
    if (change.username)
        object.insert(u"username"_s, *change.username);
    if (change.email)
        object.insert(u"email"_s, textOrNull(change.email));
    if (change.firstName)
        object.insert(u"first_name"_s, *change.firstName);
    if (change.lastName)
        object.insert(u"last_name"_s, *change.lastName);
    if (change.roleSlug)
        object.insert(u"role"_s, *change.roleSlug);
    if (change.status)
        object.insert(u"status"_s, QString(model::userStatusName(*change.status)));
    if (change.validUntil)
        object.insert(u"valid_until"_s, base::timeToJson(*change.validUntil));
    return object;
}

QJsonObject encode(const CreatedUser &created)
{
    QJsonObject object = encode(created.user);
    if (!created.oneTimePassword.isEmpty())
        object.insert(u"one_time_password"_s, created.oneTimePassword.toString());
    if (created.expiresAt.isValid())
        object.insert(u"expires_at"_s, base::timeToJson(created.expiresAt));
    return object;
}

QJsonObject encode(const OneTimeSecret &secret, OneTimeKind kind)
{
    const QString name =
        kind == OneTimeKind::Password ? u"one_time_password"_s : u"one_time_code"_s;
    return {{name, secret.secret.toString()},
            {u"expires_at"_s, base::timeToJson(secret.expiresAt)}};
}

QJsonObject encodeUsers(const model::Page<model::User> &page)
{
    return encodePage<model::User>(page, &encode);
}

Result<model::User> decodeUser(const QJsonObject &object)
{
    JsonFields fields(object);
    JsonFields role(fields.object("role"_L1));
    model::User user;
    user.id = fields.integer("id"_L1, 1, largestId);
    user.uid = fields.text("uid"_L1, {.atLeast = 1, .atMost = 64});
    user.username = fields.text("username"_L1, {.atLeast = 1, .atMost = 255});
    user.email = fields.optionalText("email"_L1, userText);
    user.firstName = unwrittenText(fields, "first_name"_L1);
    user.lastName = unwrittenText(fields, "last_name"_L1);
    user.role = {.id = role.integer("id"_L1, 1, largestId),
                 .slug = role.text("slug"_L1, userText),
                 .name = role.text("name"_L1, userText)};
    const auto status = model::userStatusFromName(fields.text("status"_L1, userText));
    if (!status)
        fields.addError("status"_L1, "unknown_value"_L1, {});
    user.status = status.value_or(model::UserStatus::Active);
    user.validUntil = fields.optionalTime("valid_until"_L1);
    user.mfaEnabled = fields.flag("mfa_enabled"_L1);
    for (const QString &name : fields.texts("mfa_methods"_L1, 16)) {
        // A newer server may know more kinds; mfa_enabled still tells that there is one.
        if (const auto kind = model::mfaKindFromName(name))
            user.mfaMethods.append(*kind);
    }
    user.mustChangePassword = fields.flag("must_change_password"_L1);
    user.lastLoginAt = fields.optionalTime("last_login_at"_L1);
    user.createdAt = fields.time("created_at"_L1);
    user.updatedAt = fields.time("updated_at"_L1);
    user.version = fields.integer("version"_L1, 0, largestId);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    if (role.hasErrors())
        return base::unexpectedAnswer(role.failure().error());
    return user;
}

Result<model::User> decodeUser(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    return decodeUser(*object);
}

Result<model::Page<model::User>> decodeUsers(const QByteArray &body)
{
    return decodePage<model::User>(body, &decodeUser);
}

Result<CreatedUser> decodeCreatedUser(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    const auto user = decodeUser(*object);
    if (!user)
        return std::unexpected(user.error());
    JsonFields fields(*object);
    CreatedUser created{.user = *user,
                        .oneTimePassword =
                            fields.optionalSecret("one_time_password"_L1).value_or(base::Secret()),
                        .expiresAt = fields.optionalTime("expires_at"_L1).value_or(QDateTime())};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return created;
}

Result<OneTimeSecret> decodeOneTimeSecret(const QByteArray &body, OneTimeKind kind)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    OneTimeSecret secret{.secret =
                             fields.secret(kind == OneTimeKind::Password ? "one_time_password"_L1
                                                                         : "one_time_code"_L1),
                         .expiresAt = fields.time("expires_at"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return secret;
}

Result<NewUser> decodeNewUser(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"username"_L1, "email"_L1, "first_name"_L1, "last_name"_L1, "role"_L1,
                         "status"_L1, "valid_until"_L1, "password"_L1});
    NewUser user{.username = fields.optionalText("username"_L1, userText),
                 .email = fields.optionalText("email"_L1, userText),
                 .firstName = unwrittenText(fields, "first_name"_L1),
                 .lastName = unwrittenText(fields, "last_name"_L1),
                 .roleSlug = fields.optionalText("role"_L1, userText),
                 .status = settableStatus(fields),
                 .validUntil = fields.optionalTime("valid_until"_L1),
                 .password = fields.optionalSecret("password"_L1)};
    if (user.username && user.username->isEmpty())
        user.username.reset();
    if (user.email && user.email->isEmpty())
        user.email.reset();
    if (!user.username && !user.email && !fields.hasErrors())
        fields.addError("username"_L1, "required"_L1,
                        u"A username or an e-mail address is required."_s);
    if (fields.hasErrors())
        return fields.failure();
    return user;
}

Result<UserChange> decodeUserChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"username"_L1, "email"_L1, "first_name"_L1, "last_name"_L1, "role"_L1,
                         "status"_L1, "valid_until"_L1});
    UserChange change{.username = changedText(fields, "username"_L1),
                      .email = fields.optionalText("email"_L1, userText),
                      .firstName = changedText(fields, "first_name"_L1),
                      .lastName = changedText(fields, "last_name"_L1),
                      .roleSlug = changedText(fields, "role"_L1),
                      .status = settableStatus(fields),
                      .validUntil = std::nullopt};
    if (fields.isNull("email"_L1))
        change.email = QString();
    if (fields.isNull("status"_L1))
        fields.addError("status"_L1, "wrong_type"_L1, u"This field must be text."_s);
    if (fields.has("valid_until"_L1))
        change.validUntil = fields.optionalTime("valid_until"_L1);
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

} // namespace authdesk::systems::own::messages
