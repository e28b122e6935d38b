// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Server* of a server that this program runs: whether it runs, where it answers, who can
// reach it, what it is asked right now; starts, stops and shares it. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connectionfactory.h"
#include "ui/pages/server/backgroundcontrol.h"
#include "ui/pages/server/servercontrol.h"
#include "ui/pages/server/statecard.h"
#include "ui/widgets/page.h"

#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <memory>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace authdesk::ui::widgets {
class MessageBar;
}

namespace authdesk::ui::pages::server {

class AddressCard;
class ReachCard;
class RequestFeed;
class RequestsCard;
class ServerViewModel;

/// What the page stands on; the references outlive it.
struct ServerPageContext
{
    std::unique_ptr<ServerControl> control;
    std::unique_ptr<BackgroundControl> background = nullptr; ///< null: none runs as a service
    gateway::ServerSettingsGateway &settings;
    gateway::RequestsGateway *requests; ///< null where the server does not tell
    gateway::SessionsGateway *sessions;
    gateway::ConnectionFactory &factory;
    QString serverName;
    QString dataFolder;
    QStringList names; ///< what others may reach this computer by, the best first
    const base::Clock &clock;
};

class ServerPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit ServerPage(ServerPageContext context, QWidget *parent = nullptr);
    ~ServerPage() override;

    void activated() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void updateWidgets();
    void updateFeed();
    void updateMessage();
    void tryAgain();
    void askBeforeStop(const std::optional<QStringList> &names);
    void askBeforeClosing();
    void share();
    void move();
    [[nodiscard]] StateCard::Background background() const;

    ServerPageContext m_context;
    std::unique_ptr<ServerViewModel> m_viewModel;
    std::unique_ptr<RequestFeed> m_feed; ///< null without Context::requests
    QLabel *m_title;
    widgets::MessageBar *m_message;
    QScrollArea *m_scroll;
    QWidget *m_cards;
    QBoxLayout *m_sides;
    StateCard *m_state;
    AddressCard *m_addresses;
    ReachCard *m_reach;
    RequestsCard *m_requests = nullptr;
    std::optional<hosting::ServiceSupport> m_support; ///< nullopt: not known yet
    QDateTime m_runningSince;                         ///< as the feed knows it
    bool m_isLookedAt = false;
    QTimer m_tick; ///< "2 h ago" goes on
};

} // namespace authdesk::ui::pages::server
