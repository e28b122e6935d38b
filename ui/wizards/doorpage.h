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
    /// `offersSample`: a server with made-up people can be tried.
    explicit DoorPage(bool offersSample, QWidget *parent = nullptr);
    void entered() override;
    /// While the sample is being made nothing else can be pressed.
    void showMakingSample(bool making);
    void showSampleFailure(const QString &why);

Q_SIGNALS:
    void startRequested();
    void connectRequested();
    void sampleRequested();

protected:
    void retranslate() override;

private:
    QPushButton *m_start;
    QPushButton *m_connect;
    QPushButton *m_sample;
    QLabel *m_startWords;
    QLabel *m_connectWords;
    widgets::Card *m_startCard;
    widgets::Card *m_connectCard;
};

} // namespace authdesk::ui::wizards
