// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/serverpage.h"

#include "core/base/whenanswered.h"
#include "ui/pages/server/addresscard.h"
#include "ui/pages/server/movedialog.h"
#include "ui/pages/server/reachcard.h"
#include "ui/pages/server/requestfeed.h"
#include "ui/pages/server/requestscard.h"
#include "ui/pages/server/serverviewmodel.h"
#include "ui/pages/server/sharedialog.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using Failure = ServerViewModel::Failure;
using Kind = widgets::MessageBar::Kind;
using Work = ServerViewModel::Work;

namespace {

constexpr int mostContentWidth = 1120;
/// Less than this, and the cards stand in one column.
constexpr int leastForTwoColumns = 800;
constexpr qsizetype mostNames = 6;
constexpr auto tick = std::chrono::seconds(30);

} // namespace

ServerPage::ServerPage(ServerPageContext context, QWidget *parent)
    : Page(parent)
    , m_context(std::move(context))
    , m_viewModel(std::make_unique<ServerViewModel>(*m_context.control, m_context.settings,
                                                    m_context.sessions))
    , m_title(new QLabel(this))
    , m_message(new widgets::MessageBar(this))
    , m_scroll(new QScrollArea(this))
    , m_cards(new QWidget)
    , m_sides(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_state(new StateCard(m_cards))
    , m_addresses(new AddressCard(m_cards))
    , m_reach(new ReachCard(m_cards))
{
    setObjectName(u"serverPage"_s);
    if (m_context.requests) {
        m_feed = std::make_unique<RequestFeed>(*m_context.requests);
        m_requests = new RequestsCard(*m_feed, m_cards);
    }
    m_runningSince = m_viewModel->startedAt();
    build();
    connectAll();
    widgets::followLanguage(this, [this] { retranslate(); });
}

ServerPage::~ServerPage()
{
    // The cards look at the feed until they are gone.
    delete m_cards;
}

void ServerPage::build()
{
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_title->setObjectName(u"pageTitle"_s);
    m_message->setObjectName(u"serverMessage"_s);
    m_scroll->setObjectName(u"serverScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the keys
    m_cards->setMaximumWidth(mostContentWidth);
    auto *left = new QVBoxLayout;
    left->setSpacing(theme::space16);
    left->addWidget(m_state);
    left->addWidget(m_addresses, 1);
    m_sides->setSpacing(theme::space16);
    m_sides->addLayout(left, 1);
    m_sides->addWidget(m_reach, 1);
    auto *cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, theme::pageMargin);
    cards->setSpacing(theme::space16);
    cards->addLayout(m_sides);
    if (m_requests)
        cards->addWidget(m_requests);
    cards->addStretch(1);
    m_scroll->setWidget(m_cards);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin, 0);
    top->setSpacing(theme::space12);
    top->addWidget(m_title);
    top->addWidget(m_message);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space16);
    all->addLayout(top);
    all->addWidget(m_scroll, 1);
}

void ServerPage::connectAll()
{
    ServerViewModel *model = m_viewModel.get();
    connect(model, &ServerViewModel::changed, this, &ServerPage::updateWidgets);
    connect(model, &ServerViewModel::whoIsIn, this, &ServerPage::askBeforeStop);
    connect(model, &ServerViewModel::closedToOthers, this, [this] {
        Q_EMIT announced(tr("Only this computer reaches %1 now.").arg(m_context.serverName));
    });
    connect(m_state, &StateCard::stopWanted, model, &ServerViewModel::askWhoIsIn);
    connect(m_state, &StateCard::startWanted, model, &ServerViewModel::start);
    connect(m_reach, &ReachCard::closeWanted, this, &ServerPage::askBeforeClosing);
    connect(m_reach, &ReachCard::shareWanted, this, &ServerPage::share);
    connect(m_state, &StateCard::moveWanted, this, &ServerPage::move);
    if (m_context.background) {
        connect(m_context.background.get(), &BackgroundControl::changed, this,
                &ServerPage::updateWidgets);
        base::whenAnswered(m_context.background->support(), this,
                           [this](hosting::ServiceSupport support) {
                               m_support = support;
                               updateWidgets();
                           });
    }
    connect(m_message, &widgets::MessageBar::buttonClicked, this, &ServerPage::tryAgain);
    auto *keys = new QShortcut(QKeySequence::Refresh, this);
    connect(keys, &QShortcut::activated, model, &ServerViewModel::refresh);
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &ServerPage::updateWidgets);
}

void ServerPage::activated()
{
    if (m_viewModel->work() == Work::None)
        m_viewModel->refresh();
}

void ServerPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_tick.start();
    m_isLookedAt = true;
    updateFeed();
}

void ServerPage::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    m_isLookedAt = false;
    updateFeed();
    Page::hideEvent(event);
}

void ServerPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_sides->setDirection(width() < leastForTwoColumns ? QBoxLayout::TopToBottom
                                                       : QBoxLayout::LeftToRight);
}

void ServerPage::tryAgain()
{
    switch (m_viewModel->failure()) {
    case Failure::Starting:
        return m_viewModel->start();
    case Failure::Stopping:
        return m_viewModel->stop();
    case Failure::Closing:
        return m_viewModel->closeToOthers();
    case Failure::Reading:
    case Failure::None:
        return m_viewModel->refresh();
    }
}

void ServerPage::askBeforeStop(const std::optional<QStringList> &names)
{
    QStringList signedIn = names.value_or(QStringList());
    const qsizetype more = signedIn.size() - mostNames;
    if (more > 0) {
        signedIn = signedIn.first(mostNames);
        signedIn.append(tr("and %n more", nullptr, int(more)));
    }
    QString what = tr("Nobody can sign in until it is started again, and programs that ask it get "
                      "no answer. Nobody is signed out by that.");
    if (!signedIn.isEmpty())
        what += u' ' + tr("Signed in now, beside you:");
    else if (names)
        what += u' ' + tr("Nobody but you is signed in now.");
    auto *dialog = new widgets::ConfirmDialog({.title = tr("Stop the server"),
                                               .question = tr("Stop %1?").arg(m_context.serverName),
                                               .what = what,
                                               .goes = signedIn,
                                               .verb = tr("Stop the server")},
                                              window());
    connect(dialog, &QDialog::accepted, m_viewModel.get(), &ServerViewModel::stop);
    dialog->open();
}

void ServerPage::askBeforeClosing()
{
    auto *dialog = new widgets::ConfirmDialog(
        {.title = tr("Only this computer again"),
         .question = tr("Let only this computer reach %1 again?").arg(m_context.serverName),
         .what = tr("People and programs on other machines get no answer any more. The server goes "
                    "back to its port on this computer and to http; what is sent then does not "
                    "leave this computer."),
         .goes = {},
         .verb = tr("Shut other machines out")},
        window());
    connect(dialog, &QDialog::accepted, m_viewModel.get(), &ServerViewModel::closeToOthers);
    dialog->open();
}

void ServerPage::share()
{
    if (!m_viewModel->state())
        return;
    auto *dialog = new ShareDialog(*m_context.control, m_context.settings, m_context.factory,
                                   {*m_viewModel->state(), m_context.names}, window());
    connect(dialog, &ShareDialog::applied, this, [this](const model::ServerSettingsState &state) {
        m_viewModel->take(state);
        Q_EMIT announced(tr("Other machines reach %1 now.").arg(m_context.serverName));
    });
    dialog->open();
}

void ServerPage::move()
{
    BackgroundControl &control = *m_context.background;
    auto *dialog = new MoveDialog(control, m_context.serverName, m_context.dataFolder, window());
    connect(dialog, &MoveDialog::moved, this, [this, &control] {
        Q_EMIT announced(control.isService()
                             ? tr("%1 runs without this window now.").arg(m_context.serverName)
                             : tr("%1 runs in this window again.").arg(m_context.serverName));
        m_viewModel->refresh();
    });
    dialog->open();
}

StateCard::Background ServerPage::background() const
{
    using enum hosting::ServiceSupport;
    if (!m_context.background)
        return {};
    const BackgroundControl &control = *m_context.background;
    StateCard::Background state{.isService = control.isService(),
                                .staysWhenSignedOut = control.staysWhenSignedOut(),
                                .canMove = control.isService() || m_support == Available,
                                .whyNot = {}};
    if (!state.isService && m_support == NoManager)
        state.whyNot = tr("It cannot run without this window here: systemd does not answer for "
                          "your account.");
    else if (!state.isService && m_support == NoProgram)
        state.whyNot = tr("To keep it running without this window, install the program "
                          "authdesk-server.");
    return state;
}

void ServerPage::retranslate()
{
    m_title->setText(tr("Server"));
    updateWidgets();
}

void ServerPage::updateWidgets()
{
    const bool runs = m_viewModel->isRunning();
    m_state->setContent(*m_viewModel, m_context.dataFolder, m_context.clock.now(), background());
    m_addresses->setContent(m_viewModel->state(), runs, m_context.dataFolder);
    m_reach->setContent(m_viewModel->state(), runs, m_viewModel->work() == Work::None);
    updateFeed();
    updateMessage();
}

void ServerPage::updateFeed()
{
    if (!m_feed)
        return;
    const bool runs = m_viewModel->isRunning();
    // It counts its requests from its start.
    if (runs && m_runningSince != m_viewModel->startedAt()) {
        m_runningSince = m_viewModel->startedAt();
        m_feed->restart();
    }
    m_feed->setWatched(m_isLookedAt && runs);
}

void ServerPage::updateMessage()
{
    const QString why = widgets::errorText(m_viewModel->error());
    switch (m_viewModel->failure()) {
    case Failure::None:
        return m_message->clear();
    case Failure::Reading:
        return m_message->showMessage(Kind::Danger, why, tr("Try again"));
    case Failure::Starting:
        return m_message->showMessage(Kind::Danger,
                                      tr("%1 does not start. %2").arg(m_context.serverName, why),
                                      tr("Try again"));
    case Failure::Stopping:
        return m_message->showMessage(Kind::Danger,
                                      tr("%1 does not stop. %2").arg(m_context.serverName, why),
                                      tr("Try again"));
    case Failure::Closing:
        return m_message->showMessage(
            Kind::Danger, tr("Other machines are not shut out yet. %1").arg(why), tr("Try again"));
    }
}

} // namespace authdesk::ui::pages::server
