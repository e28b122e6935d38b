// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in to one server: username and password, then the second factor, then what the server
// demands. Its title stays the same through all steps, because password managers find windows by
// title. Decides nothing: SignInFlow does.
#pragma once

#include "core/settings/serverprofiles.h"
#include "core/vault/vault.h"
#include "ui/shell/signinflow.h"

#include <QtWidgets/QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace authdesk::ui::widgets {
class ApiKeyForm;
class BusyOverlay;
class CodeField;
class FormField;
class MessageBar;
class PasswordField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::shell {

class HelpPanel;
class EnrolStep;

class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Context
    {
        workspace::OpenServer &server;
        const settings::ServerProfiles &profiles;
        vault::Vault &vault;
    };

    explicit SignInDialog(const Context &context, QWidget *parent = nullptr);

    [[nodiscard]] SignInFlow &flow() { return *m_flow; }
    /// The server cannot be asked now; nothing can be typed until unblock().
    void block(const QString &why, const QString &button);
    void unblock();
    /// Something to know before typing ("Your sign-in has ended.").
    void tell(const QString &sentence);
    /// Asked when the dialog is closed without signing in; false keeps it open.
    void setMayClose(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }
    void reject() override;

Q_SIGNALS:
    /// Another server of the list was chosen.
    void serverChosen(const QString &profileId);
    /// *Recover on this computer* for the server of this dialog.
    void recoveryRequested();
    void blockedButtonClicked();
    void signedIn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPasswordStep();
    void buildCodeStep();
    void buildNewPasswordStep();
    void askKeychain();
    void useKey(bool key);
    [[nodiscard]] bool mayKeep() const;
    void retranslate();
    [[nodiscard]] QString keepText() const;
    void submit();
    void flowChanged();
    void updateWidgets();
    void showError();

    workspace::OpenServer &m_server;
    const settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    SignInFlow *m_flow;
    std::function<bool()> m_mayClose;
    bool m_blocked = false;
    bool m_byKey = false;                          ///< with an API key instead of a password
    std::optional<vault::Availability> m_keychain; ///< not known yet
    SignInFlow::Step m_shownStep = SignInFlow::Step::Password;

    QWidget *m_passwordStep;
    QComboBox *m_serverBox = nullptr;
    widgets::FormField *m_serverField = nullptr;
    widgets::FormField *m_loginField = nullptr;
    widgets::FormField *m_passwordField = nullptr;
    widgets::ApiKeyForm *m_key = nullptr;
    QLineEdit *m_login = nullptr;
    widgets::PasswordField *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QCheckBox *m_plainAgreed = nullptr; ///< null where nothing travels readable
    QWidget *m_codeStep;
    QLabel *m_codeIntro = nullptr;
    widgets::CodeField *m_code = nullptr;
    QPushButton *m_codeMode = nullptr;
    QWidget *m_newStep;
    QLabel *m_newIntro = nullptr;
    widgets::PasswordField *m_newPassword = nullptr;
    widgets::FormField *m_newField = nullptr;
    EnrolStep *m_enrolStep;
    widgets::MessageBar *m_message;
    HelpPanel *m_help;
    QPushButton *m_useKey;
    QPushButton *m_helpLink;
    QPushButton *m_back;
    QPushButton *m_submit;
    widgets::BusyOverlay *m_wait;
};

} // namespace authdesk::ui::shell
