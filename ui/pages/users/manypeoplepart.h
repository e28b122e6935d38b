// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page Users does to several people: the bar with the verbs, the question, the progress,
// the result, and what is needed to take it back. Window thread.
#pragma once

#include "core/workspace/undohistory.h"
#include "ui/pages/users/manyviewmodel.h"

#include <QtCore/QPointer>

namespace authdesk::ui::pages::users {

class ManyDialog;
class SelectionBar;
class UsersViewModel;

class ManyPeoplePart final : public QObject
{
    Q_OBJECT

public:
    using Changes = QList<workspace::UndoHistory::Change>;

    /// Everything outlives it; dialogs belong to the window of `page`, its parent.
    ManyPeoplePart(gateway::ManyUsersGateway &many, gateway::UsersGateway &users,
                   const UsersViewModel &list, QString serverName, QWidget *page);

    ~ManyPeoplePart() override;

    /// For the page to put somewhere, which owns it then.
    [[nodiscard]] SelectionBar *bar() const { return m_bar; }
    void setRights(const UserRights &rights);
    void setSelected(const QList<model::User> &selected);
    [[nodiscard]] const QList<model::User> &selected() const { return m_selected; }

Q_SIGNALS:
    void announced(const QString &sentence);
    void deleted(qint64 id);
    /// `changes`: what can be taken back; empty: nothing can. No sentence: it was done to nobody.
    void done(const QList<authdesk::workspace::UndoHistory::Change> &changes,
              const QString &sentence);

private:
    void ask(model::BulkAction action, const QString &roleSlug);
    void run(const gateway::BulkOrder &order, const QList<model::User> &people);
    void finish();
    void readChanges();
    void changeRead(const model::User &before, const base::Result<model::User> &after);
    [[nodiscard]] QString doneText() const;

    gateway::UsersGateway &m_users;
    const UsersViewModel &m_list;
    QString m_serverName;
    QWidget *m_page;
    ManyViewModel m_viewModel;
    SelectionBar *m_bar;
    QPointer<ManyDialog> m_dialog;
    QList<model::User> m_selected;
    Changes m_changes;
    qsizetype m_missing = 0; ///< answers to readChanges()
};

} // namespace authdesk::ui::pages::users
