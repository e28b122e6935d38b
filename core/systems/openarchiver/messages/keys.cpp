// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/keys.h"

#include "core/base/json.h"
#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/messages/people.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDays = 730;
constexpr qsizetype shownLetters = 5;

} // namespace

base::Result<NewKey> decodeNewKey(const QJsonObject &body)
{
    base::JsonFields fields(body);
    NewKey key{.name = fields.text("name"_L1, {.atLeast = 1}),
               .expiresInDays = int(fields.integer("expiresInDays"_L1, 1, mostDays))};
    if (fields.hasErrors())
        return fields.failure();
    return key;
}

QJsonObject encodeNewKey(const base::Secret &key)
{
    return {{u"key"_s, key.toString()}};
}

QJsonArray encodeKeys(const QList<model::ApiKey> &keys, const QString &owner)
{
    QJsonArray list;
    for (const model::ApiKey &key : keys) {
        if (key.revokedAt)
            continue;
        list.append(QJsonObject{{u"id"_s, keyUuid(key.id)},
                                {u"name"_s, key.name},
                                {u"userId"_s, owner},
                                {u"key"_s, key.prefix.left(shownLetters) + u"*****"_s},
                                {u"expiresAt"_s, timeToJson(key.expiresAt)},
                                {u"createdAt"_s, timeToJson(key.createdAt)},
                                {u"updatedAt"_s, timeToJson(key.createdAt)}});
    }
    return list;
}

} // namespace authdesk::systems::openarchiver::messages
