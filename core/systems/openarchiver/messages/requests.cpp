// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/requests.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

QJsonObject encodeLogin(const QString &email, const base::Secret &password)
{
    return {{u"email"_s, email}, {u"password"_s, password.toString()}};
}

QJsonObject encodeSetup(const NameAndAddress &person, const base::Secret &password)
{
    QJsonObject body = encodeProfile(person);
    body.insert(u"password"_s, password.toString());
    return body;
}

QJsonObject encodeCode(const base::Secret &code)
{
    return {{u"code"_s, code.toString()}};
}

QJsonObject encodeProfile(const NameAndAddress &person)
{
    return {{u"email"_s, person.email},
            {u"first_name"_s, person.firstName},
            {u"last_name"_s, person.lastName}};
}

QJsonObject encodeNewPerson(const NameAndAddress &person, const base::Secret &password,
                            const QString &roleId)
{
    QJsonObject body = encodeSetup(person, password);
    body.insert(u"roleId"_s, roleId);
    return body;
}

QJsonObject encodePersonChange(const NameAndAddress &person, const QString &roleId)
{
    QJsonObject body = encodeProfile(person);
    if (!roleId.isEmpty())
        body.insert(u"roleId"_s, roleId);
    return body;
}

QJsonObject encodePasswordChange(const base::Secret &current, const base::Secret &wanted)
{
    return {{u"currentPassword"_s, current.toString()}, {u"newPassword"_s, wanted.toString()}};
}

QJsonObject encodeKeyRequest(const QString &name, qint64 days)
{
    return {{u"name"_s, name}, {u"expiresInDays"_s, days}};
}

} // namespace authdesk::systems::openarchiver::messages
