// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/errors.h"

#include <QtCore/QStringList>

namespace authdesk::systems::bloqd::messages {

using namespace Qt::StringLiterals;

QJsonObject encodeError(const QString &text)
{
    return {{u"error"_s, text}};
}

QString fieldsText(const QList<base::FieldError> &fields)
{
    QStringList sentences;
    for (const base::FieldError &field : fields)
        sentences.append(field.field + u": "_s + field.message);
    return sentences.join(u' ');
}

QJsonObject encodePasswordChange(const base::Secret &changeToken)
{
    return {{u"error"_s, QString(passwordMustChange)},
            {u"password_change_required"_s, true},
            {u"change_token"_s, changeToken.toString()}};
}

} // namespace authdesk::systems::bloqd::messages
