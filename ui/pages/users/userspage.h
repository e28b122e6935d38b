// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Users*: the list of people at the left, the chosen person's pane at the right, or in
// its place where the window is narrow. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connection.h"
#include "core/settings/consolesettings.h"
#include "core/workspace/undohistory.h"
#include "ui/widgets/page.h"

#include <QtCore/QUrl>

#include <functional>
#include <memory>

class QLabel;
class QSplitter;

namespace authdesk::ui::pages::users {

class ManyPeoplePart;
class NextSteps;
class NextStepsViewModel;
class PersonPane;
class PersonViewModel;
class UserListView;
class UsersViewModel;

/// What the page stands on; the references outlive it.
struct UsersPageContext
{
    gateway::UsersGateway &users;
    gateway::TransferGateway *transfer; ///< null: people do not come and go as files
    gateway::ManyUsersGateway *many;    ///< null: one at a time only
    workspace::UndoHistory &undo;
    gateway::Capabilities capabilities;
    model::User me;   ///< who is signed in
    QString serverId; ///< of its profile, for what is remembered of each server
    QString serverName;
    QUrl address; ///< for the message that a new person gets
    settings::ConsoleSettings &settings;
    const base::Clock &clock;
};

class UsersPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit UsersPage(const UsersPageContext &context, QWidget *parent = nullptr);
    ~UsersPage() override;

    void activated() override;
    [[nodiscard]] bool mayLeave() override;

    /// Who is signed in has changed (name, role): what is offered follows.
    void setMe(const model::User &me);
    /// Opens *Add user*; does nothing where one may not.
    void addUser();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectList();
    void connectPerson();
    void connectUndo();
    void connectNext();
    void connectFiles();
    void connectMany();
    void updateSelected();
    void selectionDiffers();
    void showAlone();
    void openAddUser(const QString &roleSlug);
    void showChange(const model::User &user);
    void choosePerson(qint64 id);
    void showPerson(qint64 id);
    void closePane();
    void askToDiscard(const std::function<void()> &then);
    void updateWidgets();
    [[nodiscard]] bool isNarrow() const;

    UsersPageContext m_context;
    std::unique_ptr<UsersViewModel> m_list;
    std::unique_ptr<PersonViewModel> m_person;
    qint64 m_awaited = -1;            ///< who was chosen and is not read yet
    ManyPeoplePart *m_many = nullptr; ///< null: one at a time only
    std::unique_ptr<NextStepsViewModel> m_next;
    QSplitter *m_splitter;
    UserListView *m_listView;
    PersonPane *m_pane;
    QLabel *m_manyPane; ///< in place of the pane while several are selected
    NextSteps *m_nextList;
    bool m_started = false;
};

} // namespace authdesk::ui::pages::users
