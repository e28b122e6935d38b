// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/transferclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/client/queryencoding.h"
#include "core/systems/authdesk/client/userfilters.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/transfer.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

namespace {

/// Thousands of people in one transaction, behind others that write.
constexpr std::chrono::minutes importTime{2};
/// The server writes a file of its own before the first part leaves.
constexpr std::chrono::minutes exportTime{10};

} // namespace

TransferClient::Answer<model::ImportReport> TransferClient::importPeople(const QJsonArray &people,
                                                                         gateway::ImportMode mode)
{
    QUrlQuery url;
    addEncoded(url, u"dry_run"_s, mode == gateway::ImportMode::Look ? u"true"_s : u"false"_s);
    return net::decoded<model::ImportReport>(m_api.call({.method = "POST",
                                                         .path = u"/users/import"_s,
                                                         .query = url,
                                                         .body = QJsonObject{{u"items"_s, people}},
                                                         .timeLimit = importTime}),
                                             messages::decodeError, messages::decodeImportReport);
}

TransferClient::Answer<void> TransferClient::exportPeople(const gateway::UserQuery &filter,
                                                          gateway::ExportFormat format,
                                                          const gateway::ExportSink &sink)
{
    QUrlQuery url = userFiltersOf(filter);
    addEncoded(url, u"format"_s, format == gateway::ExportFormat::Csv ? u"csv"_s : u"json"_s);
    return net::succeeded(
        m_api.call(
            {.path = u"/users/export"_s, .query = url, .timeLimit = exportTime, .sink = sink}),
        messages::decodeError);
}

} // namespace authdesk::systems::own::client
