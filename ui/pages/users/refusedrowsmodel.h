// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of an import that are refused: where, who and why; as a table, and as a file. Keeps as
// many as somebody can look through. Window thread.
#pragma once

#include "core/base/result.h"
#include "core/transfer/peopleparts.h"

#include <QtCore/QAbstractTableModel>

namespace authdesk::ui::pages::users {

class RefusedRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Who, Why, ColumnCount };
    /// More are counted and not kept.
    static constexpr qsizetype mostKept = 5000;

    struct Row
    {
        transfer::PersonPlace place;
        QString why;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void add(const QList<Row> &rows);
    /// The kept ones and those that are not.
    [[nodiscard]] qint64 total() const { return m_total; }
    /// What is kept, as CSV with headings; an old file of this name stays until the new one is
    /// whole. FileFailed.
    [[nodiscard]] base::Result<void> save(const QString &path) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// The headings are in another language now.
    void retranslate();

private:
    [[nodiscard]] static QString heading(int column);
    [[nodiscard]] static QString cell(const Row &row, int column);

    QList<Row> m_rows;
    qint64 m_total = 0;
};

} // namespace authdesk::ui::pages::users
