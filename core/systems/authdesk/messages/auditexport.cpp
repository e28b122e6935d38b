// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/auditexport.h"

#include "core/base/json.h"

#include <QtCore/QJsonDocument>

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;

QStringList auditColumns()
{
    return {u"id"_s,      u"at"_s,         u"action"_s,  u"result"_s,      u"reason"_s,
            u"actor"_s,   u"actor_uid"_s,  u"target"_s,  u"target_uid"_s,  u"system"_s,
            u"address"_s, u"request_id"_s, u"changes"_s, u"sealed_later"_s};
}

QStringList auditCells(const model::AuditEvent &event)
{
    const QByteArray changes = event.changes.isEmpty()
                                   ? QByteArray()
                                   : QJsonDocument(event.changes).toJson(QJsonDocument::Compact);
    return {QString::number(event.id),
            base::timeToJson(event.at).toString(),
            event.action,
            event.result,
            event.reason,
            event.actorName,
            event.actorUid,
            event.targetName,
            event.targetUid,
            event.system,
            event.address,
            event.requestId,
            QString::fromUtf8(changes),
            event.sealedLater ? u"true"_s : u"false"_s};
}

} // namespace authdesk::systems::own::messages
