// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/userfilters.h"

#include "core/systems/authdesk/client/queryencoding.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

QUrlQuery userFiltersOf(const gateway::UserQuery &query)
{
    QUrlQuery url;
    addGiven(url, u"search"_s, query.search);
    addGiven(url, u"role"_s, query.roleSlug);
    if (query.status)
        addEncoded(url, u"status"_s, QString(model::userStatusName(*query.status)));
    if (query.secondFactor)
        addEncoded(url, u"mfa"_s, *query.secondFactor ? u"true"_s : u"false"_s);
    return url;
}

} // namespace authdesk::systems::own::client
