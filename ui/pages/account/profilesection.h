// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Profile* of the page *My account*.
#pragma once

#include "ui/pages/account/profileviewmodel.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
class FormField;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class ProfileSection final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileSection(gateway::AccountGateway &account, QWidget *parent = nullptr);

    [[nodiscard]] ProfileViewModel &viewModel() { return *m_viewModel; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillForm();
    void retranslate();
    void updateWidgets();

    ProfileViewModel *m_viewModel;
    widgets::Card *m_card;
    widgets::MessageBar *m_message;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_username;
    QLineEdit *m_email;
    widgets::FormField *m_firstNameField;
    widgets::FormField *m_lastNameField;
    widgets::FormField *m_usernameField;
    widgets::FormField *m_emailField;
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace authdesk::ui::pages::account
