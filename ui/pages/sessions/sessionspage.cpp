// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sessions/sessionspage.h"

#include "ui/pages/sessions/endtexts.h"
#include "ui/pages/sessions/sessionsviewmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedLayout>

namespace authdesk::ui::pages::sessions {

using namespace Qt::StringLiterals;
using Kind = widgets::MessageBar::Kind;

namespace {

const QList<widgets::RowTable::Column> columns{
    {.width = 170, .goesFirst = 0}, {.width = 150, .goesFirst = 0}, {.width = 190, .goesFirst = 1},
    {.width = 110, .goesFirst = 3}, {.width = 120, .goesFirst = 2}, {.width = 130, .goesFirst = 0}};

} // namespace

SessionsPage::SessionsPage(const SessionsPageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_viewModel(std::make_unique<SessionsViewModel>(context.sessions, context.me, context.clock))
    , m_title(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_message(new widgets::MessageBar(this))
    , m_middle(new QWidget(this))
    , m_stack(new QStackedLayout(m_middle))
    , m_table(new widgets::RowTable(m_viewModel->table(), columns, m_middle))
    , m_empty(new widgets::EmptyState(theme::Icon::Sessions, m_middle))
    , m_foot(new QWidget(this))
    , m_choice(new widgets::ElidedLabel({}, m_foot))
    , m_end(widgets::plainButton({}, m_foot))
    , m_endAll(widgets::plainButton({}, m_foot))
{
    setObjectName(u"sessionsPage"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin, 0);
    all->setSpacing(theme::space12);
    buildHead(all);
    m_message->setObjectName(u"sessionsMessage"_s);
    all->addWidget(m_message);
    buildMiddle(all);
    buildFoot(all);
    connectViewModel();
    widgets::followLanguage(this, [this] { retranslate(); });
}

SessionsPage::~SessionsPage()
{
    // The table looks at the view-model until it is gone.
    delete m_middle;
}

void SessionsPage::buildHead(QVBoxLayout *all)
{
    m_title->setObjectName(u"pageTitle"_s);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_search->setObjectName(u"sessionSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon(theme::Icon::Search, QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(theme::fieldMaxWidth);
    m_search->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_title);
    row->addSpacing(theme::space16);
    row->addStretch(1);
    row->addWidget(m_search, 3);
    all->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, m_viewModel.get(), &SessionsViewModel::setSearch);
    connect(m_search, &QLineEdit::returnPressed, m_viewModel.get(), &SessionsViewModel::searchNow);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    auto *refresh = new QShortcut(QKeySequence::Refresh, this);
    connect(refresh, &QShortcut::activated, m_viewModel.get(), &SessionsViewModel::refresh);
}

void SessionsPage::buildMiddle(QVBoxLayout *all)
{
    m_table->setObjectName(u"sessionsTable"_s);
    m_empty->setObjectName(u"emptyState"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_busy = new widgets::BusyOverlay(m_middle);
    all->addWidget(m_middle, 1);
    connect(m_busy, &widgets::BusyOverlay::cancelled, &m_viewModel->table(),
            &widgets::KeysetTable::cancel);
    connect(m_empty, &widgets::EmptyState::linkClicked, m_search, &QLineEdit::clear);
    connect(m_table, &widgets::RowTable::currentIdChanged, this, [this] {
        m_refused = false;
        updateWidgets();
    });
}

void SessionsPage::buildFoot(QVBoxLayout *all)
{
    m_choice->setObjectName(u"chosenSession"_s);
    m_choice->setTextFormat(Qt::PlainText);
    m_choice->setForegroundRole(QPalette::PlaceholderText);
    m_end->setObjectName(u"endSession"_s);
    m_endAll->setObjectName(u"endAllOfPerson"_s);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, theme::space16);
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_choice, 1);
    row->addWidget(m_end);
    row->addWidget(m_endAll);
    all->addWidget(m_foot);
    connect(m_end, &QPushButton::clicked, this, [this] { ask(Ending::One); });
    connect(m_endAll, &QPushButton::clicked, this, [this] { ask(Ending::AllOfPerson); });
}

void SessionsPage::connectViewModel()
{
    SessionsViewModel *model = m_viewModel.get();
    connect(model, &SessionsViewModel::changed, this, &SessionsPage::updateWidgets);
    connect(model, &SessionsViewModel::ended, this, &SessionsPage::announceEnd);
    connect(model, &SessionsViewModel::endRefused, this, [this](const base::Error &error) {
        m_refused = true;
        m_message->showMessage(Kind::Danger, widgets::errorText(error));
    });
    connect(m_message, &widgets::MessageBar::buttonClicked, model, &SessionsViewModel::refresh);
}

void SessionsPage::activated()
{
    if (m_started)
        m_viewModel->refresh();
    else
        m_viewModel->load();
    m_started = true;
}

void SessionsPage::setMe(const model::User &me)
{
    m_viewModel->setMe(me);
}

bool SessionsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && m_viewModel->table().rowCount() > 0) {
            m_table->enter();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

std::optional<model::Session> SessionsPage::chosen() const
{
    const int row = m_viewModel->table().rowOf(m_table->currentId());
    return row < 0 ? std::nullopt : std::optional(m_viewModel->table().itemAt(row));
}

void SessionsPage::ask(Ending ending)
{
    const auto session = chosen();
    if (!session)
        return;
    const bool own = m_viewModel->endsOwn(*session, ending);
    auto *dialog = new widgets::ConfirmDialog(endTexts(*session, ending, own), window());
    connect(dialog, &QDialog::accepted, this, [this, ending, session = *session] {
        m_refused = false;
        m_viewModel->end(session, ending);
    });
    dialog->open();
}

void SessionsPage::announceEnd(const model::Session &session, Ending ending)
{
    Q_EMIT announced(ending == Ending::One
                         ? tr("A session of %1 is ended.").arg(session.username)
                         : tr("Every session of %1 is ended.").arg(session.username));
}

void SessionsPage::retranslate()
{
    m_title->setText(tr("Sessions"));
    m_search->setPlaceholderText(tr("Search people"));
    m_search->setAccessibleName(tr("Search people"));
    m_search->setToolTip(
        tr("Show the sessions of people by name, username or e-mail (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_table->setAccessibleName(tr("Sessions"));
    m_end->setText(tr("End session…"));
    m_end->setToolTip(tr("Sign the person out where this session is"));
    m_viewModel->table().retranslate();
    updateWidgets();
}

void SessionsPage::updateWidgets()
{
    const auto session = chosen();
    const bool may = session && !m_viewModel->isBusy();
    m_foot->setVisible(m_viewModel->mayEnd() && m_viewModel->table().rowCount() > 0);
    m_end->setEnabled(may);
    m_endAll->setEnabled(may);
    m_endAll->setText(tr("End all of this person…"));
    m_endAll->setToolTip(session ? tr("Sign %1 out everywhere").arg(session->username)
                                 : tr("Sign a person out everywhere"));
    m_choice->setText(session ? tr("%1, from %2").arg(session->username, session->address)
                              : tr("Choose a session to end it."));
    updateMiddle();
}

void SessionsPage::updateMiddle()
{
    const SessionTableModel &table = m_viewModel->table();
    const bool loading = table.state() == SessionTableModel::State::Loading;
    if (loading && !m_busy->isBusy())
        m_busy->begin(tr("Waiting for %1 to answer.").arg(m_context.serverName));
    else if (!loading)
        m_busy->end();
    if (table.state() == SessionTableModel::State::Failed) {
        m_refused = false;
        const bool cancelled = table.error().code == base::ErrorCode::Cancelled;
        m_message->showMessage(cancelled ? Kind::Info : Kind::Danger,
                               cancelled ? tr("The list was not read to the end.")
                                         : widgets::errorText(table.error()),
                               tr("Try again"));
    } else if (!m_refused) {
        m_message->clear();
    }
    if (m_viewModel->isEmpty()) {
        m_empty->setSentence(
            m_viewModel->search().isEmpty()
                ? tr("Nobody is signed in.")
                : tr("Nobody who is found for “%1” is signed in.").arg(m_viewModel->search()));
        m_empty->setLinks(m_viewModel->search().isEmpty() ? QString() : tr("Show every session"));
        m_stack->setCurrentWidget(m_empty);
    } else if (!loading || table.rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    }
}

} // namespace authdesk::ui::pages::sessions
