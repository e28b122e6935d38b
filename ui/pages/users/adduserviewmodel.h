// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adding a person, without a widget: the draft, the proposed username, and what the server said.
// Window thread.
#pragma once

#include "core/gateway/usersgateway.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::users {

class AddUserViewModel final : public QObject
{
    Q_OBJECT

public:
    explicit AddUserViewModel(gateway::UsersGateway &users, QObject *parent = nullptr);

    [[nodiscard]] const gateway::NewUser &draft() const { return m_draft; }
    /// As typed; the username follows the name until somebody types one.
    void setName(const QString &firstName, const QString &lastName);
    void setUsername(const QString &username);
    void setEmail(const QString &email);
    void setRole(const QString &slug);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// There is a username or an e-mail, and a role.
    [[nodiscard]] bool canCreate() const;
    void create();

Q_SIGNALS:
    void changed();
    /// The username was proposed anew.
    void usernameProposed(const QString &username);
    void created(const authdesk::gateway::CreatedUser &created);
    /// Fields may be named; nobody was created.
    void refused(const authdesk::base::Error &error);

private:
    gateway::UsersGateway &m_users;
    gateway::NewUser m_draft;
    bool m_usernameTyped = false;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::users
