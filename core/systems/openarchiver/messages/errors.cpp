// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/errors.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

QJsonObject encodeMessage(const QString &text)
{
    return {{u"message"_s, text}};
}

QJsonObject encodePasswordChange(const base::Secret &changeToken)
{
    return {{u"message"_s, QString(passwordMustChange)},
            {u"password_change_required"_s, true},
            {u"change_token"_s, changeToken.toString()}};
}

QJsonObject encodeInvalidBody(const QList<base::FieldError> &fields)
{
    QJsonArray errors;
    for (const base::FieldError &field : fields) {
        errors.append(QJsonObject{{u"code"_s, field.code},
                                  {u"path"_s, QJsonArray{field.field}},
                                  {u"message"_s, field.message}});
    }
    return {{u"message"_s, QString(invalidBody)},
            {u"errors"_s, QString::fromUtf8(QJsonDocument(errors).toJson())}};
}

} // namespace authdesk::systems::openarchiver::messages
