// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is left of a server that could not be removed whole, why, and what to do about it.
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace authdesk::ui::wizards {

class LeftoverDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `what` names the folder and the reason. Deletes itself when closed.
    LeftoverDialog(const QString &what, QWidget *parent);
    void reject() override;

Q_SIGNALS:
    void retryChosen();
    void closeChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_advice;
    QPushButton *m_close;
    QPushButton *m_retry;
};

} // namespace authdesk::ui::wizards
