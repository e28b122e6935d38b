// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/requestscard.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/rowtable.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsShown = 8;

const QList<widgets::RowTable::Column> columns{
    {.width = 90, .goesFirst = 0}, {.width = 320, .goesFirst = 0}, {.width = 90, .goesFirst = 0},
    {.width = 90, .goesFirst = 3}, {.width = 140, .goesFirst = 2}, {.width = 120, .goesFirst = 1}};

} // namespace

RequestsCard::RequestsCard(RequestFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_card(new widgets::Card(this))
    , m_state(new QLabel(m_card))
    , m_pause(widgets::plainButton({}, m_card))
    , m_table(new widgets::RowTable(m_model, columns, m_card))
{
    m_state->setObjectName(u"requestsState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_pause->setObjectName(u"pauseRequests"_s);
    m_table->setObjectName(u"requestsTable"_s);
    m_table->setFixedHeight(theme::headerHeight + rowsShown * theme::rowHeight);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space8);
    head->addWidget(m_state, 1);
    head->addWidget(m_pause, 0, Qt::AlignTop);
    m_card->body()->addLayout(head);
    m_card->body()->addWidget(m_table);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    connect(m_pause, &QPushButton::clicked, this, [this] { m_feed.setPaused(!m_feed.isPaused()); });
    connect(&feed, &RequestFeed::changed, this, &RequestsCard::updateWidgets);
    connect(&feed, &RequestFeed::arrived, this, [this](const auto &entries) {
        m_model.insert(entries);
        updateWidgets();
    });
    connect(&feed, &RequestFeed::restarted, this, [this] {
        m_model.clear();
        updateWidgets();
    });
    widgets::followLanguage(this, [this] { retranslate(); });
}

RequestsCard::~RequestsCard()
{
    // The table looks at the model until it is gone.
    delete m_table;
}

void RequestsCard::retranslate()
{
    m_card->setTitle(tr("What it is asked right now"));
    m_table->setAccessibleName(tr("What it is asked right now"));
    m_model.retranslate();
    updateWidgets();
}

void RequestsCard::updateWidgets()
{
    if (m_feed.error())
        m_state->setText(widgets::errorText(*m_feed.error()));
    else if (m_feed.isPaused())
        m_state->setText(tr("Held still. What comes meanwhile is shown when it goes on."));
    else if (m_model.rowCount() == 0)
        m_state->setText(tr("Nothing was asked yet."));
    else
        m_state->setText(tr("The last %n requests, newest first.", nullptr, m_model.rowCount()));
    //: Button: the list of requests stops moving, or moves again
    m_pause->setText(m_feed.isPaused() ? tr("Go on") : tr("Hold still"));
    m_pause->setEnabled(!m_feed.error());
}

} // namespace authdesk::ui::pages::server
