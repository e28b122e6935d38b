// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/identifiers.h"

#include <QtCore/QUuid>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

QString uuidOf(QLatin1StringView kind, qint64 id)
{
    // Made for this once and for good: what clients have stored goes by it.
    static const QUuid space(u"{5d0c1d4e-7a52-4b1f-9a3e-2f6f0c8b7e11}"_s);
    return QUuid::createUuidV5(space, kind + QString::number(id)).toString(QUuid::WithoutBraces);
}

} // namespace

QString roleUuid(qint64 id)
{
    return uuidOf("role:"_L1, id);
}

QString keyUuid(qint64 id)
{
    return uuidOf("key:"_L1, id);
}

QString auditUuid(qint64 id)
{
    return uuidOf("audit:"_L1, id);
}

QString normalUuid(const QByteArray &text)
{
    constexpr qsizetype lengthOfUuid = 36;
    if (text.size() != lengthOfUuid)
        return {};
    const QUuid uuid = QUuid::fromString(QString::fromLatin1(text));
    return uuid.isNull() ? QString() : uuid.toString(QUuid::WithoutBraces);
}

} // namespace authdesk::systems::openarchiver::messages
