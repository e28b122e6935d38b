// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/manyusersclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/bulk.h"
#include "core/systems/authdesk/messages/errors.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

/// Each of them is a change of its own, behind others that write.
constexpr std::chrono::minutes manyTime{2};

base::Result<QList<gateway::BulkOutcome>> outcomesOf(const QByteArray &answer)
{
    const auto results = messages::decodeBulkResults(answer);
    if (!results)
        return std::unexpected(results.error());
    QList<gateway::BulkOutcome> outcomes;
    for (const messages::BulkResult &result : *results)
        outcomes.append({.id = result.id, .error = result.error});
    return outcomes;
}

} // namespace

ManyUsersClient::Answer<QList<gateway::BulkOutcome>>
ManyUsersClient::changeMany(const QList<qint64> &ids, const gateway::BulkOrder &order)
{
    const messages::BulkRequest body{
        .ids = ids, .filter = {}, .action = order.action, .roleSlug = order.roleSlug};
    return net::decoded<QList<gateway::BulkOutcome>>(m_api.call({.method = "POST",
                                                                 .path = u"/users/bulk"_s,
                                                                 .body = messages::encode(body),
                                                                 .timeLimit = manyTime}),
                                                     messages::decodeError, outcomesOf);
}

} // namespace authdesk::systems::own::client
