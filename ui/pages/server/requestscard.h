// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card of what the server is asked right now: the last requests, which can be held still.
// Window thread.
#pragma once

#include "ui/pages/server/requestfeed.h"
#include "ui/pages/server/requesttablemodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
class RowTable;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::server {

class RequestsCard final : public QWidget
{
    Q_OBJECT

public:
    /// `feed` outlives it.
    explicit RequestsCard(RequestFeed &feed, QWidget *parent = nullptr);
    ~RequestsCard() override;

private:
    void retranslate();
    void updateWidgets();

    RequestFeed &m_feed;
    RequestTableModel m_model;
    widgets::Card *m_card;
    QLabel *m_state;
    QPushButton *m_pause;
    widgets::RowTable *m_table;
};

} // namespace authdesk::ui::pages::server
