// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/statecard.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/relativetime.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using Work = ServerViewModel::Work;

StateCard::StateCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_chip(new widgets::Chip(m_card))
    , m_since(new QLabel(m_card))
    , m_what(new QLabel(m_card))
    , m_whyNot(new QLabel(m_card))
    , m_move(widgets::plainButton({}, m_card))
    , m_stop(widgets::plainButton({}, m_card))
    , m_start(widgets::primaryButton({}, m_card))
{
    m_chip->setObjectName(u"serverState"_s);
    m_since->setObjectName(u"serverSince"_s);
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_what->setObjectName(u"serverWhat"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_whyNot->setObjectName(u"whyNotKeptRunning"_s);
    m_whyNot->setTextFormat(Qt::PlainText);
    m_whyNot->setWordWrap(true);
    m_whyNot->setForegroundRole(QPalette::PlaceholderText);
    m_move->setObjectName(u"moveServer"_s);
    m_stop->setObjectName(u"stopServerHere"_s);
    m_start->setObjectName(u"startServerHere"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(theme::space8);
    first->addWidget(m_chip);
    first->addWidget(m_since);
    first->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_start);
    m_card->body()->addLayout(first);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_whyNot);
    m_card->body()->addStretch(1);
    // Long words: each in a row of its own where the card is narrow.
    auto *moveRow = new QHBoxLayout;
    moveRow->addStretch(1);
    moveRow->addWidget(m_move);
    m_card->body()->addLayout(moveRow);
    m_card->body()->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    connect(m_move, &QPushButton::clicked, this, &StateCard::moveWanted);
    connect(m_stop, &QPushButton::clicked, this, &StateCard::stopWanted);
    connect(m_start, &QPushButton::clicked, this, &StateCard::startWanted);
}

QString StateCard::whatRuns(const Background &background)
{
    if (!background.isService)
        return tr("It runs on this computer while Authdesk is open.");
    if (background.staysWhenSignedOut)
        return tr("It runs on this computer as a service of your account, whether Authdesk is open "
                  "or not, also when nobody is signed in to this computer.");
    return tr("It runs on this computer as a service of your account, whether Authdesk is open or "
              "not, as long as you are signed in to this computer.");
}

void StateCard::setContent(const ServerViewModel &server, const QString &folder,
                           const QDateTime &now, const Background &background)
{
    const bool runs = server.isRunning();
    const bool isIdle = server.work() == Work::None;
    const bool hadFocus = m_stop->hasFocus() || m_start->hasFocus() || m_keepsFocus;
    m_card->setTitle(tr("State"));
    m_chip->setKind(runs ? widgets::ChipKind::Good : widgets::ChipKind::Off);
    //: State of a server
    m_chip->setText(runs ? tr("Running") : tr("Stopped"));
    m_since->setVisible(runs);
    if (runs) {
        //: %1 is a time like "2 h ago"
        m_since->setText(tr("Started %1").arg(widgets::relativeTime(server.startedAt(), now)));
        m_since->setToolTip(widgets::exactTime(server.startedAt()));
    }
    const QString kept = tr("Its data are in %1.").arg(QDir::toNativeSeparators(folder));
    m_what->setText(
        runs ? whatRuns(background) + u' ' + kept
             : tr("Nobody can sign in, and programs that ask it get no answer. Those who were "
                  "signed in stay so when it starts again.")
                   + u' ' + kept);
    m_whyNot->setText(background.whyNot);
    m_whyNot->setVisible(!background.whyNot.isEmpty());
    m_move->setText(background.isService ? tr("Run it in this window again…")
                                         : tr("Keep it running without the window…"));
    m_move->setVisible(background.canMove && (runs || background.isService));
    m_move->setEnabled(isIdle);
    m_stop->setText(tr("Stop the server…"));
    m_stop->setVisible(runs);
    m_stop->setEnabled(isIdle);
    m_start->setText(server.work() == Work::Starting ? tr("Starting…") : tr("Start the server"));
    m_start->setVisible(!runs);
    m_start->setEnabled(isIdle);
    // A button that cannot be pressed for a moment loses the keyboard.
    m_keepsFocus = hadFocus && !isIdle;
    if (hadFocus && isIdle)
        (runs ? m_stop : m_start)->setFocus();
}

} // namespace authdesk::ui::pages::server
