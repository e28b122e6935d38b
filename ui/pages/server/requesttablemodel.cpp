// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/requesttablemodel.h"

#include "ui/widgets/relativetime.h"

#include <QtCore/QLocale>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

RequestTableModel::RequestTableModel(QObject *parent)
    : KeysetTable(parent)
{
}

void RequestTableModel::insert(const QList<model::RequestEntry> &entries)
{
    const QList<model::RequestEntry> fresh =
        entries.first(std::min<qsizetype>(entries.size(), mostRows));
    if (fresh.isEmpty())
        return;
    const qsizetype kept = std::min<qsizetype>(m_entries.size(), mostRows - fresh.size());
    if (kept < m_entries.size()) {
        beginRemoveRows({}, int(kept), int(m_entries.size()) - 1);
        m_entries.resize(kept);
        endRemoveRows();
    }
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_entries = fresh + m_entries;
    endInsertRows();
}

void RequestTableModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int RequestTableModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [id](const auto &entry) { return entry.id == id; });
    return found == m_entries.cend() ? -1 : int(found - m_entries.cbegin());
}

int RequestTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int RequestTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : requestColumnCount;
}

QVariant RequestTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::RequestEntry &entry = m_entries.at(index.row());
    const auto column = RequestColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return column == RequestColumn::When ? QVariant(widgets::exactTime(entry.at)) : QVariant();
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(title(column), text(entry, column));
    case IdRole:
        return entry.id;
    case widgets::QuietRole:
        return column != RequestColumn::What && column != RequestColumn::Answer;
    default:
        return {};
    }
}

QVariant RequestTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return title(RequestColumn(section));
}

QString RequestTableModel::title(RequestColumn column)
{
    switch (column) {
    case RequestColumn::When:
        return tr("When");
    case RequestColumn::What:
        //: Column of the requests: method and path
        return tr("Asked for");
    case RequestColumn::Answer:
        //: Column of the requests: the number that says how it was answered, like 200
        return tr("Answer");
    case RequestColumn::Took:
        //: Column of the requests: how long the answer took
        return tr("Took");
    case RequestColumn::From:
        //: Column of the requests: the address that asked
        return tr("From");
    case RequestColumn::Who:
        return tr("Who");
    }
    Q_UNREACHABLE();
}

QString RequestTableModel::text(const model::RequestEntry &entry, RequestColumn column)
{
    switch (column) {
    case RequestColumn::When:
        return entry.at.toLocalTime().time().toString(u"HH:mm:ss"_s);
    case RequestColumn::What:
        return entry.method + u' ' + entry.path;
    case RequestColumn::Answer:
        return QString::number(entry.status);
    case RequestColumn::Took:
        //: Milliseconds
        return tr("%1 ms").arg(
            QLocale().toString(double(entry.durationMicroseconds) / 1000.0, 'f', 1));
    case RequestColumn::From:
        return entry.address;
    case RequestColumn::Who:
        return entry.username;
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::ui::pages::server
