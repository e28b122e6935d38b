// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/personviewmodel.h"

#include "core/base/whenanswered.h"

#include <algorithm>

namespace authdesk::ui::pages::users {

using model::SignInCure;

namespace {

constexpr int managersToLookAt = 50;

} // namespace

PersonViewModel::PersonViewModel(gateway::UsersGateway &users, QObject *parent)
    : QObject(parent)
    , m_users(users)
{
}

void PersonViewModel::setRights(const UserRights &rights)
{
    m_rights = rights;
    if (m_person)
        checkLastManager();
    Q_EMIT changed();
}

void PersonViewModel::show(const model::User &user)
{
    ++m_generation;
    m_busy = false;
    m_lastManager = false;
    m_check.reset();
    adopt(user);
    reread();
    checkLastManager();
}

void PersonViewModel::clear()
{
    ++m_generation;
    ++m_managerGeneration;
    m_person.reset();
    m_check.reset();
    m_draft = {};
    m_busy = false;
    m_lastManager = false;
    Q_EMIT draftReplaced();
    Q_EMIT changed();
}

void PersonViewModel::setDraft(const UserDraft &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    Q_EMIT changed();
}

bool PersonViewModel::isDirty() const
{
    return m_person && m_draft != draftOf(*m_person);
}

bool PersonViewModel::canEdit() const
{
    return m_person && m_rights.canEdit(*m_person);
}

bool PersonViewModel::offers(PersonAction action) const
{
    if (!m_person)
        return false;
    const bool disabled = m_person->status == model::UserStatus::Disabled;
    const auto isCure = [this](SignInCure cure) {
        return m_check && m_check->reason && m_check->reason->cure == cure;
    };
    switch (action) {
    case PersonAction::Disable:
        // Where there is no switch, nobody blocks oneself: no other hand would let one in again.
        return !disabled && canEdit() && (traits().hasStatus || !m_rights.isMe(*m_person));
    case PersonAction::Enable:
        return disabled && traits().hasStatus && canEdit();
    case PersonAction::ResetPassword:
        return m_rights.canResetPassword(*m_person);
    case PersonAction::ResetSecondFactor:
        return (m_person->mfaEnabled || isCure(SignInCure::ResetSecondFactor))
               && m_rights.canResetSecondFactor(*m_person);
    case PersonAction::Unlock:
        return (m_person->status == model::UserStatus::Locked || isCure(SignInCure::Unlock))
               && canEdit();
    case PersonAction::EndSessions:
        return canEdit() && !m_rights.isMe(*m_person);
    case PersonAction::Delete:
        return traits().canBeDeleted && m_rights.canRemove(*m_person);
    }
    Q_UNREACHABLE();
}

bool PersonViewModel::allows(PersonAction action) const
{
    if (m_busy || !offers(action))
        return false;
    const bool wouldLoseManager = action == PersonAction::Disable || action == PersonAction::Delete;
    return !(wouldLoseManager && m_lastManager);
}

void PersonViewModel::save()
{
    if (!isDirty() || m_busy)
        return;
    setBusy(true);
    const quint64 generation = m_generation;
    const gateway::UserChange change = changeBetween(draftOf(*m_person), m_draft);
    base::whenAnswered(
        m_users.update(m_person->id, change, m_person->version), this,
        [this, generation, before = *m_person](const base::Result<model::User> &answer) {
            if (answer) {
                Q_EMIT personChanged(*answer);
                Q_EMIT changeMade(before, *answer);
            }
            if (generation != m_generation)
                return;
            setBusy(false);
            if (answer) {
                adopt(*answer);
                checkLastManager();
                Q_EMIT saved(*answer);
            } else if (answer.error().code == base::ErrorCode::VersionConflict) {
                readConflict();
            } else {
                if (answer.error().code == base::ErrorCode::LastAdmin)
                    checkLastManager();
                Q_EMIT saveRefused(answer.error());
            }
        });
}

void PersonViewModel::revert()
{
    if (!m_person)
        return;
    m_draft = draftOf(*m_person);
    Q_EMIT draftReplaced();
    Q_EMIT changed();
}

void PersonViewModel::resolve(const DraftConflict &conflict, const UserDraft &chosen)
{
    if (!m_person || m_person->id != conflict.theirs.id)
        return;
    adopt(conflict.theirs);
    m_draft = chosen;
    Q_EMIT draftReplaced();
    Q_EMIT changed();
    save();
}

void PersonViewModel::takeTheirs(const DraftConflict &conflict)
{
    if (m_person && m_person->id == conflict.theirs.id)
        adopt(conflict.theirs);
}

void PersonViewModel::takeNewer(const model::User &user)
{
    if (!m_person || m_person->id != user.id || m_busy || isDirty())
        return;
    adopt(user);
    checkLastManager();
}

void PersonViewModel::run(PersonAction action, const QString &recognisedBy)
{
    if (!allows(action))
        return;
    setBusy(true);
    switch (action) {
    case PersonAction::Disable:
        runStatus(action, model::UserStatus::Disabled);
        return;
    case PersonAction::Enable:
        runStatus(action, model::UserStatus::Active);
        return;
    case PersonAction::ResetPassword:
    case PersonAction::ResetSecondFactor:
        runSecret(action, recognisedBy);
        return;
    case PersonAction::Unlock:
    case PersonAction::EndSessions:
    case PersonAction::Delete:
        runPlain(action);
        return;
    }
    Q_UNREACHABLE();
}

void PersonViewModel::adopt(const model::User &user)
{
    m_person = user;
    m_draft = draftOf(user);
    Q_EMIT draftReplaced();
    Q_EMIT changed();
    readSignInCheck();
}

void PersonViewModel::readSignInCheck()
{
    const quint64 generation = m_generation;
    base::whenAnswered(m_users.checkSignIn(m_person->id), this,
                       [this, generation](const base::Result<model::SignInCheck> &answer) {
                           if (generation != m_generation)
                               return;
                           // Without an answer, what the list knows has to do.
                           m_check = answer ? std::optional(*answer) : std::nullopt;
                           Q_EMIT changed();
                       });
}

void PersonViewModel::reread()
{
    const quint64 generation = m_generation;
    base::whenAnswered(m_users.find(m_person->id), this,
                       [this, generation](const base::Result<model::User> &answer) {
                           if (generation != m_generation)
                               return;
                           if (!answer) {
                               // What the list knew stays in the pane; only a person who is gone
                               // leaves it.
                               if (answer.error().code == base::ErrorCode::NotFound)
                                   Q_EMIT gone(*m_person);
                               return;
                           }
                           if (answer->version == m_person->version
                               && answer->status == m_person->status)
                               return;
                           Q_EMIT personChanged(*answer);
                           // A draft that somebody has begun keeps its old version: saving it finds
                           // the conflict.
                           if (!isDirty() && !m_busy)
                               adopt(*answer);
                       });
}

void PersonViewModel::readConflict()
{
    setBusy(true);
    const quint64 generation = m_generation;
    base::whenAnswered(m_users.find(m_person->id), this,
                       [this, generation](const base::Result<model::User> &answer) {
                           if (generation != m_generation)
                               return;
                           setBusy(false);
                           if (!answer) {
                               if (answer.error().code == base::ErrorCode::NotFound)
                                   Q_EMIT gone(*m_person);
                               else
                                   Q_EMIT saveRefused(answer.error());
                               return;
                           }
                           Q_EMIT personChanged(*answer);
                           const DraftConflict conflict{
                               .theirs = *answer, .base = draftOf(*m_person), .mine = m_draft};
                           if (conflict.differences().isEmpty())
                               adopt(*answer); // the other one made the same change
                           else
                               Q_EMIT conflicted(conflict);
                       });
}

void PersonViewModel::checkLastManager()
{
    const quint64 generation = ++m_managerGeneration;
    m_managerAnswersMissing = 0;
    m_otherManagerFound = false;
    if (!m_rights.managesUsers(m_person->role.slug)
        || m_person->status == model::UserStatus::Disabled) {
        m_lastManager = false;
        return;
    }
    const QStringList slugs = m_rights.managingRoles();
    m_managerAnswersMissing = int(slugs.size());
    for (const QString &slug : slugs) {
        gateway::UserQuery query;
        query.roleSlug = slug;
        query.limit = managersToLookAt;
        base::whenAnswered(
            m_users.list(query), this,
            [this, generation](const base::Result<model::Page<model::User>> &answer) {
                countManagers(answer, generation);
            });
    }
}

void PersonViewModel::countManagers(const base::Result<model::Page<model::User>> &answer,
                                    quint64 generation)
{
    if (generation != m_managerGeneration || !m_person)
        return;
    --m_managerAnswersMissing;
    // What cannot be read is no reason to lock a control: the server still refuses.
    if (!answer || !answer->nextCursor.isEmpty())
        m_otherManagerFound = true;
    else if (std::any_of(answer->items.cbegin(), answer->items.cend(), [this](const auto &user) {
                 return user.id != m_person->id && user.status != model::UserStatus::Disabled;
             }))
        m_otherManagerFound = true;
    const bool last = m_managerAnswersMissing == 0 && !m_otherManagerFound;
    if (last == m_lastManager)
        return;
    m_lastManager = last;
    Q_EMIT changed();
}

void PersonViewModel::runStatus(PersonAction action, model::UserStatus status)
{
    const quint64 generation = m_generation;
    base::whenAnswered(
        m_users.update(m_person->id,
                       {.username = {},
                        .email = {},
                        .firstName = {},
                        .lastName = {},
                        .roleSlug = {},
                        .status = status},
                       m_person->version),
        this,
        [this, action, generation, before = *m_person](const base::Result<model::User> &answer) {
            // A change that can be taken back.
            if (answer && traits().hasStatus)
                Q_EMIT changeMade(before, *answer);
            if (generation == m_generation)
                finish(action, answer);
            else if (answer)
                Q_EMIT personChanged(*answer);
        });
}

void PersonViewModel::runSecret(PersonAction action, const QString &recognisedBy)
{
    const model::User person = *m_person;
    const quint64 generation = m_generation;
    auto answer = action == PersonAction::ResetPassword
                      ? m_users.resetPassword(person.id)
                      : m_users.resetSecondFactor(person.id, recognisedBy);
    // The secret is shown once, so it is shown even when another person came into the pane.
    base::whenAnswered(
        answer, this,
        [this, action, person, generation](const base::Result<gateway::OneTimeSecret> &secret) {
            if (generation == m_generation)
                setBusy(false);
            if (!secret) {
                Q_EMIT actionRefused(action, secret.error());
                return;
            }
            Q_EMIT secretIssued(action, person, *secret);
            if (generation == m_generation) {
                reread();
                readSignInCheck();
            }
        });
}

void PersonViewModel::runPlain(PersonAction action)
{
    const model::User person = *m_person;
    const quint64 generation = m_generation;
    if (action == PersonAction::Delete) {
        base::whenAnswered(m_users.remove(person.id), this,
                           [this, person, generation](const base::Result<void> &answer) {
                               if (generation == m_generation)
                                   setBusy(false);
                               if (answer)
                                   Q_EMIT done(PersonAction::Delete, person);
                               else
                                   Q_EMIT actionRefused(PersonAction::Delete, answer.error());
                           });
        return;
    }
    auto answer =
        action == PersonAction::Unlock ? m_users.unlock(person.id) : m_users.endSessions(person.id);
    base::whenAnswered(answer, this,
                       [this, action, generation](const base::Result<model::User> &user) {
                           if (generation == m_generation)
                               finish(action, user);
                           else if (user)
                               Q_EMIT personChanged(*user);
                       });
}

void PersonViewModel::finish(PersonAction action, const base::Result<model::User> &answer)
{
    setBusy(false);
    if (!answer) {
        if (answer.error().code == base::ErrorCode::LastAdmin)
            checkLastManager();
        if (answer.error().code == base::ErrorCode::VersionConflict)
            reread();
        Q_EMIT actionRefused(action, answer.error());
        return;
    }
    Q_EMIT personChanged(*answer);
    // An action leaves a draft alone; it only moves what the draft is compared with.
    const bool keep = isDirty();
    UserDraft draft = m_draft;
    adopt(*answer);
    if (keep) {
        draft.disabled = m_draft.disabled;
        m_draft = draft;
        Q_EMIT draftReplaced();
        Q_EMIT changed();
    }
    checkLastManager();
    Q_EMIT done(action, *answer);
}

void PersonViewModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace authdesk::ui::pages::users
