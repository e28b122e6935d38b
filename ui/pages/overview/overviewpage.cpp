// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/overviewpage.h"

#include "ui/pages/overview/attentioncard.h"
#include "ui/pages/overview/eventscard.h"
#include "ui/pages/overview/overviewviewmodel.h"
#include "ui/pages/overview/peoplecard.h"
#include "ui/pages/overview/servercard.h"
#include "ui/pages/overview/signinscard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostContentWidth = 1120;
/// Less than this, and the cards stand in one column.
constexpr int leastForTwoColumns = 800;
constexpr int leftShare = 3;
constexpr int rightShare = 2;

} // namespace

OverviewPage::OverviewPage(const OverviewPageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_viewModel(std::make_unique<OverviewViewModel>(context.server, context.users))
    , m_title(new QLabel(this))
    , m_refresh(widgets::plainButton({}, this))
    , m_message(new widgets::MessageBar(this))
    , m_scroll(new QScrollArea(this))
    , m_cards(new QWidget)
    , m_sides(new QHBoxLayout(m_cards))
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
    , m_attention(new AttentionCard(m_cards))
    , m_signIns(new SignInsCard(m_cards))
    , m_events(new EventsCard(m_cards))
    , m_server(new ServerCard(m_cards))
    , m_people(new PeopleCard(m_cards))
    , m_busy(new widgets::BusyOverlay(m_scroll))
{
    setObjectName(u"overviewPage"_s);
    build();
    connectAll();
    widgets::followLanguage(this, [this] { retranslate(); });
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::activated()
{
    // What is shown anew asks by itself; what is shown already asks again.
    if (isVisible() && !m_viewModel->isAsking())
        m_viewModel->refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_viewModel->setWatched(true);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_viewModel->setWatched(false);
    Page::hideEvent(event);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::build()
{
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_title->setObjectName(u"pageTitle"_s);
    m_refresh->setObjectName(u"refreshOverview"_s);
    m_refresh->setIcon(theme::icon(theme::Icon::Refresh));
    m_message->setObjectName(u"overviewMessage"_s);
    m_scroll->setObjectName(u"overviewScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the keys
    m_cards->setMaximumWidth(mostContentWidth);
    m_sides->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, theme::pageMargin);
    m_sides->setSpacing(theme::space16);
    m_sides->addLayout(m_left, leftShare);
    m_sides->addLayout(m_right);
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setSpacing(theme::space16);
        column->addStretch(1);
    }
    m_scroll->setWidget(m_cards);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_refresh);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin, 0);
    top->setSpacing(theme::space12);
    top->addLayout(head);
    top->addWidget(m_message);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space16);
    all->addLayout(top);
    all->addWidget(m_scroll, 1);
}

void OverviewPage::connectAll()
{
    OverviewViewModel *viewModel = m_viewModel.get();
    connect(viewModel, &OverviewViewModel::changed, this, &OverviewPage::updateWidgets);
    connect(m_refresh, &QPushButton::clicked, viewModel, &OverviewViewModel::refresh);
    auto *keys = new QShortcut(QKeySequence::Refresh, this);
    connect(keys, &QShortcut::activated, viewModel, &OverviewViewModel::refresh);
    connect(m_message, &widgets::MessageBar::buttonClicked, viewModel, &OverviewViewModel::refresh);
    connect(m_events, &EventsCard::tryAgainWanted, viewModel, &OverviewViewModel::refresh);
    connect(m_attention, &AttentionCard::chosen, this, &OverviewPage::concernChosen);
    connect(m_busy, &widgets::BusyOverlay::cancelled, this, [this] {
        m_viewModel->cancel();
        updateWidgets();
    });
}

void OverviewPage::arrange()
{
    const int columns = width() < leastForTwoColumns ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_sides->setStretch(1, columns == 1 ? 0 : rightShare);
    const auto fill = [](QVBoxLayout *column, std::initializer_list<QWidget *> cards) {
        int row = 0;
        for (QWidget *card : cards)
            column->insertWidget(row++, card); // takes it from where it was
    };
    if (columns == 1) {
        fill(m_left, {m_attention, m_server, m_signIns, m_people, m_events});
    } else {
        fill(m_left, {m_attention, m_signIns, m_events});
        fill(m_right, {m_server, m_people});
    }
}

void OverviewPage::retranslate()
{
    m_title->setText(tr("Overview"));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setToolTip(
        tr("Read everything again (%1)")
            .arg(QKeySequence(QKeySequence::Refresh).toString(QKeySequence::NativeText)));
    updateWidgets();
}

void OverviewPage::updateWidgets()
{
    const auto &stats = m_viewModel->stats();
    if (m_viewModel->isWaiting() && !m_busy->isBusy())
        m_busy->begin(tr("Waiting for %1 to answer.").arg(m_context.serverName));
    else if (!m_viewModel->isWaiting())
        m_busy->end();
    if (const auto &error = m_viewModel->statsError()) {
        m_message->showMessage(widgets::MessageBar::Kind::Danger, widgets::errorText(*error),
                               tr("Try again"));
    } else {
        m_message->clear();
    }
    const QDateTime now = m_context.clock.now();
    for (QWidget *card : {static_cast<QWidget *>(m_attention), static_cast<QWidget *>(m_signIns),
                          static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_people)})
        card->setVisible(stats.has_value());
    if (stats) {
        m_attention->setContent(stats->attention, m_viewModel->lockedNames());
        m_signIns->setContent(stats->signIns);
        m_server->setContent(stats->server, now);
        m_people->setContent(stats->users, stats->openSessions);
    }
    const auto &events = m_viewModel->events();
    m_events->setVisible(events || m_viewModel->eventsError());
    if (events)
        m_events->setContent(*events, now);
    m_events->showError(m_viewModel->eventsError());
}

} // namespace authdesk::ui::pages::overview
