// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/profileviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::account {

namespace {

ProfileDraft draftOfMe(const model::User &me)
{
    return {.username = me.username,
            .email = me.email.value_or(QString()),
            .firstName = me.firstName,
            .lastName = me.lastName};
}

gateway::ProfileChange profileChange(const ProfileDraft &from, const ProfileDraft &to)
{
    gateway::ProfileChange change;
    if (from.username != to.username)
        change.username = to.username;
    if (from.email != to.email)
        change.email = to.email;
    if (from.firstName != to.firstName)
        change.firstName = to.firstName;
    if (from.lastName != to.lastName)
        change.lastName = to.lastName;
    return change;
}

} // namespace

ProfileViewModel::ProfileViewModel(gateway::AccountGateway &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
}

void ProfileViewModel::load()
{
    base::whenAnswered(m_account.me(), this, [this](const base::Result<model::User> &answer) {
        if (!answer)
            Q_EMIT loadFailed(answer.error());
        else if (!isDirty() && !m_busy)
            adopt(*answer);
    });
}

void ProfileViewModel::setDraft(const ProfileDraft &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    Q_EMIT changed();
}

bool ProfileViewModel::isDirty() const
{
    return m_me && m_draft != draftOfMe(*m_me);
}

void ProfileViewModel::save()
{
    if (!isDirty() || m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    base::whenAnswered(m_account.updateMe(profileChange(draftOfMe(*m_me), m_draft)), this,
                       [this](const base::Result<model::User> &answer) {
                           m_busy = false;
                           Q_EMIT changed();
                           if (!answer) {
                               Q_EMIT refused(answer.error());
                               return;
                           }
                           adopt(*answer);
                           Q_EMIT saved();
                       });
}

void ProfileViewModel::revert()
{
    if (m_me)
        adopt(*m_me);
}

void ProfileViewModel::adopt(const model::User &me)
{
    m_me = me;
    m_draft = draftOfMe(me);
    Q_EMIT draftReplaced();
    Q_EMIT changed();
}

} // namespace authdesk::ui::pages::account
