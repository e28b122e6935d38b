// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userspage.h"

#include "ui/pages/users/adduserdialog.h"
#include "ui/pages/users/manypeoplepart.h"
#include "ui/pages/users/nextsteps.h"
#include "ui/pages/users/peoplefiles.h"
#include "ui/pages/users/personpane.h"
#include "ui/pages/users/persontexts.h"
#include "ui/pages/users/personviewmodel.h"
#include "ui/pages/users/selectionbar.h"
#include "ui/pages/users/userlistview.h"
#include "ui/pages/users/usersviewmodel.h"
#include "ui/pages/users/usertableview.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirmdialog.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastListWidth = 400;

} // namespace

UsersPage::UsersPage(const UsersPageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_list(std::make_unique<UsersViewModel>(context.users, context.capabilities, context.me,
                                              context.settings, context.clock))
    , m_person(std::make_unique<PersonViewModel>(context.users))
    , m_next(std::make_unique<NextStepsViewModel>(context.users, context.capabilities,
                                                  context.settings, context.serverId))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_listView(new UserListView(*m_list, context.serverName, this))
    , m_pane(new PersonPane(*m_person, {context.serverName, context.address}, context.clock, this))
    , m_manyPane(new QLabel(this))
    , m_nextList(new NextSteps(*m_next, this))
{
    setObjectName(u"usersPage"_s);
    m_pane->setObjectName(u"personPane"_s);
    m_pane->setMinimumWidth(theme::paneLeast);
    m_manyPane->setObjectName(u"manyPane"_s);
    m_manyPane->setMinimumWidth(theme::paneLeast);
    m_manyPane->setMaximumWidth(theme::paneMost);
    m_manyPane->setAlignment(Qt::AlignCenter);
    m_manyPane->setWordWrap(true);
    m_manyPane->setMargin(theme::pageMargin);
    m_manyPane->setForegroundRole(QPalette::PlaceholderText);
    // Less than their contents ask for: the list leaves out what does not fit, and the window must
    // be able to become narrow while a person is open.
    m_listView->setMinimumWidth(leastListWidth);
    m_splitter->setMinimumWidth(leastListWidth);
    m_splitter->addWidget(m_listView);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_manyPane);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_splitter, 1);
    all->addWidget(m_nextList);
    m_person->setRights(m_list->rights());
    m_next->setRights(m_list->rights());
    connectList();
    connectPerson();
    connectUndo();
    connectNext();
    connectFiles();
    connectMany();
    updateWidgets();
}

UsersPage::~UsersPage()
{
    // The views look at the view-models until they are gone.
    delete m_nextList;
    delete m_splitter;
}

void UsersPage::activated()
{
    if (m_started)
        m_list->refresh();
    else
        m_list->start();
    m_started = true;
    m_next->refresh();
}

bool UsersPage::mayLeave()
{
    if (!m_person->isDirty())
        return true;
    askToDiscard([] {});
    return false;
}

void UsersPage::setMe(const model::User &me)
{
    m_context.me = me;
    m_list->setMe(me);
}

void UsersPage::addUser()
{
    openAddUser({});
}

void UsersPage::openAddUser(const QString &roleSlug)
{
    if (!m_list->rights().canCreate())
        return;
    auto *dialog = new AddUserDialog(m_context.users, m_list->rights().grantableRoles(),
                                     {m_context.serverName, m_context.address}, window());
    connect(dialog, &AddUserDialog::userCreated, this, [this](const model::User &user) {
        m_list->refresh();
        m_next->refresh();
        Q_EMIT announced(tr("%1 is added.").arg(user.displayName()));
    });
    dialog->chooseRole(roleSlug);
    dialog->open();
}

void UsersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    updateWidgets();
}

void UsersPage::connectList()
{
    UserTableView *table = m_listView->table();
    connect(m_listView, &UserListView::addUserWanted, this, &UsersPage::addUser);
    connect(table, &UserTableView::currentIdChanged, this, [this](qint64 id) {
        if (!isNarrow()) // in a narrow window the arrow keys must not leave the list
            choosePerson(id);
    });
    connect(table, &UserTableView::opened, this, &UsersPage::choosePerson);
    connect(m_list.get(), &UsersViewModel::rightsChanged, this, [this] {
        m_person->setRights(m_list->rights());
        m_next->setRights(m_list->rights());
        if (m_many)
            m_many->setRights(m_list->rights());
    });
    connect(m_list.get(), &UsersViewModel::changed, this, [this] {
        updateWidgets();
        if (m_awaited >= 0)
            showPerson(m_awaited);
    });
}

void UsersPage::connectPerson()
{
    connect(m_pane, &PersonPane::announced, this, &UsersPage::announced);
    connect(m_pane, &PersonPane::closeWanted, this,
            [this] { askToDiscard([this] { closePane(); }); });
    connect(m_person.get(), &PersonViewModel::personChanged, this, &UsersPage::showChange);
    connect(m_person.get(), &PersonViewModel::changeMade, this,
            [this](const model::User &before, const model::User &after) {
                const QString sentence = changeSentence(before, after, m_context.serverName);
                if (m_context.undo.record(before, after, m_context.clock.now()))
                    Q_EMIT announcedUndoable(sentence);
                else
                    Q_EMIT announced(sentence);
                m_next->refresh();
            });
    connect(m_person.get(), &PersonViewModel::saved, m_list.get(), &UsersViewModel::refresh);
    connect(m_person.get(), &PersonViewModel::done, this,
            [this](PersonAction action, const model::User &user) {
                if (action == PersonAction::Delete) {
                    if (m_person->hasPerson() && m_person->person().id == user.id)
                        closePane();
                    m_list->table().take(user.id);
                }
                m_list->refresh();
                m_next->refresh();
            });
    connect(m_person.get(), &PersonViewModel::gone, this, [this](const model::User &user) {
        closePane();
        m_list->refresh();
        Q_EMIT announced(tr("Somebody else deleted %1 meanwhile.").arg(user.displayName()));
    });
}

void UsersPage::connectUndo()
{
    connect(&m_context.undo, &workspace::UndoHistory::undone, this,
            [this](const model::User &, const model::User &now) {
                showChange(now);
                m_person->takeNewer(now);
                m_list->refresh();
                m_next->refresh();
            });
}

void UsersPage::connectNext()
{
    connect(m_next.get(), &NextStepsViewModel::changed, this, &UsersPage::updateWidgets);
    connect(m_nextList, &NextSteps::wanted, this, [this](NextStep step) {
        switch (step) {
        case NextStep::SecondFactor:
            Q_EMIT secondFactorWanted();
            return;
        case NextStep::SecondAdmin:
            openAddUser(m_list->rights().grantableAdminRole());
            return;
        }
    });
}

void UsersPage::connectFiles()
{
    if (!m_context.transfer)
        return;
    auto *files =
        new PeopleFiles(*m_context.transfer, *m_list, m_context.serverName, m_context.clock, this);
    connect(m_listView, &UserListView::importWanted, files, &PeopleFiles::openImport);
    connect(m_listView, &UserListView::exportWanted, files, &PeopleFiles::openExport);
    connect(files, &PeopleFiles::announced, this, &UsersPage::announced);
    connect(files, &PeopleFiles::imported, this, [this] {
        m_list->refresh();
        m_next->refresh();
    });
    m_listView->setHasFiles(true);
}

void UsersPage::connectMany()
{
    m_listView->table()->setSelectionMode(m_context.many ? QAbstractItemView::ExtendedSelection
                                                         : QAbstractItemView::SingleSelection);
    if (!m_context.many)
        return;
    m_many =
        new ManyPeoplePart(*m_context.many, m_context.users, *m_list, m_context.serverName, this);
    m_many->setRights(m_list->rights());
    m_listView->addBar(m_many->bar());
    connect(m_listView->table(), &UserTableView::selectionDiffers, this,
            &UsersPage::selectionDiffers);
    connect(m_list.get(), &UsersViewModel::changed, this, &UsersPage::updateSelected);
    connect(m_many->bar(), &SelectionBar::everybodyWanted, m_listView->table(),
            &UserTableView::selectEverybody);
    connect(m_many, &ManyPeoplePart::announced, this, &UsersPage::announced);
    connect(m_many, &ManyPeoplePart::deleted, this, [this](qint64 id) {
        if (m_person->hasPerson() && m_person->person().id == id)
            closePane();
        // The last one left of a selection would be opened, and goes too.
        m_listView->table()->setCurrentId(-1);
        m_list->table().take(id);
    });
    connect(m_many, &ManyPeoplePart::done, this,
            [this](const QList<workspace::UndoHistory::Change> &changes, const QString &sentence) {
                for (const auto &change : changes) {
                    showChange(change.after);
                    m_person->takeNewer(change.after);
                }
                if (m_context.undo.recordTogether(changes, m_context.clock.now()))
                    Q_EMIT announcedUndoable(sentence);
                else if (!sentence.isEmpty())
                    Q_EMIT announced(sentence);
                m_list->refresh();
                m_next->refresh();
            });
}

void UsersPage::updateSelected()
{
    QList<model::User> selected;
    const QList<int> rows = m_listView->table()->selectedRowNumbers();
    for (const int row : rows) {
        const model::User *const person = m_list->table().personAt(row);
        // Nothing is done to anybody whom nobody sees: the selection comes back without them.
        if (!person)
            return m_listView->table()->deselectFarAway();
        selected.append(*person);
    }
    m_many->setSelected(selected);
}

void UsersPage::selectionDiffers()
{
    updateSelected();
    const QList<model::User> &selected = m_many->selected();
    // A draft that is not saved stays on the screen, whoever is selected besides.
    if (selected.size() > 1 && m_person->hasPerson() && !m_person->isDirty())
        m_person->clear();
    else if (selected.size() == 1) // the current row follows in a moment
        QMetaObject::invokeMethod(this, &UsersPage::showAlone, Qt::QueuedConnection);
    updateWidgets();
}

void UsersPage::showAlone()
{
    if (m_many->selected().size() == 1 && !isNarrow())
        choosePerson(m_many->selected().first().id);
}

void UsersPage::showChange(const model::User &user)
{
    m_list->table().replace(user);
    if (m_list->rights().isMe(user))
        Q_EMIT accountChanged();
}

void UsersPage::choosePerson(qint64 id)
{
    if (id < 0 || (m_person->hasPerson() && m_person->person().id == id))
        return;
    if (m_person->isDirty()) {
        // The choice goes back to the person whose draft it is until that is decided.
        m_listView->table()->setCurrentId(m_person->person().id);
        askToDiscard([this, id] {
            m_listView->table()->setCurrentId(id);
            showPerson(id);
        });
        return;
    }
    showPerson(id);
}

void UsersPage::showPerson(qint64 id)
{
    const UserTableModel &table = m_list->table();
    const int row = table.rowOf(id);
    const model::User *const person = row < 0 ? nullptr : table.personAt(row);
    // Somebody far from what was looked at is on the way.
    m_awaited = row >= 0 && !person ? id : -1;
    if (!person)
        return;
    m_person->show(model::User(*person));
    updateWidgets();
}

void UsersPage::closePane()
{
    const bool hadFocus = m_pane->isAncestorOf(QWidget::focusWidget());
    m_awaited = -1;
    m_person->clear();
    m_listView->table()->setCurrentId(-1);
    updateWidgets();
    if (hadFocus)
        m_listView->table()->setFocus();
}

void UsersPage::askToDiscard(const std::function<void()> &then)
{
    if (!m_person->isDirty()) {
        then();
        return;
    }
    const QString name = m_person->person().displayName();
    auto *dialog = new widgets::ConfirmDialog(
        {.title = tr("Changes to %1 are not saved").arg(name),
         .question = tr("Discard the changes to %1?").arg(name),
         .what = tr("They are not saved yet. Keep editing to save them."),
         .goes = {},
         .verb = tr("Discard changes")},
        window());
    dialog->setObjectName(u"discardDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, then] {
        m_person->revert();
        then();
    });
    dialog->open();
}

void UsersPage::updateWidgets()
{
    const bool open = m_person->hasPerson();
    const bool narrow = isNarrow();
    // Beside a full list there is room for it only in a wide window.
    const bool room = !narrow || m_list->emptiness() == UsersViewModel::Emptiness::OnlyYou;
    const bool many = m_many && m_many->selected().size() > 1 && !open && !narrow;
    if (many)
        m_manyPane->setText(
            tr("%Ln people are selected. What you choose below the list is done to all of them.",
               nullptr, int(m_many->selected().size())));
    m_manyPane->setVisible(many);
    m_nextList->setVisible(m_next->isWanted() && !open && !many && room);
    m_pane->setVisible(open);
    m_pane->setAlone(narrow);
    m_pane->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : theme::paneMost);
    m_listView->setVisible(!open || !narrow);
    if (open && !narrow && m_splitter->sizes().at(1) < theme::paneLeast) {
        layout()->activate(); // the sizes are shares of what the splitter has now
        m_splitter->setSizes({std::max(width() - theme::paneWidth, 1), theme::paneWidth, 0});
    }
    if (many && m_splitter->sizes().at(2) < theme::paneLeast) {
        layout()->activate();
        m_splitter->setSizes({std::max(width() - theme::paneWidth, 1), 0, theme::paneWidth});
    }
}

bool UsersPage::isNarrow() const
{
    return window()->width() < theme::narrowWindow;
}

} // namespace authdesk::ui::pages::users
