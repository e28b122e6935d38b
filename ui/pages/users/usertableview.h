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
    /// The rows that are selected, from top to bottom.
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    /// Reads the list to its end, and then selects everybody in it; a key, a click or another
    /// question to the server ends that.
    void selectEverybody();
    /// Takes out of the selection whoever is not kept by the model (UserTableModel::personAt()).
    void deselectFarAway();
    /// Chooses without telling anybody; an id that is not in the list clears the choice.
    void setCurrentId(qint64 id);

Q_SIGNALS:
    /// More or fewer are selected, or others.
    void selectionDiffers();
    /// By mouse or arrow key; only where nobody else is selected.
    void currentIdChanged(qint64 id);
    /// Click, Enter, double click.
    void opened(qint64 id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool isAlone() const;
    void applyColumns();
    void fitColumns();
    [[nodiscard]] int widthOf(UserColumn column) const;
    [[nodiscard]] int widthOfWords(UserColumn column) const;
    [[nodiscard]] int lastShown() const;
    void updateSortIndicator();
    void sortBy(int section);
    void rememberColumns();
    void readOn();
    void goOnSelecting();

    UsersViewModel &m_viewModel;
    bool m_applying = false; ///< our own changes of the header are not the person's
    bool m_choosing = false;
    bool m_wantsEverybody = false;
};

} // namespace authdesk::ui::pages::users
