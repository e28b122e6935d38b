// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/adduserviewmodel.h"

#include "core/base/whenanswered.h"
#include "ui/pages/users/usernameproposal.h"

namespace authdesk::ui::pages::users {

AddUserViewModel::AddUserViewModel(gateway::UsersGateway &users, QObject *parent)
    : QObject(parent)
    , m_users(users)
{
}

void AddUserViewModel::setName(const QString &firstName, const QString &lastName)
{
    m_draft.firstName = firstName.trimmed();
    m_draft.lastName = lastName.trimmed();
    if (!m_usernameTyped) {
        m_draft.username = proposeUsername(m_draft.firstName, m_draft.lastName);
        Q_EMIT usernameProposed(m_draft.username);
    }
    Q_EMIT changed();
}

void AddUserViewModel::setUsername(const QString &username)
{
    m_draft.username = username.trimmed();
    // An emptied field follows the name again.
    m_usernameTyped = !m_draft.username.isEmpty();
    Q_EMIT changed();
}

void AddUserViewModel::setEmail(const QString &email)
{
    m_draft.email = email.trimmed();
    Q_EMIT changed();
}

void AddUserViewModel::setRole(const QString &slug)
{
    m_draft.roleSlug = slug;
    Q_EMIT changed();
}

bool AddUserViewModel::canCreate() const
{
    return !m_busy && (!m_draft.username.isEmpty() || !m_draft.email.isEmpty())
           && !m_draft.roleSlug.isEmpty();
}

void AddUserViewModel::create()
{
    if (!canCreate())
        return;
    m_busy = true;
    Q_EMIT changed();
    base::whenAnswered(m_users.create(m_draft), this,
                       [this](const base::Result<gateway::CreatedUser> &answer) {
                           m_busy = false;
                           Q_EMIT changed();
                           if (answer)
                               Q_EMIT created(*answer);
                           else
                               Q_EMIT refused(answer.error());
                       });
}

} // namespace authdesk::ui::pages::users
