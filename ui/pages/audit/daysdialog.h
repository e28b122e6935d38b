// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two days, both included, to show the events between them. accepted() is the yes.
#pragma once

#include <QtCore/QDate>
#include <QtWidgets/QDialog>

class QDateEdit;
class QPushButton;

namespace authdesk::ui::widgets {
class FormField;
}

namespace authdesk::ui::pages::audit {

class DaysDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when closed.
    DaysDialog(QDate first, QDate last, QWidget *parent);

    [[nodiscard]] QDate first() const;
    [[nodiscard]] QDate last() const;

private:
    void retranslate();

    QDateEdit *m_first;
    QDateEdit *m_last;
    widgets::FormField *m_firstField;
    widgets::FormField *m_lastField;
    QPushButton *m_cancel;
    QPushButton *m_show;
};

} // namespace authdesk::ui::pages::audit
