// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/audithead.h"

#include "core/base/json.h"
#include "core/base/log.h"
#include "core/server/host/datafolder.h"
#include "core/server/store/auditrepository.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;

service::AuditHead readAuditHead(const QString &folder)
{
    QFile file(auditHeadFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto object = base::parseJsonObject(file.readAll());
    if (!object) {
        qCWarning(base::logServer).noquote() << file.fileName() << "is damaged and not used";
        return {};
    }
    return {.id = object->value("id"_L1).toInteger(),
            .seal = QByteArray::fromHex(object->value("seal"_L1).toString().toLatin1())};
}

base::Result<void> writeAuditHead(const QString &folder, const service::AuditHead &head)
{
    const QJsonObject object{{u"id"_s, head.id},
                             {u"seal"_s, QString::fromLatin1(head.seal.toHex())}};
    return writePrivateFile(auditHeadFile(folder),
                            QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

bool holdsAuditHead(store::Database &database, const service::AuditHead &head)
{
    if (head.id == 0)
        return true;
    const auto holds = database.read([&head](store::Connection &connection) {
        const auto rows = store::AuditRepository(connection).listAfter(head.id - 1, 1);
        return !rows.isEmpty() && rows.first().event.id == head.id
               && rows.first().seal == head.seal;
    });
    return holds.value_or(false);
}

} // namespace authdesk::server::host
