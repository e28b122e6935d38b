// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Below the list: how many people are selected, and what can be done to them.
#pragma once

#include "ui/pages/users/manyviewmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace authdesk::ui::pages::users {

class SelectionBar final : public QWidget
{
    Q_OBJECT

public:
    /// `viewModel` outlives it. Hidden until somebody is selected and there is something to offer.
    explicit SelectionBar(ManyViewModel &viewModel, QWidget *parent = nullptr);

    /// `listed`: how many the list has by its count; -1: not known. `isAllRead`: everybody is
    /// selected who was read of it.
    void setSelected(qsizetype count, qint64 listed, bool isAllRead);
    void updateWidgets();

Q_SIGNALS:
    /// `roleSlug`: of SetRole.
    void wanted(authdesk::model::BulkAction action, const QString &roleSlug);
    void everybodyWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillRoleMenu();
    void fillMoreMenu();

    ManyViewModel &m_viewModel;
    qsizetype m_selected = 0;
    qint64 m_listed = -1;
    bool m_isAllRead = false;
    QLabel *m_count;
    QPushButton *m_everybody;
    QPushButton *m_disable;
    QPushButton *m_role;
    QPushButton *m_more;
    QMenu *m_roleMenu;
    QMenu *m_moreMenu;
};

} // namespace authdesk::ui::pages::users
