// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/doorpage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

/// A card with room for words above its button.
widgets::Card *choice(QLabel *words, QPushButton *button)
{
    auto *card = new widgets::Card(QString());
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    card->body()->addWidget(words, 1);
    card->body()->addWidget(button, 0, Qt::AlignRight);
    return card;
}

} // namespace

DoorPage::DoorPage(bool offersSample, QWidget *parent)
    : WizardPage(parent)
    , m_start(widgets::primaryButton({}, this))
    , m_connect(widgets::plainButton({}, this))
    , m_sample(widgets::linkButton({}, this))
    , m_startWords(new QLabel(this))
    , m_connectWords(new QLabel(this))
    , m_startCard(choice(m_startWords, m_start))
    , m_connectCard(choice(m_connectWords, m_connect))
{
    m_start->setObjectName(u"startServer"_s);
    m_connect->setObjectName(u"connectServer"_s);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(theme::space16);
    choices->addWidget(m_startCard);
    choices->addWidget(m_connectCard);
    m_sample->setObjectName(u"trySample"_s);
    m_sample->setVisible(offersSample);
    body()->addLayout(choices);
    body()->addWidget(m_sample, 0, Qt::AlignLeft);
    body()->addStretch(1);
    retranslate();
    connect(m_start, &QPushButton::clicked, this, &DoorPage::startRequested);
    connect(m_connect, &QPushButton::clicked, this, &DoorPage::connectRequested);
    connect(m_sample, &QPushButton::clicked, this, &DoorPage::sampleRequested);
}

void DoorPage::retranslate()
{
    setTitle(tr("Who may come in? You decide from here."));
    m_startCard->setTitle(tr("Start a server here"));
    m_startWords->setText(tr("Runs on this computer while Authdesk is open. About 3 minutes."));
    m_start->setText(tr("Start"));
    m_start->setAccessibleName(tr("Start a server here"));
    m_start->setAccessibleDescription(m_startWords->text());
    m_connectCard->setTitle(tr("Connect to a server"));
    m_connectWords->setText(tr("An Authdesk or Pipelit server that runs elsewhere."));
    m_connect->setText(tr("Connect"));
    m_connect->setAccessibleName(tr("Connect to a server"));
    m_connect->setAccessibleDescription(m_connectWords->text());
    m_sample->setText(tr("Try it with sample people"));
    m_sample->setToolTip(
        tr("500 made-up people in a temporary folder; everything goes when you close the window"));
}

void DoorPage::showMakingSample(bool making)
{
    message()->clear();
    setBusy(making, making ? tr("Making a server with 500 made-up people.") : QString());
}

void DoorPage::showSampleFailure(const QString &why)
{
    setBusy(false);
    message()->showMessage(widgets::MessageBar::Kind::Danger,
                           tr("There is no server to try out. %1").arg(why));
    m_sample->setFocus();
}

void DoorPage::entered()
{
    m_start->setFocus();
}

} // namespace authdesk::ui::wizards
