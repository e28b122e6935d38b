// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hears what other servers change on the same PostgreSQL (LISTEN; the triggers that tell it are in
// the migrations), on a thread and a connection of its own. Only inside this room.
#pragma once

#include "core/server/store/change.h"
#include "core/server/store/engine.h"

#include <QtCore/QThread>

#include <atomic>

namespace authdesk::server::store {

class Connection;

class ChangeListener final : public QThread
{
public:
    /// `source`: who we are; what we changed ourselves is not told.
    ChangeListener(std::shared_ptr<const Engine> engine, QString source, ChangeHandler handler);
    ChangeListener(const ChangeListener &) = delete;
    ChangeListener &operator=(const ChangeListener &) = delete;
    ~ChangeListener() override;

    /// Whether the connection answered a moment ago. False: changes may have been missed, and
    /// Everything is told before it is true again.
    [[nodiscard]] bool isListening() const;

private:
    void run() override;
    void beat(std::unique_ptr<Connection> &connection);
    void hear(const QString &payload) const;

    std::shared_ptr<const Engine> m_engine;
    QString m_source;
    ChangeHandler m_handler;
    std::atomic<qint64> m_answeredAt = 0; ///< monotonic milliseconds; 0: not connected
};

} // namespace authdesk::server::store
