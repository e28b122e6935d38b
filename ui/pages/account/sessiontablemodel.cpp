// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/sessiontablemodel.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/rowdelegate.h"

#include <algorithm>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

SessionTableModel::SessionTableModel(const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void SessionTableModel::setSessions(const QList<model::Session> &sessions)
{
    beginResetModel();
    m_sessions = sessions;
    std::stable_sort(m_sessions.begin(), m_sessions.end(),
                     [](const model::Session &left, const model::Session &right) {
                         return left.current && !right.current;
                     });
    endResetModel();
}

int SessionTableModel::others() const
{
    return int(std::count_if(m_sessions.cbegin(), m_sessions.cend(),
                             [](const model::Session &session) { return !session.current; }));
}

void SessionTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

int SessionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sessions.size());
}

int SessionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant SessionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::Session &session = m_sessions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(session, index.column());
    case Qt::ToolTipRole:
        if (index.column() == SignedIn)
            return widgets::exactTime(session.createdAt);
        if (index.column() == LastSeen && session.lastSeenAt)
            return widgets::exactTime(*session.lastSeenAt);
        return {};
    case widgets::ChipRole:
        if (index.column() == LastSeen && session.current)
            return int(widgets::ChipKind::Good);
        return {};
    case widgets::QuietRole:
        return index.column() != Client;
    default:
        return {};
    }
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Client:
        return tr("With");
    case Address:
        return tr("From");
    case SignedIn:
        return tr("Signed in");
    default:
        return tr("Last seen");
    }
}

QString SessionTableModel::text(const model::Session &session, int column) const
{
    switch (column) {
    case Client:
        return session.userAgent.isEmpty() ? session.system : session.userAgent;
    case Address:
        return session.address;
    case SignedIn:
        return widgets::relativeTime(session.createdAt, m_clock.now());
    default:
        if (session.current)
            return tr("This one");
        return session.lastSeenAt ? widgets::relativeTime(*session.lastSeenAt, m_clock.now())
                                  : tr("never");
    }
}

} // namespace authdesk::ui::pages::account
