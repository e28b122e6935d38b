// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/records.h"

#include "core/systems/authdesk/messages/pages.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr qint64 largestNumber = 1LL << 53;

/// {uid, username}, or null for nobody.
QJsonValue encodePerson(const QString &uid, const QString &name)
{
    if (uid.isEmpty() && name.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"uid"_s, uid.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(uid)},
                       {u"username"_s, name}};
}

void decodePerson(const QJsonValue &value, QString &uid, QString &name)
{
    JsonFields fields(value.toObject());
    uid = fields.optionalText("uid"_L1, {}).value_or(QString());
    name = fields.optionalText("username"_L1, {}).value_or(QString());
}

QString recordText(JsonFields &fields, QLatin1StringView key)
{
    return fields.optionalText(key, {.atMost = 1024}).value_or(QString());
}

} // namespace

QJsonObject encode(const model::AuditEvent &event)
{
    return {{u"id"_s, event.id},
            {u"at"_s, base::timeToJson(event.at)},
            {u"action"_s, event.action},
            {u"result"_s, event.result},
            {u"reason"_s, event.reason},
            {u"actor"_s, encodePerson(event.actorUid, event.actorName)},
            {u"target"_s, encodePerson(event.targetUid, event.targetName)},
            {u"system"_s, event.system},
            {u"address"_s, event.address},
            {u"request_id"_s, event.requestId},
            {u"changes"_s, event.changes},
            {u"sealed_later"_s, event.sealedLater}};
}

QJsonObject encode(const AuditVerdict &verdict)
{
    QJsonObject object{{u"ok"_s, verdict.ok}, {u"checked"_s, verdict.checked}};
    if (verdict.brokenAt)
        object.insert(u"broken_at"_s, *verdict.brokenAt);
    return object;
}

QJsonObject encode(const model::RequestEntry &entry)
{
    return {{u"id"_s, entry.id},
            {u"at"_s, base::timeToJson(entry.at)},
            {u"request_id"_s, entry.requestId},
            {u"method"_s, entry.method},
            {u"path"_s, entry.path},
            {u"status"_s, entry.status},
            {u"duration_us"_s, entry.durationMicroseconds},
            {u"address"_s, entry.address},
            {u"system"_s, entry.system},
            {u"username"_s, entry.username}};
}

QJsonObject encodeAuditEvents(const model::Page<model::AuditEvent> &page)
{
    return encodePage<model::AuditEvent>(page, &encode);
}

QJsonObject encodeRequests(const model::Page<model::RequestEntry> &page)
{
    return encodePage<model::RequestEntry>(page, &encode);
}

Result<model::AuditEvent> decodeAuditEvent(const QJsonObject &object)
{
    JsonFields fields(object);
    model::AuditEvent event;
    event.id = fields.integer("id"_L1, 1, largestNumber);
    event.at = fields.time("at"_L1);
    event.action = fields.text("action"_L1, {});
    event.result = fields.text("result"_L1, {});
    event.reason = recordText(fields, "reason"_L1);
    decodePerson(object.value("actor"_L1), event.actorUid, event.actorName);
    decodePerson(object.value("target"_L1), event.targetUid, event.targetName);
    event.system = recordText(fields, "system"_L1);
    event.address = recordText(fields, "address"_L1);
    event.requestId = recordText(fields, "request_id"_L1);
    event.changes = fields.object("changes"_L1);
    event.sealedLater = fields.flag("sealed_later"_L1);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return event;
}

Result<model::Page<model::AuditEvent>> decodeAuditEvents(const QByteArray &body)
{
    return decodePage<model::AuditEvent>(body, &decodeAuditEvent);
}

Result<AuditVerdict> decodeAuditVerdict(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    const AuditVerdict verdict{.ok = fields.flag("ok"_L1),
                               .checked = fields.integer("checked"_L1, 0, largestNumber),
                               .brokenAt =
                                   fields.optionalInteger("broken_at"_L1, 0, largestNumber)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return verdict;
}

Result<model::RequestEntry> decodeRequest(const QJsonObject &object)
{
    JsonFields fields(object);
    const model::RequestEntry entry{.id = fields.integer("id"_L1, 1, largestNumber),
                                    .at = fields.time("at"_L1),
                                    .requestId = recordText(fields, "request_id"_L1),
                                    .method = fields.text("method"_L1, {}),
                                    .path = fields.text("path"_L1, {.atMost = 4096}),
                                    .status = int(fields.integer("status"_L1, 100, 599)),
                                    .durationMicroseconds =
                                        fields.integer("duration_us"_L1, 0, largestNumber),
                                    .address = recordText(fields, "address"_L1),
                                    .system = recordText(fields, "system"_L1),
                                    .username = recordText(fields, "username"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return entry;
}

Result<model::Page<model::RequestEntry>> decodeRequests(const QByteArray &body)
{
    return decodePage<model::RequestEntry>(body, &decodeRequest);
}

} // namespace authdesk::systems::own::messages
