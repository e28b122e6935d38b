// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People into a server and out of it, many at once. Implemented by the clients whose server can;
// window thread; futures as in signingateway.h.
#pragma once

#include "core/gateway/exporting.h"
#include "core/gateway/usersgateway.h"
#include "core/model/importreport.h"

#include <QtCore/QJsonArray>

namespace authdesk::gateway {

enum class ImportMode {
    Look,   ///< what would come of it; nothing is changed
    Import, ///< what is not refused stays
};

class TransferGateway
{
public:
    TransferGateway() = default;
    TransferGateway(const TransferGateway &) = delete;
    TransferGateway &operator=(const TransferGateway &) = delete;
    virtual ~TransferGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// One call with at most 5,000 `people`, each an object whose members are named as the columns
    /// of a file ("username", "first_name"). All or nothing is read; the report has a row for each
    /// of them in their order. Sent twice, it changes nothing the second time.
    [[nodiscard]] virtual Answer<model::ImportReport> importPeople(const QJsonArray &people,
                                                                   ImportMode mode) = 0;
    /// Everybody who passes `filter` (sort, limit and cursor are not looked at), without password
    /// hashes. Cancelling the future ends it.
    [[nodiscard]] virtual Answer<void> exportPeople(const UserQuery &filter, ExportFormat format,
                                                    const ExportSink &sink) = 0;
};

} // namespace authdesk::gateway
