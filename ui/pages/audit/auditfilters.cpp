// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/auditfilters.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

struct FilterWords
{
    Q_DECLARE_TR_FUNCTIONS(AuditFilters)
};

QString dayWords(QDate day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

} // namespace

gateway::AuditQuery queryOf(const AuditFilters &filters, const QDateTime &now)
{
    gateway::AuditQuery query{
        .person = filters.person, .action = filters.action, .result = filters.result};
    switch (filters.span) {
    case TimeSpan::Any:
        break;
    case TimeSpan::Hour:
        query.from = now.addSecs(-3600);
        break;
    case TimeSpan::Day:
        query.from = now.addDays(-1);
        break;
    case TimeSpan::Week:
        query.from = now.addDays(-7);
        break;
    case TimeSpan::Month:
        query.from = now.addDays(-30);
        break;
    case TimeSpan::Days:
        query.from = filters.firstDay.startOfDay().toUTC();
        query.until = filters.lastDay.addDays(1).startOfDay().toUTC();
        break;
    }
    return query;
}

QString spanWords(TimeSpan span, const AuditFilters &filters)
{
    switch (span) {
    case TimeSpan::Any:
        return FilterWords::tr("Any time");
    case TimeSpan::Hour:
        return FilterWords::tr("Last hour");
    case TimeSpan::Day:
        return FilterWords::tr("Last 24 hours");
    case TimeSpan::Week:
        return FilterWords::tr("Last 7 days");
    case TimeSpan::Month:
        return FilterWords::tr("Last 30 days");
    case TimeSpan::Days:
        if (filters.span != TimeSpan::Days)
            return FilterWords::tr("Between two days…");
        return filters.firstDay == filters.lastDay
                   ? dayWords(filters.firstDay)
                   //: A span of days: "3/1/26 – 3/9/26"
                   : FilterWords::tr("%1 – %2").arg(dayWords(filters.firstDay),
                                                    dayWords(filters.lastDay));
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::ui::pages::audit
