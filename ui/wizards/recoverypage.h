// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 4: the recovery sheet. Only who saved, printed or copied it goes on.
#pragma once

#include "ui/widgets/recoverysheet.h"
#include "ui/wizards/wizardpage.h"

namespace authdesk::ui::widgets {
class RecoveryCodesView;
}

namespace authdesk::ui::wizards {

class RecoveryPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit RecoveryPage(QWidget *parent = nullptr);

    void setSheet(const widgets::RecoverySheet &sheet);
    void entered() override;

Q_SIGNALS:
    void continueRequested();

protected:
    void retranslate() override;

private:
    QLabel *m_intro;
    widgets::RecoveryCodesView *m_view;
    QLabel *m_facts;
    QPushButton *m_continue;
};

} // namespace authdesk::ui::wizards
