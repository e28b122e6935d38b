// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page *Overview* knows, without a widget: the figures, who is locked, what happened last,
// and what went wrong while asking. Asks again every half minute while somebody looks. Window
// thread.
#pragma once

#include "core/gateway/overviewgateway.h"
#include "core/gateway/usersgateway.h"

#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>
#include <optional>

namespace authdesk::ui::pages::overview {

class OverviewViewModel final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualPause{30'000};
    static constexpr int mostEvents = 8;
    static constexpr int mostNames = 5;

    /// The gateways outlive this; `users` is null where the server lists nobody.
    OverviewViewModel(gateway::OverviewGateway &server, gateway::UsersGateway *users,
                      std::chrono::milliseconds pause = usualPause, QObject *parent = nullptr);
    ~OverviewViewModel() override;

    /// Stays what it was when a later answer fails; nullopt: there was none yet.
    [[nodiscard]] const std::optional<model::ServerStats> &stats() const { return m_stats; }
    [[nodiscard]] const std::optional<base::Error> &statsError() const { return m_statsError; }
    /// The first of those who are locked, by name.
    [[nodiscard]] const QStringList &lockedNames() const { return m_lockedNames; }
    /// Newest first; nullopt: not known yet, or not for whoever is signed in.
    [[nodiscard]] const std::optional<QList<model::AuditEvent>> &events() const { return m_events; }
    [[nodiscard]] const std::optional<base::Error> &eventsError() const { return m_eventsError; }
    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// Nobody has answered yet.
    [[nodiscard]] bool isWaiting() const { return m_asking && !m_stats; }

    /// Whether somebody looks: then it asks at once, and again after every pause.
    void setWatched(bool watched);
    /// Asks now; an answer that is still awaited is given up.
    void refresh();
    /// Gives up what is awaited.
    void cancel();

Q_SIGNALS:
    void changed();

private:
    void askForEvents();
    void takeStats(const base::Result<model::ServerStats> &answer);
    void askForNames();

    gateway::OverviewGateway &m_server;
    gateway::UsersGateway *const m_users;
    QTimer m_pause;
    std::optional<model::ServerStats> m_stats;
    std::optional<base::Error> m_statsError;
    QStringList m_lockedNames;
    std::optional<QList<model::AuditEvent>> m_events;
    std::optional<base::Error> m_eventsError;
    bool m_asking = false;
    bool m_mayReadEvents = true; ///< until the server says otherwise
    QFuture<base::Result<model::ServerStats>> m_statsCall;
    QFuture<base::Result<model::Page<model::User>>> m_namesCall;
    QFuture<base::Result<QList<model::AuditEvent>>> m_eventsCall;
};

} // namespace authdesk::ui::pages::overview
