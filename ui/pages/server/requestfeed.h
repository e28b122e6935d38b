// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Follows what a server is asked, by long polls, while somebody looks and nobody has paused it.
// What this page itself asks for that is left out. Window thread.
#pragma once

#include "core/gateway/requestsgateway.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>

namespace authdesk::ui::pages::server {

class RequestFeed final : public QObject
{
    Q_OBJECT

public:
    /// After an answer, because asking is a request too and must not answer itself without end.
    static constexpr std::chrono::milliseconds usualPause{1000};

    /// `requests` outlives this.
    explicit RequestFeed(gateway::RequestsGateway &requests,
                         std::chrono::milliseconds pause = usualPause, QObject *parent = nullptr);
    ~RequestFeed() override;

    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Why it does not go on: only what will not pass by itself.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    /// Whether somebody looks.
    void setWatched(bool watched);
    /// What comes meanwhile is shown when it goes on, as far as the server remembers it.
    void setPaused(bool paused);
    /// The server was started anew, and counts from the beginning.
    void restart();

Q_SIGNALS:
    /// Newest first.
    void arrived(const QList<authdesk::model::RequestEntry> &entries);
    /// Everything that arrived is of before.
    void restarted();
    /// Paused, or the error is different.
    void changed();

private:
    void updateAsking();
    void ask();
    void take(const base::Result<QList<model::RequestEntry>> &answer);

    gateway::RequestsGateway &m_requests;
    QTimer m_pause;
    QFuture<base::Result<QList<model::RequestEntry>>> m_call;
    std::optional<base::Error> m_error;
    qint64 m_newest = 0;
    bool m_watched = false;
    bool m_paused = false;
    bool m_asking = false;
};

} // namespace authdesk::ui::pages::server
