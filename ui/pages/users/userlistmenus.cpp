// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menus of UserListView: what to show, and how.
#include "ui/pages/users/userlistview.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

/// A choice in a menu, of which one is marked.
void addChoice(QMenu *menu, QActionGroup *group, const QString &text, bool chosen,
               const QString &name, const std::function<void()> &choose)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(chosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, choose);
}

} // namespace

QString UserListView::filterText() const
{
    const UserListState &state = m_viewModel.state();
    if (!state.hasFilter() || m_viewModel.quickFilter())
        return tr("Filter");
    QStringList parts;
    for (const model::Role &role : m_viewModel.rights().roles()) {
        if (role.slug == state.roleSlug)
            parts.append(role.name);
    }
    if (state.status)
        parts.append(statusWord(*state.status));
    if (state.secondFactor)
        parts.append(*state.secondFactor ? tr("Second factor") : tr("No second factor"));
    return parts.isEmpty() ? tr("Filter") : parts.join(u", "_s);
}

void UserListView::fillFilterMenu()
{
    m_filterMenu->clear();
    const UserListState &state = m_viewModel.state();
    const QList<model::Role> &roles = m_viewModel.rights().roles();
    if (!roles.isEmpty()) {
        m_filterMenu->addSection(tr("Role"));
        auto *group = new QActionGroup(m_filterMenu);
        addChoice(m_filterMenu, group, tr("Every role"), state.roleSlug.isEmpty(), u"role"_s,
                  [this] { m_viewModel.setRoleFilter({}); });
        for (const model::Role &role : roles) {
            addChoice(m_filterMenu, group, role.name, state.roleSlug == role.slug,
                      u"role_"_s + role.slug,
                      [this, slug = role.slug] { m_viewModel.setRoleFilter(slug); });
        }
    }
    if (m_viewModel.hasStatus())
        addStatusChoices();
    m_filterMenu->addSection(tr("Second factor"));
    auto *factor = new QActionGroup(m_filterMenu);
    addChoice(m_filterMenu, factor, tr("With and without"), !state.secondFactor, u"factor"_s,
              [this] { m_viewModel.setSecondFactorFilter(std::nullopt); });
    addChoice(m_filterMenu, factor, tr("With a second factor"), state.secondFactor == true,
              u"factor_yes"_s, [this] { m_viewModel.setSecondFactorFilter(true); });
    addChoice(m_filterMenu, factor, tr("Without a second factor"), state.secondFactor == false,
              u"factor_no"_s, [this] { m_viewModel.setSecondFactorFilter(false); });
}

void UserListView::addStatusChoices()
{
    const UserListState &state = m_viewModel.state();
    m_filterMenu->addSection(tr("Status"));
    auto *status = new QActionGroup(m_filterMenu);
    addChoice(m_filterMenu, status, tr("Every status"), !state.status, u"status"_s,
              [this] { m_viewModel.setStatusFilter(std::nullopt); });
    for (const model::UserStatus each : {model::UserStatus::Active, model::UserStatus::Disabled,
                                         model::UserStatus::Locked, model::UserStatus::Invited}) {
        addChoice(m_filterMenu, status, statusWord(each), state.status == each,
                  u"status_"_s + model::userStatusName(each),
                  [this, each] { m_viewModel.setStatusFilter(each); });
    }
}

void UserListView::fillViewMenu()
{
    m_viewMenu->clear();
    const UserListState &state = m_viewModel.state();
    m_viewMenu->addSection(tr("Columns"));
    for (int i = 0; i < userColumnCount; ++i) {
        const auto column = UserColumn(i);
        if (!m_viewModel.has(column))
            continue;
        QAction *action = m_viewMenu->addAction(userColumnTitle(column));
        action->setObjectName(u"column_"_s + userColumnId(column));
        action->setCheckable(true);
        action->setChecked(state.columns.contains(column));
        action->setEnabled(column != UserColumn::Name); // a row without a name is nobody
        connect(action, &QAction::triggered, this, [this, column](bool shown) {
            QList<UserColumn> columns = m_viewModel.state().columns;
            if (shown)
                columns.append(column);
            else
                columns.removeOne(column);
            m_viewModel.setColumns(columns);
        });
    }
    m_viewMenu->addSection(tr("Sort by"));
    auto *sorts = new QActionGroup(m_viewMenu);
    for (int i = 0; i < userColumnCount; ++i) {
        const auto column = UserColumn(i);
        if (!m_viewModel.has(column))
            continue;
        addChoice(m_viewMenu, sorts, userColumnTitle(column), sortOf(column) == state.sort,
                  u"sort_"_s + userColumnId(column), [this, column] {
                      m_viewModel.setSort(sortOf(column), m_viewModel.state().order);
                  });
    }
    m_viewMenu->addSeparator();
    QAction *descending = m_viewMenu->addAction(tr("Last ones first"));
    descending->setObjectName(u"sortDescending"_s);
    descending->setCheckable(true);
    descending->setChecked(state.order == Qt::DescendingOrder);
    connect(descending, &QAction::triggered, this, [this](bool last) {
        m_viewModel.setSort(m_viewModel.state().sort,
                            last ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    m_viewMenu->addSeparator();
    QAction *refresh = m_viewMenu->addAction(tr("Refresh"));
    refresh->setShortcut(QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_viewModel, &UsersViewModel::refresh);
}

void UserListView::fillMoreMenu()
{
    m_moreMenu->clear();
    if (canImport()) {
        QAction *import = m_moreMenu->addAction(tr("Import people…"));
        import->setObjectName(u"importPeople"_s);
        connect(import, &QAction::triggered, this,
                [this] { Q_EMIT importWanted(ImportFrom::File); });
    }
    QAction *exporting = m_moreMenu->addAction(tr("Export people…"));
    exporting->setObjectName(u"exportPeople"_s);
    connect(exporting, &QAction::triggered, this, &UserListView::exportWanted);
}

} // namespace authdesk::ui::pages::users
