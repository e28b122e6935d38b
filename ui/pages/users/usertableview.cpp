// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/usertableview.h"

#include "ui/pages/users/usersviewmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rowdelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>

namespace authdesk::ui::pages::users {

namespace {

/// What goes first where the place is short. Name and status always stay.
constexpr std::array leastImportantFirst{UserColumn::Created,    UserColumn::Username,
                                         UserColumn::Email,      UserColumn::Role,
                                         UserColumn::LastSignIn, UserColumn::SecondFactor};

} // namespace

UserTableView::UserTableView(UsersViewModel &viewModel, QWidget *parent)
    : QTableView(parent)
    , m_viewModel(viewModel)
{
    setModel(&viewModel.table());
    setItemDelegate(new widgets::RowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
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
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(theme::space32 * 2);
    theme::setFontRole(header, theme::FontRole::Caption);

    connect(header, &QHeaderView::sectionClicked, this, &UserTableView::sortBy);
    connect(header, &QHeaderView::sectionMoved, this, &UserTableView::rememberColumns);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        // The last column takes what is left; that is nobody's wish.
        if (!m_applying && section != lastShown())
            m_viewModel.setWidth(UserColumn(section), width);
    });
    connect(&viewModel, &UsersViewModel::columnsChanged, this, &UserTableView::applyColumns);
    connect(&viewModel, &UsersViewModel::changed, this, &UserTableView::updateSortIndicator);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &UserTableView::readOn);
    const auto tell = [this] {
        if (!m_choosing && currentId() >= 0 && isAlone())
            Q_EMIT currentIdChanged(currentId());
    };
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, tell);
    // The first row becomes the current one, unselected, when the keyboard comes in; it is chosen
    // only afterwards.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, tell);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UserTableView::selectionDiffers);
    // Queued: answers that are there already would call each other deeper and deeper.
    connect(&viewModel.table(), &UserTableModel::stateChanged, this, &UserTableView::goOnSelecting,
            Qt::QueuedConnection);
    connect(this, &QAbstractItemView::clicked, this, [this] {
        if (currentId() >= 0 && isAlone())
            Q_EMIT opened(currentId());
    });
    applyColumns();
    updateSortIndicator();
}

qint64 UserTableView::currentId() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isRowSelected(current.row())
               ? current.data(UserTableModel::IdRole).toLongLong()
               : -1;
}

QList<int> UserTableView::selectedRowNumbers() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

bool UserTableView::isAlone() const
{
    return selectionModel()->selectedRows().size() == 1;
}

void UserTableView::setCurrentId(qint64 id)
{
    if (id == currentId())
        return;
    const QScopedValueRollback choosing(m_choosing, true);
    const int row = m_viewModel.table().rowOf(id);
    if (row < 0) {
        // The current index too: when its row goes, the view would choose the next one.
        selectionModel()->clear();
        return;
    }
    const int column = std::max(currentIndex().column(), 0);
    setCurrentIndex(model()->index(row, column));
    selectRow(row);
}

void UserTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fitColumns();
}

void UserTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    readOn();
}

void UserTableView::keyPressEvent(QKeyEvent *event)
{
    m_wantsEverybody = false;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentId() >= 0 && isAlone()) {
        Q_EMIT opened(currentId());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void UserTableView::mousePressEvent(QMouseEvent *event)
{
    m_wantsEverybody = false;
    QTableView::mousePressEvent(event);
}

void UserTableView::selectEverybody()
{
    m_wantsEverybody = true;
    goOnSelecting();
}

void UserTableView::deselectFarAway()
{
    const UserTableModel &table = m_viewModel.table();
    const auto deselect = [this, &table](int first, int end) {
        if (first < end)
            selectionModel()->select(
                {table.index(first, 0), table.index(end - 1, userColumnCount - 1)},
                QItemSelectionModel::Deselect);
    };
    const int end = table.firstKept() + table.keptCount();
    deselect(0, table.firstKept());
    deselect(end, table.rowCount());
}

void UserTableView::goOnSelecting()
{
    const UserTableModel &table = m_viewModel.table();
    if (!m_wantsEverybody || table.isLoadingMore())
        return;
    if (table.state() != UserTableModel::State::Idle) {
        m_wantsEverybody = false;
    } else if (model()->canFetchMore({})) {
        model()->fetchMore({});
    } else {
        m_wantsEverybody = false;
        selectAll();
    }
}

void UserTableView::applyColumns()
{
    const QScopedValueRollback applying(m_applying, true);
    QHeaderView *header = horizontalHeader();
    int place = 0;
    for (const UserColumn column : m_viewModel.state().columns)
        header->moveSection(header->visualIndex(int(column)), place++);
    for (int i = 0; i < userColumnCount; ++i)
        header->resizeSection(i, widthOf(UserColumn(i)));
    fitColumns();
}

int UserTableView::widthOf(UserColumn column) const
{
    return m_viewModel.state().widths.value(column,
                                            std::max(defaultWidth(column), widthOfWords(column)));
}

/// What its title and its states need in the language of the window.
int UserTableView::widthOfWords(UserColumn column) const
{
    QStringList states;
    if (column == UserColumn::Status) {
        using model::UserStatus;
        for (const UserStatus status :
             {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked, UserStatus::Invited})
            states.append(statusWord(status));
    } else if (column == UserColumn::SecondFactor) {
        states.append(secondFactorWords({}));
    }
    constexpr int padding = theme::space16 + theme::space8;
    // Beside the title the arrow of the order.
    int width = horizontalHeader()->fontMetrics().horizontalAdvance(userColumnTitle(column))
                + padding + theme::space16;
    for (const QString &state : std::as_const(states))
        width = std::max(width, widgets::chipSize(state).width() + padding);
    return width;
}

void UserTableView::fitColumns()
{
    const QScopedValueRollback applying(m_applying, true);
    int needed = 0;
    QList<UserColumn> shown = m_viewModel.shownColumns();
    for (const UserColumn column : std::as_const(shown))
        needed += widthOf(column);
    for (const UserColumn column : leastImportantFirst) {
        if (needed <= viewport()->width() || shown.size() <= 2)
            break;
        if (shown.removeOne(column))
            needed -= widthOf(column);
    }
    QHeaderView *header = horizontalHeader();
    for (int i = 0; i < userColumnCount; ++i) {
        const bool hide = !shown.contains(UserColumn(i));
        if (header->isSectionHidden(i) != hide)
            header->setSectionHidden(i, hide);
        if (!hide)
            header->resizeSection(i, widthOf(UserColumn(i)));
    }
}

int UserTableView::lastShown() const
{
    const QHeaderView *header = horizontalHeader();
    for (int place = header->count() - 1; place >= 0; --place) {
        const int section = header->logicalIndex(place);
        if (!header->isSectionHidden(section))
            return section;
    }
    return -1;
}

void UserTableView::updateSortIndicator()
{
    const UserListState &state = m_viewModel.state();
    horizontalHeader()->setSortIndicator(int(columnOf(state.sort)), state.order);
}

void UserTableView::sortBy(int section)
{
    const auto column = UserColumn(section);
    const gateway::UserSort sort = sortOf(column);
    const bool newestFirst = column == UserColumn::LastSignIn || column == UserColumn::Created;
    Qt::SortOrder order = newestFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_viewModel.state().sort == sort) {
        order = m_viewModel.state().order == Qt::AscendingOrder ? Qt::DescendingOrder
                                                                : Qt::AscendingOrder;
    }
    m_viewModel.setSort(sort, order);
    updateSortIndicator();
}

void UserTableView::rememberColumns()
{
    if (m_applying)
        return;
    QList<UserColumn> columns = m_viewModel.state().columns;
    const QHeaderView *header = horizontalHeader();
    std::sort(columns.begin(), columns.end(), [header](UserColumn left, UserColumn right) {
        return header->visualIndex(int(left)) < header->visualIndex(int(right));
    });
    m_viewModel.setColumns(columns);
}

void UserTableView::readOn()
{
    const int height = viewport()->height();
    const int first = rowAt(0);
    const int last = rowAt(height - 1);
    if (first >= 0)
        m_viewModel.table().want(first, last < 0 ? first + height / theme::rowHeight : last);
    const QScrollBar *bar = verticalScrollBar();
    if (bar->value() + bar->pageStep() >= bar->maximum() && model()->canFetchMore({}))
        model()->fetchMore({});
}

} // namespace authdesk::ui::pages::users
