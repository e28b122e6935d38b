// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/keys.h"

#include "core/systems/authdesk/messages/pages.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using model::ApiKey;
using model::KeyLevel;

namespace {

constexpr qint64 largestKeyNumber = 1LL << 53;
constexpr JsonFields::TextLimits keyName{.atLeast = 1, .atMost = 100};

KeyLevel levelIn(JsonFields &fields, const QString &word)
{
    const auto level = model::keyLevelFromName(word);
    if (!level && !word.isEmpty())
        fields.addError("level"_L1, "not_allowed"_L1, u"This is read, write or admin."_s);
    return level.value_or(KeyLevel::Read);
}

} // namespace

QJsonObject encode(const ApiKey &key)
{
    return {{u"id"_s, key.id},
            {u"user_id"_s, key.userId},
            {u"system"_s, key.system},
            {u"name"_s, key.name},
            {u"prefix"_s, key.prefix},
            {u"level"_s, QString(model::keyLevelName(key.level))},
            {u"created_at"_s, base::timeToJson(key.createdAt)},
            {u"expires_at"_s, base::timeToJson(key.expiresAt)},
            {u"last_used_at"_s, base::timeToJson(key.lastUsedAt)},
            {u"revoked_at"_s, base::timeToJson(key.revokedAt)}};
}

QJsonObject encode(const NewKey &key)
{
    QJsonObject object{{u"name"_s, key.name}, {u"level"_s, QString(keyLevelName(key.level))}};
    if (key.expiresAt)
        object.insert(u"expires_at"_s, base::timeToJson(key.expiresAt));
    if (key.userId)
        object.insert(u"user_id"_s, *key.userId);
    return object;
}

QJsonObject encode(const CreatedKey &created)
{
    QJsonObject object = encode(created.key);
    object.insert(u"key"_s, created.secret.toString());
    return object;
}

QJsonObject encodeKeys(const model::Page<ApiKey> &page)
{
    return encodePage<ApiKey>(page, &encode);
}

Result<NewKey> decodeNewKey(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"name"_L1, "level"_L1, "expires_at"_L1, "user_id"_L1});
    NewKey key{.name = fields.text("name"_L1, keyName),
               .expiresAt = fields.optionalTime("expires_at"_L1),
               .userId = fields.optionalInteger("user_id"_L1, 1, largestKeyNumber)};
    if (const auto word = fields.optionalText("level"_L1, {.atLeast = 1}))
        key.level = levelIn(fields, *word);
    if (fields.hasErrors())
        return fields.failure();
    return key;
}

Result<ApiKey> decodeKey(const QJsonObject &object)
{
    JsonFields fields(object);
    ApiKey key{.id = fields.integer("id"_L1, 1, largestKeyNumber),
               .userId = fields.integer("user_id"_L1, 1, largestKeyNumber),
               .system = fields.text("system"_L1, {}),
               .name = fields.text("name"_L1, {}),
               .prefix = fields.text("prefix"_L1, {}),
               .createdAt = fields.time("created_at"_L1),
               .expiresAt = fields.optionalTime("expires_at"_L1),
               .lastUsedAt = fields.optionalTime("last_used_at"_L1),
               .revokedAt = fields.optionalTime("revoked_at"_L1)};
    key.level = levelIn(fields, fields.text("level"_L1, {.atLeast = 1}));
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return key;
}

Result<CreatedKey> decodeCreatedKey(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    const auto key = decodeKey(*object);
    if (!key)
        return std::unexpected(key.error());
    JsonFields fields(*object);
    CreatedKey created{.key = *key, .secret = fields.secret("key"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return created;
}

Result<model::Page<ApiKey>> decodeKeys(const QByteArray &body)
{
    return decodePage<ApiKey>(body, &decodeKey);
}

} // namespace authdesk::systems::own::messages
