// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/account.h"

#include "core/systems/authdesk/messages/pages.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

/// What a client said about itself: any text, so what cannot be printed is left out.
QString printable(const QString &text)
{
    QString kept;
    for (const QChar c : text.left(512)) {
        if (c.category() != QChar::Other_Control)
            kept.append(c);
    }
    return kept;
}

std::optional<QString> profileText(JsonFields &fields, QLatin1StringView key)
{
    if (fields.isNull(key))
        fields.addError(key, "wrong_type"_L1, u"This field must be text."_s);
    return fields.optionalText(key, {});
}

} // namespace

QJsonObject encode(const ProfileChange &change)
{
    QJsonObject object;
    if (change.username)
        object.insert(u"username"_s, *change.username);
    if (change.email)
        object.insert(u"email"_s, change.email->isEmpty() ? QJsonValue(QJsonValue::Null)
                                                          : QJsonValue(*change.email));
    if (change.firstName)
        object.insert(u"first_name"_s, *change.firstName);
    if (change.lastName)
        object.insert(u"last_name"_s, *change.lastName);
    return object;
}

Result<ProfileChange> decodeProfileChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"username"_L1, "email"_L1, "first_name"_L1, "last_name"_L1});
    ProfileChange change{.username = profileText(fields, "username"_L1),
                         .email = fields.optionalText("email"_L1, {}),
                         .firstName = profileText(fields, "first_name"_L1),
                         .lastName = profileText(fields, "last_name"_L1)};
    if (fields.isNull("email"_L1))
        change.email = QString();
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

QJsonObject encode(const model::Session &session)
{
    return {{u"id"_s, session.id},
            {u"user_id"_s, session.userId},
            {u"username"_s, session.username},
            {u"system"_s, session.system},
            {u"address"_s, session.address},
            {u"user_agent"_s, printable(session.userAgent)},
            {u"created_at"_s, base::timeToJson(session.createdAt)},
            {u"last_seen_at"_s, base::timeToJson(session.lastSeenAt)},
            {u"expires_at"_s, base::timeToJson(session.expiresAt)},
            {u"current"_s, session.current}};
}

QJsonObject encodeSessions(const model::Page<model::Session> &page)
{
    return encodePage<model::Session>(page, &encode);
}

Result<model::Session> decodeSession(const QJsonObject &object)
{
    JsonFields fields(object);
    model::Session session{.id = fields.integer("id"_L1, 1, 1LL << 53),
                           .userId = fields.integer("user_id"_L1, 1, 1LL << 53),
                           .username = fields.text("username"_L1, {}),
                           .system = fields.text("system"_L1, {}),
                           .address = fields.text("address"_L1, {}),
                           .userAgent = printable(object.value("user_agent"_L1).toString()),
                           .createdAt = fields.time("created_at"_L1),
                           .lastSeenAt = fields.optionalTime("last_seen_at"_L1),
                           .expiresAt = fields.time("expires_at"_L1),
                           .current = fields.flag("current"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return session;
}

Result<model::Page<model::Session>> decodeSessions(const QByteArray &body)
{
    return decodePage<model::Session>(body, &decodeSession);
}

} // namespace authdesk::systems::own::messages
