// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 3: the second factor. Six digits submit themselves; Later asks once.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/wizardpage.h"

namespace authdesk::ui::widgets {
class CodeField;
class CopyButton;
class QrView;
class SecretLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::wizards {

class ProtectPage final : public WizardPage
{
    Q_OBJECT

public:
    ProtectPage(FirstRunFlow &flow, const base::Clock &clock, QWidget *parent = nullptr);
    ~ProtectPage() override;
    void entered() override;

Q_SIGNALS:
    /// On; `codes` are empty where the server gives none.
    void protectedNow(const authdesk::gateway::RecoveryCodes &codes);
    void postponed();

protected:
    void retranslate() override;

private:
    void begin();
    void confirm();
    void refuse(const base::Error &error);
    void askForLater();
    void updateWidgets();

    FirstRunFlow &m_flow;
    const base::Clock &m_clock;
    base::Secret m_setupLink;
    widgets::QrView *m_qr;
    widgets::SecretLabel *m_key;
    widgets::CopyButton *m_copyKey;
    widgets::CopyButton *m_copyLink;
    widgets::CodeField *m_code;
    QLabel *m_scan;
    QLabel *m_cannotScan;
    QLabel *m_typeCode;
    QPushButton *m_later;
    QPushButton *m_turnOn;
};

} // namespace authdesk::ui::wizards
