// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 4: the recovery sheet. Only who saved, printed or copied it goes on.
#pragma once

#include "ui/wizards/recoverysheet.h"
#include "ui/wizards/wizardpage.h"

class QGridLayout;
class QPrinter;

namespace authdesk::ui::wizards {

class RecoveryPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit RecoveryPage(QWidget *parent = nullptr);

    void setSheet(const RecoverySheet &sheet);
    void entered() override;

Q_SIGNALS:
    void continueRequested();

private:
    void save();
    void print();
    void printTo(QPrinter *printer);
    void setKept(const QString &how);

    RecoverySheet m_sheet;
    QGridLayout *m_codes;
    QLabel *m_facts;
    QPushButton *m_save;
    QPushButton *m_print;
    QPushButton *m_copy;
    QPushButton *m_continue;
};

} // namespace authdesk::ui::wizards
