// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/sessionssection.h"

#include "core/base/whenanswered.h"
#include "ui/pages/account/sessiontablemodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRowsShown = 6;

} // namespace

SessionsSection::SessionsSection(gateway::AccountGateway &account, const base::Clock &clock,
                                 QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_model(new SessionTableModel(clock, this))
    , m_card(new widgets::Card(QString(), this))
    , m_message(new widgets::MessageBar(m_card))
    , m_table(new QTableView(m_card))
    , m_end(widgets::plainButton({}, m_card))
    , m_endOthers(widgets::plainButton({}, m_card))
{
    build();
    connect(m_end, &QPushButton::clicked, this, &SessionsSection::endChosen);
    connect(m_endOthers, &QPushButton::clicked, this, &SessionsSection::endOthers);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SessionsSection::updateWidgets);
    retranslate();
}

void SessionsSection::load()
{
    base::whenAnswered(m_account.sessions(), this,
                       [this](const base::Result<QList<model::Session>> &answer) {
                           if (answer) {
                               m_message->clear();
                               m_model->setSessions(*answer);
                               fitTable();
                           } else {
                               m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                                      widgets::errorText(answer.error()));
                           }
                           updateWidgets();
                       });
}

void SessionsSection::build()
{
    m_message->setObjectName(u"sessionsMessage"_s);
    m_end->setObjectName(u"endSession"_s);
    m_endOthers->setObjectName(u"endOtherSessionsButton"_s);
    m_table->setObjectName(u"sessionTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::RowDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFixedHeight(theme::headerHeight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(SessionTableModel::Client, QHeaderView::Stretch);
    header->resizeSection(SessionTableModel::Address, 140);
    header->resizeSection(SessionTableModel::SignedIn, 110);
    header->resizeSection(SessionTableModel::LastSeen, 120);
    theme::setFontRole(header, theme::FontRole::Caption);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_end);
    buttons->addWidget(m_endOthers);
    QVBoxLayout *body = m_card->body();
    body->addWidget(m_message);
    body->addWidget(m_table);
    body->addSpacing(theme::space8);
    body->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    fitTable();
}

void SessionsSection::endChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_end->isEnabled() || !current.isValid())
        return;
    run(m_account.endSession(m_model->sessionAt(current.row()).id), tr("The session is ended."));
}

void SessionsSection::endOthers()
{
    auto *dialog = new widgets::ConfirmDialog(
        {.title = tr("End all other sessions"),
         .question = tr("Sign out everywhere else?"),
         .what = tr("Every other session ends at once. This window stays signed in."),
         .goes = {},
         .verb = tr("End all others")},
        window());
    connect(dialog, &QDialog::accepted, this, [this] {
        run(m_account.endOtherSessions(), tr("You are signed out everywhere else."));
    });
    dialog->open();
}

void SessionsSection::run(QFuture<base::Result<void>> answer, const QString &sentence)
{
    m_busy = true;
    updateWidgets();
    base::whenAnswered(answer, this, [this, sentence](const base::Result<void> &result) {
        m_busy = false;
        updateWidgets();
        if (!result) {
            m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                   widgets::errorText(result.error()));
            return;
        }
        Q_EMIT announced(sentence);
        load();
    });
}

void SessionsSection::fitTable()
{
    // As high as its rows: the page scrolls, a list in a list would not be found.
    const int rows = std::clamp(m_model->rowCount(), 1, mostRowsShown);
    m_table->setFixedHeight(theme::headerHeight + rows * theme::rowHeight);
}

void SessionsSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SessionsSection::retranslate()
{
    m_card->setTitle(tr("Where you are signed in"));
    m_table->setAccessibleName(tr("Your sessions"));
    m_end->setText(tr("End session"));
    m_end->setToolTip(tr("Signs out the chosen session at once"));
    m_endOthers->setText(tr("End all others…"));
    m_model->retranslate();
    updateWidgets();
}

void SessionsSection::updateWidgets()
{
    const QModelIndex current = m_table->currentIndex();
    const bool other = current.isValid() && m_table->selectionModel()->hasSelection()
                       && !m_model->sessionAt(current.row()).current;
    m_end->setEnabled(!m_busy && other);
    m_endOthers->setEnabled(!m_busy && m_model->others() > 0);
}

} // namespace authdesk::ui::pages::account
