// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *People*: how many there are, of which kinds, and how many sessions are open. Window
// thread.
#pragma once

#include "core/model/serverstats.h"

#include <QtWidgets/QWidget>

#include <array>

class QLabel;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::overview {

class PeopleCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleCard(QWidget *parent = nullptr);

    void setContent(const model::UserCounts &users, qint64 openSessions);

private:
    void setTexts();

    struct Line
    {
        QLabel *words = nullptr;
        QLabel *number = nullptr;
    };

    model::UserCounts m_users;
    qint64 m_openSessions = 0;
    widgets::Card *m_card;
    std::array<Line, 9> m_lines;
};

} // namespace authdesk::ui::pages::overview
