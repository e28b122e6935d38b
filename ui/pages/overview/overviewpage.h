// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Overview*: what the server is, who is in it, how signing in went, what happened last,
// and what needs attention. One column where the window is narrow. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/overviewgateway.h"
#include "core/gateway/usersgateway.h"
#include "ui/widgets/page.h"

#include <QtCore/QUrl>

#include <memory>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class BusyOverlay;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::overview {

class AttentionCard;
class EventsCard;
class OverviewViewModel;
class PeopleCard;
class ServerCard;
class SignInsCard;

/// What the page stands on; the references outlive it.
struct OverviewPageContext
{
    gateway::OverviewGateway &server;
    gateway::UsersGateway *users; ///< null where the server lists nobody
    QString serverName;
    const base::Clock &clock;
};

class OverviewPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const OverviewPageContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void activated() override;

Q_SIGNALS:
    /// The person wants to do something about it: the shell leads there.
    void concernChosen(authdesk::model::Concern concern);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectAll();
    void arrange();
    void retranslate();
    void updateWidgets();

    OverviewPageContext m_context;
    std::unique_ptr<OverviewViewModel> m_viewModel;
    QLabel *m_title;
    QPushButton *m_refresh;
    widgets::MessageBar *m_message;
    QScrollArea *m_scroll;
    QWidget *m_cards;
    QHBoxLayout *m_sides;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right; ///< empty where there is one column
    AttentionCard *m_attention;
    SignInsCard *m_signIns;
    EventsCard *m_events;
    ServerCard *m_server;
    PeopleCard *m_people;
    widgets::BusyOverlay *m_busy;
    int m_columns = 0;
};

} // namespace authdesk::ui::pages::overview
