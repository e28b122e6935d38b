// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Sessions* of the page *My account*: where one is signed in, and ending that.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/accountgateway.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QTableView;

namespace authdesk::ui::widgets {
class Card;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class SessionTableModel;

class SessionsSection final : public QWidget
{
    Q_OBJECT

public:
    SessionsSection(gateway::AccountGateway &account, const base::Clock &clock,
                    QWidget *parent = nullptr);

    void load();

Q_SIGNALS:
    void announced(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void endChosen();
    void endOthers();
    void run(QFuture<base::Result<void>> answer, const QString &sentence);
    void fitTable();
    void retranslate();
    void updateWidgets();

    gateway::AccountGateway &m_account;
    SessionTableModel *m_model;
    widgets::Card *m_card;
    widgets::MessageBar *m_message;
    QTableView *m_table;
    QPushButton *m_end;
    QPushButton *m_endOthers;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::account
