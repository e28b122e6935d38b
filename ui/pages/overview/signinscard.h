// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Sign-ins in the last 24 hours*: the chart, and in words the hour that is looked at or
// the whole day. Window thread.
#pragma once

#include "core/model/serverstats.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::overview {

class SignInChart;

class SignInsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInsCard(QWidget *parent = nullptr);

    void setContent(const QList<model::SignInHour> &hours);

private:
    void setTexts();

    QList<model::SignInHour> m_hours;
    widgets::Card *m_card;
    QLabel *m_words;
    SignInChart *m_chart;
};

} // namespace authdesk::ui::pages::overview
