// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 0: start a server here, or connect to one.
#pragma once

#include "ui/wizards/wizardpage.h"

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::wizards {

class DoorPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit DoorPage(QWidget *parent = nullptr);
    void entered() override;

Q_SIGNALS:
    void startRequested();
    void connectRequested();

protected:
    void retranslate() override;

private:
    QPushButton *m_start;
    QPushButton *m_connect;
    QLabel *m_startWords;
    QLabel *m_connectWords;
    widgets::Card *m_startCard;
    widgets::Card *m_connectCard;
};

} // namespace authdesk::ui::wizards
