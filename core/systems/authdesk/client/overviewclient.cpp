// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/overviewclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/messages/stats.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

OverviewClient::Answer<model::ServerStats> OverviewClient::stats()
{
    return net::decoded<model::ServerStats>(m_api.call({.path = u"/stats"_s}),
                                            messages::decodeError, messages::decodeServerStats);
}

OverviewClient::Answer<QList<model::AuditEvent>> OverviewClient::latestEvents(int count)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(count));
    return net::decoded<QList<model::AuditEvent>>(
        m_api.call({.path = u"/audit-events"_s, .query = query}), messages::decodeError,
        [](const QByteArray &body) -> base::Result<QList<model::AuditEvent>> {
            auto page = messages::decodeAuditEvents(body);
            if (!page)
                return std::unexpected(page.error());
            return std::move(page->items);
        });
}

} // namespace authdesk::systems::own::client
