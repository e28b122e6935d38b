// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/audittrail.h"

#include "core/base/telemetry.h"
#include "core/server/crypto/auditseal.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/auditrepository.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int sealBatch = 500;

void appendField(QByteArray &row, const QByteArray &field)
{
    const quint32 length = qToBigEndian(quint32(field.size()));
    row.append(reinterpret_cast<const char *>(&length), sizeof length);
    row.append(field);
}

/// Also of one whose transaction fails yet, which is rare and then told by the log.
void tellOfSignIn(const Toolbox &tools, const model::AuditEvent &event)
{
    if (!tools.ground.telemetry)
        return;
    if (event.action == "sign_in"_L1)
        tools.ground.telemetry->signInEnded(base::SignInEnd::Succeeded);
    else if (event.action.startsWith("sign_in."_L1))
        tools.ground.telemetry->signInEnded(base::SignInEnd::Refused);
}

} // namespace

model::AuditEvent auditEvent(const QString &action, const Caller &caller)
{
    model::AuditEvent event;
    event.action = action;
    event.result = u"ok"_s;
    event.system = caller.system;
    event.address = caller.address.isNull() ? QString() : caller.address.toString();
    event.requestId = caller.requestId;
    return event;
}

model::AuditEvent auditEvent(const QString &action, const Caller &caller, const Actor &actor)
{
    model::AuditEvent event = auditEvent(action, caller);
    event.actorUid = actor.uid;
    event.actorName = actor.username;
    return event;
}

void setTarget(model::AuditEvent &event, const model::User &user)
{
    event.targetUid = user.uid;
    event.targetName = user.username;
}

void setSelf(model::AuditEvent &event, const model::User &user)
{
    event.actorUid = user.uid;
    event.actorName = user.username;
    setTarget(event, user);
}

void addChange(model::AuditEvent &event, const QString &field, const QJsonValue &old,
               const QJsonValue &now)
{
    event.changes.insert(field, QJsonObject{{u"old"_s, old}, {u"new"_s, now}});
}

base::Result<> recordAudit(store::Connection &connection, Toolbox &tools, model::AuditEvent event)
{
    store::AuditRepository audit(connection);
    // Rows that the rescue command wrote beside us come first in the chain.
    store::AuditHead head = audit.head();
    if (head.lastSealedId < head.lastId) {
        if (auto sealed = sealOutstandingRows(connection, tools); !sealed)
            return base::fail(sealed.error());
        head = audit.head();
    }
    event.id = head.lastId + 1;
    event.at = tools.now();
    event.sealedLater = false;
    QByteArray seal;
    if (tools.ground.seal)
        seal = tools.ground.seal->seal(head.lastSeal, canonicalRow(event));
    if (auto id = audit.append(event, seal, head); !id)
        return base::fail(id.error());
    tellOfSignIn(tools, event);
    return {};
}

base::Result<int> sealOutstandingRows(store::Connection &connection, Toolbox &tools)
{
    if (!tools.ground.seal)
        return 0;
    store::AuditRepository audit(connection);
    store::AuditHead head = audit.head();
    int count = 0;
    while (head.lastSealedId < head.lastId) {
        const QList<store::AuditRecord> rows = audit.listUnsealed(sealBatch);
        if (rows.isEmpty())
            break;
        for (store::AuditRecord row : rows) {
            row.event.sealedLater = true;
            const QByteArray seal = tools.ground.seal->seal(head.lastSeal, canonicalRow(row.event));
            if (auto stored = audit.sealLater(row.event.id, seal); !stored)
                return base::fail(stored.error());
            head.lastSeal = seal;
            head.lastSealedId = row.event.id;
            ++count;
        }
    }
    return count;
}

QByteArray canonicalRow(const model::AuditEvent &event)
{
    QByteArray row;
    appendField(row, QByteArray::number(event.id));
    appendField(row, QByteArray::number(event.at.toMSecsSinceEpoch()));
    for (const QString &text :
         {event.action, event.result, event.reason, event.actorUid, event.actorName,
          event.targetUid, event.targetName, event.system, event.address, event.requestId})
        appendField(row, text.toUtf8());
    appendField(row, QJsonDocument(event.changes).toJson(QJsonDocument::Compact));
    appendField(row, event.sealedLater ? "later" : "at once");
    return row;
}

} // namespace authdesk::server::service
