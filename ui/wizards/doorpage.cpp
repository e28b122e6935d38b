// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/doorpage.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

widgets::Card *choice(const QString &title, const QString &text, QPushButton *button)
{
    auto *card = new widgets::Card(title);
    auto *words = new QLabel(text, card);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    card->body()->addWidget(words, 1);
    card->body()->addWidget(button, 0, Qt::AlignRight);
    button->setAccessibleDescription(text);
    return card;
}

} // namespace

DoorPage::DoorPage(QWidget *parent)
    : WizardPage(tr("Who may come in? You decide from here."), parent)
    , m_start(widgets::primaryButton(tr("Start"), this))
    , m_connect(widgets::plainButton(tr("Connect"), this))
{
    m_start->setObjectName(u"startServer"_s);
    m_start->setAccessibleName(tr("Start a server here"));
    m_connect->setObjectName(u"connectServer"_s);
    m_connect->setAccessibleName(tr("Connect to a server"));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(theme::space16);
    choices->addWidget(choice(tr("Start a server here"),
                              tr("Runs on this computer while Authdesk is open. About 3 minutes."),
                              m_start));
    choices->addWidget(choice(tr("Connect to a server"),
                              tr("An Authdesk or Pipelit server that runs elsewhere."), m_connect));
    body()->addLayout(choices);
    body()->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &DoorPage::startRequested);
    connect(m_connect, &QPushButton::clicked, this, &DoorPage::connectRequested);
}

void DoorPage::entered()
{
    m_start->setFocus();
}

} // namespace authdesk::ui::wizards
