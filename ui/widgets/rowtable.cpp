// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rowtable.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/keysettable.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace authdesk::ui::widgets {

RowTable::RowTable(KeysetTable &model, const QList<Column> &columns, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_columns(columns)
{
    setModel(&model);
    setLook();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RowTable::readOn);
    connect(&model, &KeysetTable::rowsInserted, this, &RowTable::keepPlace);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowTable::tell);
    // The first row becomes the current one, unselected, when the keyboard comes in; it is chosen
    // only afterwards.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowTable::tell);
    connect(&model, &KeysetTable::layoutChanged, this, &RowTable::tell);
    connect(this, &QAbstractItemView::clicked, this, [this] { Q_EMIT opened(currentId()); });
    fitColumns();
}

void RowTable::setLook()
{
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::rowHeight);

    QHeaderView *header = horizontalHeader();
    header->setFixedHeight(theme::headerHeight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(theme::space32 * 2);
    theme::setFontRole(header, theme::FontRole::Caption);
}

qint64 RowTable::currentId() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isRowSelected(current.row())
               ? current.data(KeysetTable::IdRole).toLongLong()
               : -1;
}

void RowTable::setCurrentId(qint64 id)
{
    if (id == currentId())
        return;
    const QScopedValueRollback choosing(m_choosing, true);
    m_told = id;
    const int row = m_model.rowOf(id);
    if (row < 0) {
        // The current index too: when its row goes, the view would choose the next one.
        selectionModel()->clear();
        m_told = -1;
        return;
    }
    const int column = std::max(currentIndex().column(), 0);
    setCurrentIndex(m_model.index(row, column));
    selectRow(row);
}

void RowTable::enter()
{
    setFocus(Qt::TabFocusReason);
    if (currentId() < 0 && m_model.rowCount() > 0)
        selectRow(0);
}

void RowTable::tell()
{
    if (m_choosing || m_told == currentId())
        return;
    m_told = currentId();
    Q_EMIT currentIdChanged(m_told);
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    readOn();
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentId() >= 0) {
        Q_EMIT opened(currentId());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowTable::fitColumns()
{
    int needed = 0;
    QList<int> order;
    for (int i = 0; i < int(m_columns.size()); ++i) {
        needed += m_columns.at(i).width;
        order.append(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](int left, int right) {
        return m_columns.at(left).goesFirst > m_columns.at(right).goesFirst;
    });
    QList<int> hidden;
    for (const int column : order) {
        if (needed <= viewport()->width() || m_columns.at(column).goesFirst == 0)
            break;
        hidden.append(column);
        needed -= m_columns.at(column).width;
    }
    QHeaderView *header = horizontalHeader();
    for (int i = 0; i < int(m_columns.size()); ++i) {
        const bool hide = hidden.contains(i);
        if (header->isSectionHidden(i) != hide)
            header->setSectionHidden(i, hide);
        if (!hide)
            header->resizeSection(i, m_columns.at(i).width);
    }
}

void RowTable::readOn()
{
    const QScrollBar *bar = verticalScrollBar();
    if (bar->value() + bar->pageStep() >= bar->maximum() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void RowTable::keepPlace(const QModelIndex &, int first, int last)
{
    if (first > 0)
        return;
    // Whoever reads further down must not have the lines move away; at the top the newest is
    // wanted.
    const int place = verticalScrollBar()->value();
    if (place == 0)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(place + (last + 1) * theme::rowHeight);
}

} // namespace authdesk::ui::widgets
