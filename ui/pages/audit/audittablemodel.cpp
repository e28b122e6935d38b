// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/audittablemodel.h"

#include "ui/pages/audit/audittexts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/relativetime.h"

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

AuditTableModel::AuditTableModel(gateway::AuditGateway &audit, const base::Clock &clock,
                                 QObject *parent)
    : KeysetTableModel(parent)
    , m_gateway(audit)
    , m_clock(clock)
{
}

int AuditTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : auditColumnCount;
}

QVariant AuditTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::AuditEvent &event = itemAt(index.row());
    const auto column = AuditColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(event, column);
    case Qt::ToolTipRole:
        // The delegate shows the text where it does not fit.
        return column == AuditColumn::When ? QVariant(widgets::exactTime(event.at)) : QVariant();
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(title(column), text(event, column));
    case IdRole:
        return event.id;
    case widgets::ChipRole:
        // Only what stands out: a column of green would say nothing.
        if (column == AuditColumn::Result && event.result != "ok"_L1)
            return int(widgets::ChipKind::Danger);
        return {};
    case widgets::QuietRole:
        return column != AuditColumn::What && column != AuditColumn::Who;
    default:
        return {};
    }
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return title(AuditColumn(section));
}

QString AuditTableModel::title(AuditColumn column)
{
    switch (column) {
    case AuditColumn::When:
        return tr("When");
    case AuditColumn::Who:
        return tr("Who");
    case AuditColumn::What:
        return tr("What");
    case AuditColumn::Whom:
        //: Column of the audit: the person whom an event concerns
        return tr("Whom");
    case AuditColumn::Result:
        return tr("Result");
    case AuditColumn::From:
        //: Column of the audit: the address that an event came from
        return tr("From");
    }
    Q_UNREACHABLE();
}

QString AuditTableModel::text(const model::AuditEvent &event, AuditColumn column) const
{
    switch (column) {
    case AuditColumn::When:
        return widgets::relativeTime(event.at, m_clock.now());
    case AuditColumn::Who:
        return actorWords(event);
    case AuditColumn::What:
        return actionWords(event.action);
    case AuditColumn::Whom:
        return targetWords(event);
    case AuditColumn::Result:
        return resultWords(event);
    case AuditColumn::From:
        return event.address;
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::ui::pages::audit
