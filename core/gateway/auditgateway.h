// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happened on a server. Implemented by the clients whose server tells; window thread; futures
// as in signingateway.h.
#pragma once

#include "core/gateway/exporting.h"
#include "core/model/auditevent.h"
#include "core/model/page.h"

#include <QtCore/QFuture>

#include <chrono>
#include <optional>

namespace authdesk::gateway {

/// Empty members do not filter.
struct AuditQuery
{
    QString person = {}; ///< uid or username of who did it or whom it concerns
    QString action = {}; ///< "user.created"; with a dot at the end every one of that group
    QString result = {}; ///< "ok" or "refused"
    std::optional<QDateTime> from = {};
    std::optional<QDateTime> until = {}; ///< exclusive
    int limit = 100;
    QString cursor = {}; ///< empty: the first page
    bool operator==(const AuditQuery &) const = default;
};

struct AuditVerdict
{
    bool whole = false;
    qint64 checked = 0;             ///< events that are as they were written
    std::optional<qint64> brokenAt; ///< the first event that is not, by its number
    bool operator==(const AuditVerdict &) const = default;
};

class AuditGateway
{
public:
    AuditGateway() = default;
    AuditGateway(const AuditGateway &) = delete;
    AuditGateway &operator=(const AuditGateway &) = delete;
    virtual ~AuditGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// Newest first.
    [[nodiscard]] virtual Answer<model::Page<model::AuditEvent>> list(const AuditQuery &query) = 0;
    /// The newest of what fits `query` and came after the event `after`, waiting up to `wait` for
    /// it. An empty page means that nothing came in that time; a cursor means that more came than
    /// the page holds. Cancelling the future ends the wait.
    [[nodiscard]] virtual Answer<model::Page<model::AuditEvent>>
    newerThan(qint64 after, const AuditQuery &query, std::chrono::seconds wait) = 0;
    [[nodiscard]] virtual Answer<AuditVerdict> verify() = 0;
    /// Everything that fits `query` (limit and cursor are not looked at). Cancelling the future
    /// ends it.
    [[nodiscard]] virtual Answer<void> exportTo(const AuditQuery &query, ExportFormat format,
                                                const ExportSink &sink) = 0;
};

} // namespace authdesk::gateway
