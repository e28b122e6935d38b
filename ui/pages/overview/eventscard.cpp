// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/eventscard.h"

#include "ui/pages/overview/eventtexts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/relativetime.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;

EventsCard::EventsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_message(new widgets::MessageBar(m_card))
    , m_none(new QLabel(m_card))
    , m_grid(new QGridLayout)
{
    setObjectName(u"events"_s);
    m_message->setObjectName(u"eventsMessage"_s);
    m_none->setObjectName(u"noEvents"_s);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->hide();
    m_grid->setHorizontalSpacing(theme::space12);
    m_grid->setVerticalSpacing(theme::space8);
    m_grid->setColumnStretch(1, 1);
    m_card->body()->addWidget(m_message);
    m_card->body()->addWidget(m_none);
    m_card->body()->addLayout(m_grid);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    connect(m_message, &widgets::MessageBar::buttonClicked, this, &EventsCard::tryAgainWanted);
    widgets::followLanguage(this, [this] {
        m_card->setTitle(tr("Latest events"));
        m_none->setText(tr("Nothing has happened yet."));
        showError(m_error);
        setTexts();
    });
}

void EventsCard::setContent(const QList<model::AuditEvent> &events, const QDateTime &now)
{
    m_events = events;
    m_now = now;
    while (m_lines.size() < events.size())
        m_lines.append(makeLine());
    m_none->setVisible(events.isEmpty());
    setTexts();
}

void EventsCard::showError(const std::optional<base::Error> &error)
{
    m_error = error;
    if (error) {
        m_message->showMessage(widgets::MessageBar::Kind::Danger, widgets::errorText(*error),
                               tr("Try again"));
    } else {
        m_message->clear();
    }
}

EventsCard::Line EventsCard::makeLine()
{
    const int row = int(m_lines.size());
    Line line{.time = new QLabel(m_card),
              .words = new widgets::ElidedLabel({}, m_card),
              .refused = new widgets::Chip(widgets::ChipKind::Danger, {}, m_card)};
    line.time->setForegroundRole(QPalette::PlaceholderText);
    line.words->setObjectName(u"event"_s);
    m_grid->addWidget(line.time, row, 0);
    m_grid->addWidget(line.words, row, 1);
    m_grid->addWidget(line.refused, row, 2, Qt::AlignRight);
    return line;
}

void EventsCard::setTexts()
{
    for (int i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const bool isUsed = i < m_events.size();
        const bool isRefused = isUsed && m_events.at(i).result == "refused"_L1;
        line.time->setVisible(isUsed);
        line.words->setVisible(isUsed);
        line.refused->setVisible(isRefused);
        line.refused->setText(tr("Refused"));
        if (!isUsed)
            continue;
        const model::AuditEvent &event = m_events.at(i);
        line.time->setText(widgets::relativeTime(event.at, m_now));
        line.time->setToolTip(widgets::exactTime(event.at));
        line.words->setText(eventText(event));
    }
}

} // namespace authdesk::ui::pages::overview
