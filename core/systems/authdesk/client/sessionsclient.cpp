// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/sessionsclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/client/queryencoding.h"
#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/errors.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

SessionsClient::Answer<model::Page<model::Session>>
SessionsClient::list(const gateway::SessionQuery &query)
{
    QUrlQuery url;
    addGiven(url, u"search"_s, query.search);
    addEncoded(url, u"limit"_s, QString::number(query.limit));
    addGiven(url, u"cursor"_s, query.cursor);
    return net::decoded<model::Page<model::Session>>(
        m_api.call({.path = u"/sessions"_s, .query = url}), messages::decodeError,
        messages::decodeSessions);
}

SessionsClient::Answer<void> SessionsClient::end(qint64 id)
{
    return net::succeeded(m_api.call({.method = "DELETE", .path = u"/sessions/%1"_s.arg(id)}),
                          messages::decodeError);
}

SessionsClient::Answer<void> SessionsClient::endAllOf(qint64 userId)
{
    return net::succeeded(
        m_api.call({.method = "POST", .path = u"/users/%1/revoke-sessions"_s.arg(userId)}),
        messages::decodeError);
}

} // namespace authdesk::systems::own::client
