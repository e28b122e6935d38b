// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sessions/sessiontablemodel.h"

#include "ui/pages/sessions/programname.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/relativetime.h"

namespace authdesk::ui::pages::sessions {

using namespace Qt::StringLiterals;

SessionTableModel::SessionTableModel(gateway::SessionsGateway &sessions, const base::Clock &clock,
                                     QObject *parent)
    : KeysetTableModel(parent)
    , m_gateway(sessions)
    , m_clock(clock)
{
}

int SessionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sessionColumnCount;
}

QVariant SessionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::Session &session = itemAt(index.row());
    const auto column = SessionColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(session, column);
    case Qt::ToolTipRole:
        return toolTip(session, column);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(title(column), text(session, column));
    case IdRole:
        return session.id;
    case widgets::ChipRole:
        if (column == SessionColumn::LastUsed && session.current)
            return int(widgets::ChipKind::Good);
        return {};
    case widgets::QuietRole:
        return column != SessionColumn::Who;
    default:
        return {};
    }
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return title(SessionColumn(section));
}

QString SessionTableModel::title(SessionColumn column)
{
    switch (column) {
    case SessionColumn::Who:
        return tr("Who");
    case SessionColumn::From:
        //: Column of the sessions: the address that a person signed in from
        return tr("From");
    case SessionColumn::With:
        //: Column of the sessions: the program that a person signed in with
        return tr("With");
    case SessionColumn::Over:
        //: Column of the sessions: the API that a person signed in over
        return tr("Over");
    case SessionColumn::Since:
        return tr("Signed in");
    case SessionColumn::LastUsed:
        return tr("Last used");
    }
    Q_UNREACHABLE();
}

QString SessionTableModel::text(const model::Session &session, SessionColumn column) const
{
    switch (column) {
    case SessionColumn::Who:
        return session.username;
    case SessionColumn::From:
        return session.address;
    case SessionColumn::With:
        return programName(session.userAgent);
    case SessionColumn::Over:
        // The systems' own names.
        return session.system.left(1).toUpper() + session.system.mid(1);
    case SessionColumn::Since:
        return widgets::relativeTime(session.createdAt, m_clock.now());
    case SessionColumn::LastUsed:
        if (session.current)
            return tr("This window");
        return session.lastSeenAt ? widgets::relativeTime(*session.lastSeenAt, m_clock.now())
                                  : tr("never");
    }
    Q_UNREACHABLE();
}

QVariant SessionTableModel::toolTip(const model::Session &session, SessionColumn column)
{
    switch (column) {
    case SessionColumn::With:
        return session.userAgent;
    case SessionColumn::Since:
        return tr("Signed in: %1\nEnds: %2")
            .arg(widgets::exactTime(session.createdAt), widgets::exactTime(session.expiresAt));
    case SessionColumn::LastUsed:
        return session.lastSeenAt ? QVariant(widgets::exactTime(*session.lastSeenAt)) : QVariant();
    default:
        return {}; // the delegate shows the text where it does not fit
    }
}

} // namespace authdesk::ui::pages::sessions
