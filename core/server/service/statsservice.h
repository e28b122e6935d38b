// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the server is doing, for whoever looks after it. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/serverstats.h"
#include "core/server/service/caller.h"
#include "core/server/service/signintally.h"

#include <QtCore/QMutex>

#include <optional>

namespace authdesk::server::service {

class ServerControl;
class Toolbox;

class StatsService final
{
public:
    /// The server counts as started now.
    explicit StatsService(Toolbox &tools);

    /// Where the server answers, told as soon as it does.
    void setListeners(QList<model::ListenerAddress> listeners);

    /// Whose certificate is looked at; outlives the service, or is taken back by null.
    void setControl(const ServerControl *control);

    /// Where counting takes long, the counts of people and sessions are kept for twenty times as
    /// long, at most five seconds.
    [[nodiscard]] base::Result<model::ServerStats> read(const Actor &actor);

private:
    struct Counts
    {
        QString databaseEngine;
        model::UserCounts users;
        qint64 openSessions = 0;
    };

    [[nodiscard]] std::optional<model::Attention> certificateConcern();
    [[nodiscard]] base::Result<Counts> counts();
    [[nodiscard]] base::Result<Counts> count();

    Toolbox &m_tools;
    const QDateTime m_startedAt;
    SignInTally m_signIns;
    QMutex m_mutex; ///< guards what follows
    QList<model::ListenerAddress> m_listeners;
    const ServerControl *m_control = nullptr;
    std::optional<Counts> m_kept;
    qint64 m_keptUntilMs = 0; ///< of the monotonic clock
};

} // namespace authdesk::server::service
