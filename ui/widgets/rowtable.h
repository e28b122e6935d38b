// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The widget of a KeysetTable: one chosen row, columns that go where the place is short, reads on
// before the end, and keeps its place when rows come in at the top. Window thread.
#pragma once

#include <QtWidgets/QTableView>

namespace authdesk::ui::widgets {

class KeysetTable;

class RowTable final : public QTableView
{
    Q_OBJECT

public:
    struct Column
    {
        int width = 0;     ///< in pixels
        int goesFirst = 0; ///< the greater the earlier it goes; 0: it always stays
    };

    /// A row of `columns` for each column of the model, which outlives the table.
    RowTable(KeysetTable &model, const QList<Column> &columns, QWidget *parent = nullptr);

    /// -1: nothing is chosen.
    [[nodiscard]] qint64 currentId() const;
    /// Chooses without telling anybody; an id that is not in the list clears the choice.
    void setCurrentId(qint64 id);
    /// Gives it the keyboard, and chooses the first row where none is chosen.
    void enter();

Q_SIGNALS:
    /// By mouse or arrow key; -1 when the chosen row is gone.
    void currentIdChanged(qint64 id);
    /// Click, Enter, double click.
    void opened(qint64 id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setLook();
    void fitColumns();
    void readOn();
    void tell();
    void keepPlace(const QModelIndex &parent, int first, int last);

    KeysetTable &m_model;
    QList<Column> m_columns;
    qint64 m_told = -1;
    bool m_choosing = false;
};

} // namespace authdesk::ui::widgets
