// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Add user*: the form, and after [Create user] the page with the one-time password to hand over.
// Opened with open().
#pragma once

#include "core/gateway/usersgateway.h"

#include <QtCore/QUrl>
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace authdesk::ui::widgets {
class FormField;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::users {

class AddUserViewModel;
class HandoverView;

class AddUserDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Server
    {
        QString name;
        QUrl address;
    };

    /// `grantable`: the roles that may be given; the one of the fewest rights is chosen first.
    /// Deletes itself when closed.
    AddUserDialog(gateway::UsersGateway &users, const QList<model::Role> &grantable, Server server,
                  QWidget *parent);

    /// Chooses another role first; does nothing where it may not be given.
    void chooseRole(const QString &slug);

Q_SIGNALS:
    void userCreated(const authdesk::model::User &user);

private:
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildResult();
    void connectForm();
    void showResult(const gateway::CreatedUser &created);
    void showError(const base::Error &error);
    void updateWidgets();

    Server m_server;
    gateway::AccountTraits m_traits;
    AddUserViewModel *m_viewModel;
    QStackedWidget *m_stack;
    widgets::MessageBar *m_message = nullptr;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_username;
    QLineEdit *m_email;
    QComboBox *m_role;
    widgets::FormField *m_firstNameField = nullptr;
    widgets::FormField *m_lastNameField = nullptr;
    widgets::FormField *m_usernameField = nullptr;
    widgets::FormField *m_emailField = nullptr;
    widgets::FormField *m_roleField = nullptr;
    QPushButton *m_create = nullptr;
    QLabel *m_resultTitle = nullptr;
    QString m_createdName; ///< empty until somebody is created
    HandoverView *m_handover = nullptr;
    QPushButton *m_done = nullptr;
};

} // namespace authdesk::ui::pages::users
