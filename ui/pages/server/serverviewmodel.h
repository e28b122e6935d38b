// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page *Server* knows, without a widget: whether the server runs, where it answers and
// what TLS shows; starts it, stops it and closes it to others. Window thread.
#pragma once

#include "core/gateway/serversettingsgateway.h"
#include "core/gateway/sessionsgateway.h"
#include "ui/pages/server/servercontrol.h"

#include <QtCore/QStringList>

#include <optional>

namespace authdesk::ui::pages::server {

class ServerViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class Work { None, Starting, Stopping, Closing };
    /// What failed last.
    enum class Failure { None, Reading, Starting, Stopping, Closing };

    /// All outlive this; `sessions` is null where the server lists none.
    ServerViewModel(ServerControl &control, gateway::ServerSettingsGateway &settings,
                    gateway::SessionsGateway *sessions, QObject *parent = nullptr);
    ~ServerViewModel() override;

    [[nodiscard]] bool isRunning() const { return m_control.isRunning(); }
    [[nodiscard]] QDateTime startedAt() const { return m_control.startedAt(); }
    [[nodiscard]] Work work() const { return m_work; }
    /// nullopt: not known yet, or it does not run.
    [[nodiscard]] const std::optional<model::ServerSettingsState> &state() const { return m_state; }
    [[nodiscard]] Failure failure() const { return m_failure; }
    [[nodiscard]] const base::Error &error() const { return m_error; }

    void refresh();
    void start();
    void stop();
    /// Back to this computer alone, without TLS.
    void closeToOthers();
    /// whoIsIn() follows.
    void askWhoIsIn();
    /// What somebody else has changed and read.
    void take(const model::ServerSettingsState &state);

Q_SIGNALS:
    void changed();
    /// Everybody with a session, once each, newest first; nullopt: that is not known.
    void whoIsIn(const std::optional<QStringList> &names);
    void closedToOthers();

private:
    void fail(Failure what, const base::Error &error);
    void settle(const base::Result<model::ServerSettingsState> &answer);

    ServerControl &m_control;
    gateway::ServerSettingsGateway &m_settings;
    gateway::SessionsGateway *const m_sessions;
    QFuture<base::Result<model::ServerSettingsState>> m_reading;
    QFuture<base::Result<model::Page<model::Session>>> m_listing;
    std::optional<model::ServerSettingsState> m_state;
    base::Error m_error;
    Failure m_failure = Failure::None;
    Work m_work = Work::None;
};

} // namespace authdesk::ui::pages::server
