// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/signinscard.h"

#include "ui/pages/overview/signinbars.h"
#include "ui/pages/overview/signinchart.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/languagefollower.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;

SignInsCard::SignInsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_words(new QLabel(m_card))
    , m_chart(new SignInChart(m_card))
{
    setObjectName(u"signIns"_s);
    m_words->setObjectName(u"signInWords"_s);
    m_words->setWordWrap(true);
    m_chart->setObjectName(u"signInChart"_s);
    m_card->body()->setSpacing(theme::space8);
    m_card->body()->addWidget(m_words);
    m_card->body()->addWidget(m_chart);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    connect(m_chart, &SignInChart::currentHourChanged, this, &SignInsCard::setTexts);
    widgets::followLanguage(this, [this] {
        m_card->setTitle(tr("Sign-ins in the last 24 hours"));
        m_chart->setAccessibleName(tr("Sign-ins in the last 24 hours, by the hour"));
        m_chart->setHours(m_hours);
        setTexts();
    });
}

void SignInsCard::setContent(const QList<model::SignInHour> &hours)
{
    m_hours = hours;
    m_chart->setHours(hours);
    setTexts();
}

void SignInsCard::setTexts()
{
    const int hour = m_chart->currentHour();
    m_words->setText(hour >= 0 ? hourText(m_hours.at(hour)) : sumText(sumOf(m_hours)));
}

} // namespace authdesk::ui::pages::overview
