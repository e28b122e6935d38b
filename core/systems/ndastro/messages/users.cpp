// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/users.h"

#include "core/systems/ndastro/messages/reading.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace authdesk::systems::ndastro::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr JsonFields::TextLimits nameLimits{.atLeast = 2, .atMost = 30};
constexpr JsonFields::TextLimits usernameLimits{.atLeast = 2, .atMost = 20};
constexpr JsonFields::TextLimits emailLimits{.atLeast = 1, .atMost = 254};
constexpr JsonFields::TextLimits pictureLimits{.atLeast = 0, .atMost = 2000};
constexpr JsonFields::TextLimits tierLimits{.atLeast = 1, .atMost = 150};

/// Blanks alone, or around a single letter, are no name.
void checkName(JsonFields &fields, const QString &name)
{
    if (!fields.hasErrors() && name.simplified().toUcs4().size() < nameLimits.atLeast) {
        fields.addError("name"_L1, "too_short"_L1,
                        u"This field needs at least %1 characters."_s.arg(nameLimits.atLeast));
    }
}

void checkUsername(JsonFields &fields, const QString &username)
{
    const bool isPlain = std::ranges::all_of(
        username, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    if (!isPlain) {
        fields.addError("username"_L1, "pattern"_L1,
                        u"String should match pattern '^[a-z0-9]+$'"_s);
    }
}

void checkPicture(JsonFields &fields, const QString &url)
{
    static const QRegularExpression good(u"\\A(?:https?|ftp)://[^\\s/$.?#][^\\s]+\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (!good.match(url).hasMatch()) {
        fields.addError("profile_image_url"_L1, "pattern"_L1,
                        u"String should match pattern '^(https?|ftp)://[^\\s/$.?#].[^\\s]*$'"_s);
    }
}

} // namespace

QString userTierUpdated(const QString &name)
{
    return u"User %1 Tier updated"_s.arg(name);
}

QJsonObject encode(const Person &person)
{
    return {{u"id"_s, person.id},
            {u"name"_s, person.name},
            {u"username"_s, person.username},
            {u"email"_s, person.email ? QJsonValue(*person.email) : QJsonValue()},
            {u"profile_image_url"_s, person.pictureUrl},
            {u"tier_id"_s, person.tierId ? QJsonValue(*person.tierId) : QJsonValue()}};
}

QJsonObject encode(const Tier &tier)
{
    return {{u"id"_s, tier.id},
            {u"name"_s, tier.name},
            {u"created_at"_s, base::timeToJson(tier.createdAt)}};
}

QJsonObject encode(const Person &person, const Tier &tier)
{
    QJsonObject object = encode(person);
    object.insert(u"tier_id"_s, tier.id);
    object.insert(u"tier_name"_s, tier.name);
    object.insert(u"tier_created_at"_s, base::timeToJson(tier.createdAt));
    return object;
}

QJsonObject encode(const Page &page, const QJsonArray &items)
{
    return {{u"items"_s, items},
            {u"total"_s, page.total},
            {u"page"_s, page.number},
            {u"items_per_page"_s, page.size},
            {u"next_page"_s, QJsonValue::Null},
            {u"prev_page"_s, QJsonValue::Null}};
}

Result<NewPerson> decodeNewPersonRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    NewPerson person{.name = fields.text("name"_L1, nameLimits),
                     .username = fields.text("username"_L1, usernameLimits),
                     .email = fields.text("email"_L1, emailLimits),
                     .password = fields.secret("password"_L1)};
    checkName(fields, person.name);
    checkUsername(fields, person.username);
    fields.refuseOthers({"name"_L1, "username"_L1, "email"_L1, "password"_L1});
    if (fields.hasErrors())
        return fields.failure();
    return person;
}

Result<PersonChange> decodePersonChangeRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    PersonChange change{.name = fields.optionalText("name"_L1, nameLimits),
                        .username = fields.optionalText("username"_L1, usernameLimits),
                        .email = fields.optionalText("email"_L1, emailLimits),
                        .pictureUrl = fields.optionalText("profile_image_url"_L1, pictureLimits)};
    if (change.name)
        checkName(fields, *change.name);
    if (change.username)
        checkUsername(fields, *change.username);
    if (change.pictureUrl)
        checkPicture(fields, *change.pictureUrl);
    fields.refuseOthers({"name"_L1, "username"_L1, "email"_L1, "profile_image_url"_L1});
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<qint64> decodeTierChoiceRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    const QJsonValue id = object->value("tier_id"_L1);
    // toInteger() gives its default for what is no whole number.
    if (id.isUndefined())
        fields.addError("tier_id"_L1, "required"_L1, u"This field is required."_s);
    else if (!id.isDouble() || id.toInteger(0) != id.toInteger(1))
        fields.addError("tier_id"_L1, "not_an_integer"_L1, u"This field must be a whole number."_s);
    if (fields.hasErrors())
        return fields.failure();
    return id.toInteger();
}

Result<QString> decodeNewTierRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    QString name = fields.text("name"_L1, tierLimits);
    if (fields.hasErrors())
        return fields.failure();
    return name;
}

Result<std::optional<QString>> decodeTierChangeRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    auto name = fields.optionalText("name"_L1, tierLimits);
    if (fields.hasErrors())
        return fields.failure();
    return name;
}

} // namespace authdesk::systems::ndastro::messages
