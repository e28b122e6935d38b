// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Something that is being done to several people: how far it is, with the way to stop it, and at
// the end who was refused and why. Comes up only where there is something to see.
#pragma once

#include "ui/pages/users/manyviewmodel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::users {

class ManyDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `viewModel` runs, and outlives it. Deletes itself when there is nothing (more) to see.
    ManyDialog(ManyViewModel &viewModel, const QString &serverName, QWidget *parent);

public Q_SLOTS:
    void reject() override;

private:
    void buildRefused();
    void finish();
    void fillRefused();
    void retranslate();
    void updateWidgets();
    [[nodiscard]] QString endText() const;

    ManyViewModel &m_viewModel;
    QString m_serverName;
    QTimer m_patience; ///< what is quick shows nothing
    QLabel *m_title;
    QProgressBar *m_bar;
    QLabel *m_far;
    widgets::MessageBar *m_message;
    QTableView *m_refused;
    QStandardItemModel *m_rows;
    QPushButton *m_close;
};

} // namespace authdesk::ui::pages::users
