// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userlistview.h"

#include "ui/pages/users/usertableview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using QuickFilter = UsersViewModel::QuickFilter;

namespace {

QString withShortcut(const QString &sentence, const QKeySequence &keys)
{
    return u"%1 (%2)"_s.arg(sentence, keys.toString(QKeySequence::NativeText));
}

} // namespace

UserListView::UserListView(UsersViewModel &viewModel, const QString &serverName, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_serverName(serverName)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_add(widgets::primaryButton({}, this))
    , m_filterMenu(new QMenu(this))
    , m_viewMenu(new QMenu(this))
    , m_moreMenu(new QMenu(this))
    , m_message(new widgets::MessageBar(this))
    , m_middle(new QWidget(this))
    , m_stack(new QStackedLayout(m_middle))
    , m_table(new UserTableView(viewModel, m_middle))
    , m_empty(new widgets::EmptyState(theme::Icon::Users, m_middle))
    , m_busy(nullptr)
{
    m_filter = widgets::menuButton(m_filterMenu, this);
    m_view = widgets::menuButton(m_viewMenu, this);
    m_more = widgets::menuButton(m_moreMenu, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin, 0);
    all->setSpacing(theme::space12);
    buildHead();
    buildFilters();
    m_message->setObjectName(u"listMessage"_s);
    all->addWidget(m_message);
    buildMiddle();
    all->addWidget(m_middle, 1);

    connect(&viewModel, &UsersViewModel::changed, this, &UserListView::updateWidgets);
    connect(&viewModel, &UsersViewModel::rightsChanged, this, &UserListView::updateWidgets);
    retranslate();
}

void UserListView::buildHead()
{
    m_title->setObjectName(u"pageTitle"_s);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_count->setObjectName(u"userCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_search->setObjectName(u"searchField"_s);
    m_search->setClearButtonEnabled(true);
    m_find = m_search->addAction(theme::icon(theme::Icon::Search, QPalette::PlaceholderText),
                                 QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(theme::fieldMaxWidth);
    m_search->installEventFilter(this);
    m_add->setObjectName(u"addUserButton"_s);
    m_more->setObjectName(u"moreButton"_s);
    m_moreMenu->setObjectName(u"moreMenu"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addSpacing(theme::space16);
    row->addStretch(1);
    row->addWidget(m_search, 3);
    row->addWidget(m_add);
    row->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);

    connect(m_search, &QLineEdit::textChanged, &m_viewModel, &UsersViewModel::setSearch);
    connect(m_search, &QLineEdit::returnPressed, &m_viewModel, &UsersViewModel::searchNow);
    connect(m_add, &QPushButton::clicked, this, &UserListView::addUserWanted);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &UserListView::fillMoreMenu);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_find, &QAction::trigger);
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    auto *add = new QShortcut(QKeySequence::New, this);
    connect(add, &QShortcut::activated, m_add, &QPushButton::click);
    auto *refresh = new QShortcut(QKeySequence::Refresh, this);
    connect(refresh, &QShortcut::activated, &m_viewModel, &UsersViewModel::refresh);
}

void UserListView::buildFilters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space4);
    constexpr std::array names{"quickAll", "quickNoSecondFactor", "quickLocked", "quickInvited"};
    for (std::size_t i = 0; i < m_quick.size(); ++i) {
        m_quick[i] = widgets::plainButton({}, this);
        m_quick[i]->setCheckable(true);
        m_quick[i]->setObjectName(QLatin1StringView(names[i]));
        // Not clicked(): a screen reader toggles what can be checked, and that is no click.
        connect(m_quick[i], &QPushButton::toggled, this, [this, i](bool isOn) {
            if (isOn == (m_viewModel.quickFilter() == QuickFilter(i)))
                return;
            m_viewModel.setQuickFilter(QuickFilter(i));
            updateWidgets(); // the chosen one keeps its mark when it is pressed again
        });
        row->addWidget(m_quick[i]);
    }
    row->addStretch(1);
    m_filter->setObjectName(u"filterButton"_s);
    m_view->setObjectName(u"viewButton"_s);
    m_filterMenu->setObjectName(u"filterMenu"_s);
    m_viewMenu->setObjectName(u"viewMenu"_s);
    row->addWidget(m_filter);
    row->addSpacing(theme::space4);
    row->addWidget(m_view);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &UserListView::fillFilterMenu);
    connect(m_viewMenu, &QMenu::aboutToShow, this, &UserListView::fillViewMenu);
}

void UserListView::buildMiddle()
{
    m_table->setObjectName(u"userTable"_s);
    m_empty->setObjectName(u"emptyState"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_busy = new widgets::BusyOverlay(m_middle);
    connect(m_busy, &widgets::BusyOverlay::cancelled, &m_viewModel.table(),
            &UserTableModel::cancel);
    connect(m_message, &widgets::MessageBar::buttonClicked, &m_viewModel, &UsersViewModel::refresh);
    connect(m_empty, &widgets::EmptyState::primaryClicked, this, &UserListView::addUserWanted);
    connect(m_empty, &widgets::EmptyState::linkClicked, this, &UserListView::followLink);
    connect(m_empty, &widgets::EmptyState::secondLinkClicked, this,
            [this] { Q_EMIT importWanted(ImportFrom::File); });
}

void UserListView::addBar(QWidget *bar)
{
    layout()->addWidget(bar);
}

void UserListView::setHasFiles(bool has)
{
    m_hasFiles = has;
    updateWidgets();
}

bool UserListView::canImport() const
{
    return m_hasFiles && m_viewModel.rights().canCreate();
}

void UserListView::followLink()
{
    if (m_links == Links::Import) {
        Q_EMIT importWanted(ImportFrom::Table);
        return;
    }
    m_search->clear();
    m_viewModel.clearAll();
}

void UserListView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void UserListView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitQuickFilters();
}

void UserListView::fitQuickFilters()
{
    // The menu beside them offers the same, so the last ones may go where the place is short.
    int place = width() - 2 * theme::pageMargin - m_filter->sizeHint().width()
                - m_view->sizeHint().width() - theme::space24;
    for (std::size_t i = 0; i < m_quick.size(); ++i) {
        QPushButton *button = m_quick[i];
        const bool asksForStatus =
            QuickFilter(i) == QuickFilter::Locked || QuickFilter(i) == QuickFilter::Invited;
        if (asksForStatus && !m_viewModel.hasStatus()) {
            button->hide();
            continue;
        }
        place -= button->sizeHint().width() + theme::space4;
        button->setVisible(place >= 0 || button->isChecked());
    }
}

bool UserListView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && m_viewModel.table().rowCount() > 0) {
            m_table->setFocus(Qt::TabFocusReason);
            if (m_table->currentId() < 0)
                m_table->selectRow(0);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void UserListView::retranslate()
{
    m_title->setText(tr("Users"));
    m_search->setPlaceholderText(tr("Search people"));
    m_search->setAccessibleName(tr("Search people"));
    m_find->setText(tr("Search people"));
    m_search->setToolTip(withShortcut(tr("Find people by name, username or e-mail"),
                                      QKeySequence(QKeySequence::Find)));
    m_add->setText(tr("Add user"));
    m_add->setToolTip(
        withShortcut(tr("Create an account for somebody"), QKeySequence(QKeySequence::New)));
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Import and export people"));
    m_view->setText(tr("View"));
    m_view->setToolTip(tr("Choose columns and sort"));
    m_filter->setToolTip(tr("Show only people of a role, a status or a second factor"));
    m_table->setAccessibleName(tr("People"));
    updateWidgets();
}

QString UserListView::countText(const UsersViewModel::Count &count)
{
    const QString people = QLocale().toString(count.people);
    //: How many people the list holds, at least: "10,000+"
    return count.isAtLeast ? tr("%1+").arg(people) : people;
}

void UserListView::updateWidgets()
{
    const UserTableModel &table = m_viewModel.table();
    m_add->setVisible(m_viewModel.rights().canCreate());
    // One filled button a page: while nobody else is there, it is the one in the middle.
    const bool plain = m_viewModel.emptiness() == UsersViewModel::Emptiness::OnlyYou;
    theme::setButtonKind(m_add, plain ? theme::ButtonKind::Plain : theme::ButtonKind::Primary);
    m_add->setIcon(
        theme::icon(theme::Icon::Add, plain ? QPalette::ButtonText : QPalette::HighlightedText));
    m_more->setVisible(m_hasFiles);
    m_count->setVisible(table.total() >= 0);
    m_count->setText(countText({.people = table.total(), .isAtLeast = table.isTotalAtLeast()}));

    const std::array words{tr("All"), tr("No second factor"), tr("Locked"), tr("Invited")};
    const auto chosen = m_viewModel.quickFilter();
    for (std::size_t i = 0; i < m_quick.size(); ++i) {
        const UsersViewModel::Count count = m_viewModel.count(QuickFilter(i));
        m_quick[i]->setText(count.people < 0 ? words[i]
                                             : u"%1  %2"_s.arg(words[i], countText(count)));
        m_quick[i]->setChecked(chosen == QuickFilter(i));
    }
    m_filter->setText(filterText());
    fitQuickFilters();
    updateMessage();
    updateMiddle();
}

void UserListView::updateMessage()
{
    const UserTableModel &table = m_viewModel.table();
    if (table.state() != UserTableModel::State::Failed) {
        m_message->clear();
        return;
    }
    const bool cancelled = table.error().code == base::ErrorCode::Cancelled;
    m_message->showMessage(
        cancelled ? widgets::MessageBar::Kind::Info : widgets::MessageBar::Kind::Danger,
        cancelled ? tr("The list was not read to the end.") : widgets::errorText(table.error()),
        tr("Try again"));
}

void UserListView::updateMiddle()
{
    const UserTableModel &table = m_viewModel.table();
    const bool loading = table.state() == UserTableModel::State::Loading;
    if (loading && !m_busy->isBusy())
        m_busy->begin(tr("Waiting for %1 to answer.").arg(m_serverName));
    else if (!loading)
        m_busy->end();

    switch (m_viewModel.emptiness()) {
    case UsersViewModel::Emptiness::NotEmpty:
        // Until the answer is there what stood here stays, and can be used.
        if (!loading)
            m_stack->setCurrentWidget(m_table);
        return;
    case UsersViewModel::Emptiness::OnlyYou:
        m_empty->setSentence(tr("Only you so far."));
        m_empty->setPrimary(m_viewModel.rights().canCreate() ? tr("Add user") : QString());
        m_links = Links::Import;
        m_empty->setLinks(canImport() ? tr("Paste from a spreadsheet") : QString(),
                          canImport() ? tr("Import a file…") : QString());
        break;
    case UsersViewModel::Emptiness::NothingFound:
        m_empty->setSentence(m_viewModel.search().isEmpty()
                                 ? tr("Nobody is like that.")
                                 : tr("Nobody is found for “%1”.").arg(m_viewModel.search()));
        m_empty->setPrimary({});
        m_links = Links::ShowEverybody;
        m_empty->setLinks(tr("Show everybody"));
        break;
    }
    m_stack->setCurrentWidget(m_empty);
}

} // namespace authdesk::ui::pages::users
