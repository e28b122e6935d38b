// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/manypeoplepart.h"

#include "core/base/whenanswered.h"
#include "ui/pages/users/manydialog.h"
#include "ui/pages/users/manytexts.h"
#include "ui/pages/users/selectionbar.h"
#include "ui/pages/users/usersviewmodel.h"

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using model::BulkAction;

ManyPeoplePart::ManyPeoplePart(gateway::ManyUsersGateway &many, gateway::UsersGateway &users,
                               const UsersViewModel &list, QString serverName, QWidget *page)
    : QObject(page)
    , m_users(users)
    , m_list(list)
    , m_serverName(std::move(serverName))
    , m_page(page)
    , m_viewModel(many)
    , m_bar(new SelectionBar(m_viewModel, page))
{
    connect(m_bar, &SelectionBar::wanted, this, &ManyPeoplePart::ask);
    connect(&m_viewModel, &ManyViewModel::finished, this, &ManyPeoplePart::finish);
}

ManyPeoplePart::~ManyPeoplePart()
{
    // It looks at the view-model until it is gone.
    delete m_dialog;
}

void ManyPeoplePart::setRights(const UserRights &rights)
{
    m_viewModel.setRights(rights);
    m_bar->updateWidgets();
}

void ManyPeoplePart::setSelected(const QList<model::User> &selected)
{
    m_selected = selected;
    const UserTableModel &table = m_list.table();
    m_bar->setSelected(selected.size(), table.isTotalAtLeast() ? -1 : table.total(),
                       selected.size() == table.rowCount());
}

void ManyPeoplePart::ask(BulkAction action, const QString &roleSlug)
{
    if (m_viewModel.isRunning())
        return;
    const ManyPeople people = m_viewModel.peopleFor(action, m_selected);
    if (people.meant.isEmpty()) {
        Q_EMIT announced(
            people.leavesMeOut && people.mightier == 0
                ? tr("That is you: change yourself in the pane, or in “My account”.")
                : tr("Nobody of those who are selected can be changed: they hold rights that you "
                     "lack."));
        return;
    }
    QString roleName;
    for (const model::Role &role : m_viewModel.rights().roles()) {
        if (role.slug == roleSlug)
            roleName = role.name;
    }
    auto *dialog = new widgets::ConfirmDialog(manyQuestion(action, people, roleName, m_serverName),
                                              m_page->window());
    dialog->setObjectName(u"confirmDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, action, roleSlug, meant = people.meant] {
        run({.action = action, .roleSlug = roleSlug}, meant);
    });
    dialog->open();
}

void ManyPeoplePart::run(const gateway::BulkOrder &order, const QList<model::User> &people)
{
    // Before it runs: it may be over at once.
    m_dialog = new ManyDialog(m_viewModel, m_serverName, m_page->window());
    m_viewModel.run(order, people);
}

void ManyPeoplePart::finish()
{
    const BulkAction action = m_viewModel.order().action;
    if (action == BulkAction::Delete) {
        for (const model::User &person : m_viewModel.done())
            Q_EMIT deleted(person.id);
    }
    m_changes.clear();
    if (canGoBack(action, m_viewModel.done().size()))
        readChanges();
    else
        Q_EMIT done({}, doneText());
}

/// An undo needs to know which version it takes back.
void ManyPeoplePart::readChanges()
{
    const QList<model::User> people = m_viewModel.done();
    m_missing = people.size();
    for (const model::User &person : people) {
        base::whenAnswered(
            m_users.find(person.id), this,
            [this, person](const base::Result<model::User> &after) { changeRead(person, after); });
    }
    if (people.isEmpty())
        Q_EMIT done({}, doneText());
}

void ManyPeoplePart::changeRead(const model::User &before, const base::Result<model::User> &after)
{
    // A version more is our change; further ones are somebody else's too.
    if (after && after->version == before.version + 1)
        m_changes.append({.before = before, .after = *after});
    if (--m_missing == 0)
        Q_EMIT done(m_changes, doneText());
}

QString ManyPeoplePart::doneText() const
{
    const qsizetype count = m_viewModel.done().size();
    return count > 0 ? manyDone(m_viewModel.order().action, count, m_serverName) : QString();
}

} // namespace authdesk::ui::pages::users
