// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/refusedrowsmodel.h"

#include "core/transfer/csv.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>

namespace authdesk::ui::pages::users {

void RefusedRowsModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    endResetModel();
}

void RefusedRowsModel::add(const QList<Row> &rows)
{
    m_total += rows.size();
    const QList<Row> kept = rows.first(std::min(rows.size(), mostKept - m_rows.size()));
    if (kept.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + kept.size()) - 1);
    m_rows += kept;
    endInsertRows();
}

base::Result<void> RefusedRowsModel::save(const QString &path) const
{
    QSaveFile file(path);
    const auto write = [&file](const QStringList &cells) {
        const QByteArray line = transfer::csvLine(cells);
        return file.write(line) == line.size();
    };
    const auto cells = [](const auto &text) {
        return QStringList{text(Line), text(Who), text(Why)};
    };
    bool isWritten = file.open(QIODevice::WriteOnly) && write(cells(&RefusedRowsModel::heading));
    for (const Row &row : m_rows) {
        isWritten = isWritten && write(cells([&row](int column) { return cell(row, column); }));
    }
    if (isWritten && file.commit())
        return {};
    return base::fail(
        base::ErrorCode::FileFailed,
        tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
}

int RefusedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RefusedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RefusedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return cell(m_rows.at(index.row()), index.column());
}

QVariant RefusedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return heading(section);
}

void RefusedRowsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString RefusedRowsModel::heading(int column)
{
    switch (column) {
    case Line:
        return tr("Line");
    case Who:
        return tr("Who");
    default:
        return tr("Why");
    }
}

QString RefusedRowsModel::cell(const Row &row, int column)
{
    switch (column) {
    case Line:
        //: In place of a line, in a file that is not read by lines: the fifth person in it
        return row.place.line > 0 ? QString::number(row.place.line)
                                  : tr("Person %1").arg(row.place.row);
    case Who:
        return row.place.name;
    default:
        return row.why;
    }
}

} // namespace authdesk::ui::pages::users
