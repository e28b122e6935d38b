// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/requestsclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/records.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

QFuture<base::Result<QList<model::RequestEntry>>>
RequestsClient::newerThan(qint64 after, std::chrono::seconds wait)
{
    QUrlQuery query;
    query.addQueryItem(u"after"_s, QString::number(after));
    query.addQueryItem(u"wait"_s, QString::number(wait.count()));
    return net::decoded<QList<model::RequestEntry>>(
        // The server may use up the whole wait before it answers.
        m_api.call(
            {.path = u"/requests"_s, .query = query, .timeLimit = wait + std::chrono::seconds(15)}),
        messages::decodeError,
        [](const QByteArray &body) -> base::Result<QList<model::RequestEntry>> {
            auto page = messages::decodeRequests(body);
            if (!page)
                return std::unexpected(page.error());
            return std::move(page->items);
        });
}

} // namespace authdesk::systems::own::client
