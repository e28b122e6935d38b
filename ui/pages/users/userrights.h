// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the person who is signed in may do to other people's accounts, told before a button is
// drawn. The server decides every time; this only keeps off the screen what it would refuse.
// Plain value.
#pragma once

#include "core/gateway/connection.h"

namespace authdesk::ui::pages::users {

class UserRights final
{
public:
    /// Nobody may anything.
    UserRights() = default;
    /// `roles` may be empty (a server does not show them to everybody): then the predefined roles
    /// are known by their slugs, and with any other one everything is offered.
    UserRights(gateway::Capabilities capabilities, model::User me, QList<model::Role> roles);

    [[nodiscard]] bool canCreate() const;
    /// Whether there is anybody whom one may change, delete or sign out.
    [[nodiscard]] bool mayEdit() const;
    [[nodiscard]] bool mayRemove() const;
    [[nodiscard]] bool mayEndSessions() const;
    [[nodiscard]] bool canEdit(const model::User &person) const;
    [[nodiscard]] bool canRemove(const model::User &person) const;
    /// Never one's own: that is on the page *My account*, with a proof.
    [[nodiscard]] bool canResetPassword(const model::User &person) const;
    [[nodiscard]] bool canResetSecondFactor(const model::User &person) const;

    [[nodiscard]] const model::User &me() const { return m_me; }
    [[nodiscard]] bool isMe(const model::User &person) const { return person.id == m_me.id; }
    /// Whether people of this role may manage users.
    [[nodiscard]] bool managesUsers(const QString &roleSlug) const;
    /// The roles whose people may manage users; never empty.
    [[nodiscard]] QStringList managingRoles() const;
    /// Every role that the server shows.
    [[nodiscard]] const QList<model::Role> &roles() const { return m_roles; }
    /// The roles that one may give: those that hold no right that one lacks.
    [[nodiscard]] QList<model::Role> grantableRoles() const;
    /// The role of those that makes a person an admin: Admin, else another that may manage users;
    /// empty where one may give none.
    [[nodiscard]] QString grantableAdminRole() const;

private:
    [[nodiscard]] QList<model::Statement> statementsOf(const QString &roleSlug) const;
    [[nodiscard]] bool mayAct(model::Action action, model::Subject subject) const;
    [[nodiscard]] bool mayTouch(const model::User &person, model::Action action) const;

    gateway::Capabilities m_capabilities;
    model::User m_me;
    QList<model::Role> m_roles;
};

} // namespace authdesk::ui::pages::users
