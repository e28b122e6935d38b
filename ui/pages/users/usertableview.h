// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table widget of the list of people: shows the chosen columns in their order, leaves out the
// least important ones where the place is short, sorts by a click, reads on before the end.
#pragma once

#include <QtWidgets/QTableView>

namespace authdesk::ui::pages::users {

class UsersViewModel;
enum class UserColumn;

class UserTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit UserTableView(UsersViewModel &viewModel, QWidget *parent = nullptr);

    /// -1: nobody is chosen.
    [[nodiscard]] qint64 currentId() const;
    /// Chooses without telling anybody; an id that is not in the list clears the choice.
    void setCurrentId(qint64 id);

Q_SIGNALS:
    /// By mouse or arrow key.
    void currentIdChanged(qint64 id);
    /// Click, Enter, double click.
    void opened(qint64 id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyColumns();
    void fitColumns();
    [[nodiscard]] int lastShown() const;
    void updateSortIndicator();
    void sortBy(int section);
    void rememberColumns();
    void readOn();

    UsersViewModel &m_viewModel;
    bool m_applying = false; ///< our own changes of the header are not the person's
    bool m_choosing = false;
};

} // namespace authdesk::ui::pages::users
