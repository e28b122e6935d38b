// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/attributes.h"

namespace authdesk::policy {

using namespace Qt::StringLiterals;

QJsonObject attributesOf(const model::User &user)
{
    return {{u"id"_s, user.id},
            {u"uid"_s, user.uid},
            {u"username"_s, user.username},
            {u"email"_s, user.email ? QJsonValue(*user.email) : QJsonValue(QJsonValue::Null)},
            {u"first_name"_s, user.firstName},
            {u"last_name"_s, user.lastName},
            {u"role"_s, user.role.slug},
            {u"status"_s, QString(model::userStatusName(user.status))},
            {u"mfa_enabled"_s, user.mfaEnabled},
            {u"must_change_password"_s, user.mustChangePassword}};
}

} // namespace authdesk::policy
