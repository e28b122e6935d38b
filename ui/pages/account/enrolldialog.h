// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Turns the second factor on: QR code, key, a code of the app, then the recovery codes. Opened with
// open(); what it shows is wiped when it goes.
#pragma once

#include "core/gateway/accountgateway.h"
#include "ui/widgets/recoverysheet.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace authdesk::ui::widgets {
class CodeField;
class CopyButton;
class FormField;
class MessageBar;
class QrView;
class RecoveryCodesView;
class SecretLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class SecondFactorViewModel;

class EnrollDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Asks the server for a key at once. `sheet` says server and person; its codes come with the
    /// confirmation. Deletes itself when closed.
    EnrollDialog(SecondFactorViewModel &viewModel, widgets::RecoverySheet sheet, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildScanPage();
    [[nodiscard]] QWidget *buildCodesPage();
    void showKey(const gateway::TotpEnrollment &enrollment);
    void showCodes(const gateway::RecoveryCodes &codes);
    void showError(const base::Error &error);
    void submit();
    void retranslate();
    void updateWidgets();

    SecondFactorViewModel &m_viewModel;
    widgets::RecoverySheet m_sheet;
    gateway::TotpEnrollment m_enrollment;
    QStackedWidget *m_stack;
    widgets::MessageBar *m_message = nullptr;
    widgets::QrView *m_qr = nullptr;
    widgets::SecretLabel *m_key = nullptr;
    widgets::CopyButton *m_copyKey = nullptr;
    widgets::CopyButton *m_copyLink = nullptr;
    widgets::CodeField *m_code = nullptr;
    widgets::FormField *m_codeField = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_scan = nullptr;
    QLabel *m_cannotScan = nullptr;
    QLabel *m_type = nullptr;
    QLabel *m_codesTitle = nullptr;
    QLabel *m_codesWhat = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_turnOn = nullptr;
    widgets::RecoveryCodesView *m_codes = nullptr;
    QPushButton *m_done = nullptr;
    bool m_submitted = false;
};

} // namespace authdesk::ui::pages::account
