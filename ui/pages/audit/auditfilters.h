// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of events is narrowed to, as people choose it. Plain values.
#pragma once

#include "core/gateway/auditgateway.h"

namespace authdesk::ui::pages::audit {

enum class TimeSpan { Any, Hour, Day, Week, Month, Days };

struct AuditFilters
{
    QString person; ///< the whole username
    QString action; ///< as AuditQuery::action
    QString result;
    TimeSpan span = TimeSpan::Any;
    QDate firstDay; ///< with TimeSpan::Days; both days are meant, in the local zone
    QDate lastDay;

    bool operator==(const AuditFilters &) const = default;
};

/// What to ask the server for; spans end at `now`.
[[nodiscard]] gateway::AuditQuery queryOf(const AuditFilters &filters, const QDateTime &now);

/// "Last 7 days"; the days themselves with TimeSpan::Days.
[[nodiscard]] QString spanWords(TimeSpan span, const AuditFilters &filters);

} // namespace authdesk::ui::pages::audit
