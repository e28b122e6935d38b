// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen 2: the first person. Its button is the one commit. Also used to set up a server elsewhere.
#pragma once

#include "ui/wizards/firstrunflow.h"
#include "ui/wizards/wizardpage.h"

class QLineEdit;

namespace authdesk::ui::widgets {
class FormField;
class PasswordField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::wizards {

class YouPage final : public WizardPage
{
    Q_OBJECT

public:
    /// `flow` outlives the page. `random` makes the generated passwords.
    YouPage(FirstRunFlow &flow, base::Random &random, QWidget *parent = nullptr);
    void entered() override;

Q_SIGNALS:
    /// Created, and signed in.
    void committed();

protected:
    void retranslate() override;

private:
    void submit();
    void showError(const base::Error &error);
    void updateContext();
    void updateWidgets();
    [[nodiscard]] bool isComplete() const;

    FirstRunFlow &m_flow;
    base::Random &m_random;
    QLineEdit *m_username;
    QLineEdit *m_email;
    QLineEdit *m_setupCode;
    widgets::PasswordField *m_password;
    widgets::FormField *m_usernameField;
    widgets::FormField *m_emailField;
    widgets::FormField *m_passwordField;
    widgets::FormField *m_setupCodeField;
    QPushButton *m_generate;
    QLabel *m_promise;
    QPushButton *m_create;
};

} // namespace authdesk::ui::wizards
