// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The left part of the page *Users*: title and count, search, quick filters, menus, and the table
// or what is said in its place.
#pragma once

#include "ui/pages/users/importsourceview.h"
#include "ui/pages/users/usersviewmodel.h"

#include <QtWidgets/QWidget>

#include <array>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace authdesk::ui::widgets {
class BusyOverlay;
class EmptyState;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

class UserTableView;

class UserListView final : public QWidget
{
    Q_OBJECT

public:
    UserListView(UsersViewModel &viewModel, const QString &serverName, QWidget *parent = nullptr);

    /// Puts a bar below the list; owned from then on.
    void addBar(QWidget *bar);
    /// Whether people come and go as files here.
    void setHasFiles(bool has);

    [[nodiscard]] UserTableView *table() const { return m_table; }

Q_SIGNALS:
    void addUserWanted();
    void importWanted(authdesk::ui::pages::users::ImportFrom from);
    void exportWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildFilters();
    void buildMiddle();
    void fillFilterMenu();
    void addStatusChoices();
    void fillViewMenu();
    void fillMoreMenu();
    [[nodiscard]] bool canImport() const;
    void followLink();
    void retranslate();
    void updateWidgets();
    [[nodiscard]] static QString countText(const UsersViewModel::Count &count);
    void fitQuickFilters();
    void updateMessage();
    void updateMiddle();
    [[nodiscard]] QString filterText() const;

    UsersViewModel &m_viewModel;
    QString m_serverName;
    QLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_search;
    QAction *m_find = nullptr; ///< in the search field
    QPushButton *m_add;
    QPushButton *m_more = nullptr;
    bool m_hasFiles = false;
    std::array<QPushButton *, UsersViewModel::quickFilterCount> m_quick{};
    QPushButton *m_filter;
    QPushButton *m_view;
    QMenu *m_filterMenu;
    QMenu *m_viewMenu;
    QMenu *m_moreMenu;
    widgets::MessageBar *m_message;
    QWidget *m_middle;
    QStackedLayout *m_stack;
    UserTableView *m_table;
    widgets::EmptyState *m_empty;
    /// What its links do, as of when they were shown: the list may read again meanwhile.
    enum class Links { ShowEverybody, Import } m_links = Links::ShowEverybody;
    widgets::BusyOverlay *m_busy;
};

} // namespace authdesk::ui::pages::users
