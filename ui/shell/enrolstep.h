// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second factor that a server demands at sign-in: scan, type six digits, keep the recovery
// codes. Only then the sign-in is complete.
#pragma once

#include "core/workspace/openserver.h"

#include <QtWidgets/QWidget>

class QPushButton;

namespace authdesk::ui::widgets {
class CodeField;
class CopyButton;
class MessageBar;
class QrView;
class RecoveryCodesView;
class SecretLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::shell {

class EnrolStep final : public QWidget
{
    Q_OBJECT

public:
    /// `server` outlives the step.
    explicit EnrolStep(workspace::OpenServer &server, QWidget *parent = nullptr);

    /// Asks the server for a key and shows it.
    void begin();

Q_SIGNALS:
    /// The factor is on, and the codes were saved, printed or copied.
    void finished();

private:
    void confirm(const QString &code);
    void showCodes(const gateway::RecoveryCodes &codes);

    workspace::OpenServer &m_server;
    QWidget *m_scan;
    widgets::QrView *m_qr;
    widgets::SecretLabel *m_key;
    widgets::CodeField *m_code;
    QWidget *m_sheet;
    widgets::RecoveryCodesView *m_codes;
    QPushButton *m_continue;
    widgets::MessageBar *m_message;
    base::Secret m_setupLink;
};

} // namespace authdesk::ui::shell
