// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One person in the pane, without a widget: the draft of the profile, the actions, and what the
// server said to them. Window thread.
#pragma once

#include "ui/pages/users/userdraft.h"
#include "ui/pages/users/userrights.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::users {

enum class PersonAction {
    Disable,
    Enable,
    ResetPassword,
    ResetSecondFactor,
    Unlock,
    EndSessions,
    Delete,
};

class PersonViewModel final : public QObject
{
    Q_OBJECT

public:
    explicit PersonViewModel(gateway::UsersGateway &users, QObject *parent = nullptr);

    void setRights(const UserRights &rights);
    [[nodiscard]] const UserRights &rights() const { return m_rights; }
    /// What accounts of this server are like.
    [[nodiscard]] gateway::AccountTraits traits() const { return m_users.traits(); }

    /// Shows a person; what was drafted before is dropped. Then asks the server for the newest
    /// version, and whether this is the last one who may manage users.
    void show(const model::User &user);
    void clear();
    [[nodiscard]] bool hasPerson() const { return m_person.has_value(); }
    /// Only while hasPerson().
    [[nodiscard]] const model::User &person() const { return *m_person; }

    /// What the server says about the person's sign-in; none until it did.
    [[nodiscard]] const std::optional<model::SignInCheck> &signInCheck() const { return m_check; }

    [[nodiscard]] const UserDraft &draft() const { return m_draft; }
    void setDraft(const UserDraft &draft);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool canEdit() const;
    /// Nobody else may manage users: role and status stay, and there is no delete.
    [[nodiscard]] bool isLastManager() const { return m_lastManager; }
    /// Whether an action is on the screen at all.
    [[nodiscard]] bool offers(PersonAction action) const;
    /// Whether an offered action can be pressed; where not, this is the last manager.
    [[nodiscard]] bool allows(PersonAction action) const;

    void save();
    void revert();
    /// After a conflict: goes on from the server's version with what was chosen, and saves it.
    void resolve(const DraftConflict &conflict, const UserDraft &chosen);
    /// Goes on from the server's version with nothing of mine.
    void takeTheirs(const DraftConflict &conflict);
    /// The server holds this now, by a change that was not made here; a draft stays as it is.
    void takeNewer(const model::User &user);
    /// `recognisedBy`: how one made sure who asks; for ResetSecondFactor.
    void run(PersonAction action, const QString &recognisedBy = {});

Q_SIGNALS:
    /// Anything that a widget shows, but the draft.
    void changed();
    /// The draft was replaced: fill the form again.
    void draftReplaced();
    /// The server holds this now.
    void personChanged(const authdesk::model::User &user);
    void saved(const authdesk::model::User &user);
    /// The server has taken a save, a disable or an enable, whoever is in the pane by then.
    void changeMade(const authdesk::model::User &before, const authdesk::model::User &after);
    void done(authdesk::ui::pages::users::PersonAction action, const authdesk::model::User &user);
    void secretIssued(authdesk::ui::pages::users::PersonAction action,
                      const authdesk::model::User &user,
                      const authdesk::gateway::OneTimeSecret &secret);
    void conflicted(const authdesk::ui::pages::users::DraftConflict &conflict);
    /// The save was refused; fields may be named.
    void saveRefused(const authdesk::base::Error &error);
    void actionRefused(authdesk::ui::pages::users::PersonAction action,
                       const authdesk::base::Error &error);
    /// Somebody else deleted the person.
    void gone(const authdesk::model::User &user);

private:
    void adopt(const model::User &user);
    void reread();
    void readSignInCheck();
    void readConflict();
    void checkLastManager();
    void countManagers(const base::Result<model::Page<model::User>> &answer, quint64 generation);
    void runStatus(PersonAction action, model::UserStatus status);
    void runSecret(PersonAction action, const QString &recognisedBy);
    void runPlain(PersonAction action);
    void finish(PersonAction action, const base::Result<model::User> &answer);
    void setBusy(bool busy);

    gateway::UsersGateway &m_users;
    UserRights m_rights;
    std::optional<model::User> m_person;
    std::optional<model::SignInCheck> m_check;
    UserDraft m_draft;
    quint64 m_generation = 0; ///< grows with every person shown; an older answer is dropped
    quint64 m_managerGeneration = 0;
    int m_managerAnswersMissing = 0;
    bool m_otherManagerFound = false;
    bool m_lastManager = false;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::users
