// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last requests that this console sent, without anything secret. Window thread.
#pragma once

#include "core/gateway/sentrequest.h"

#include <QtCore/QList>
#include <QtCore/QObject>

namespace authdesk::workspace {

class RequestLog final : public QObject
{
    Q_OBJECT

public:
    /// Keeps the newest `capacity` requests.
    explicit RequestLog(int capacity = 500, QObject *parent = nullptr);

    /// Oldest first.
    [[nodiscard]] const QList<gateway::SentRequest> &entries() const { return m_entries; }
    void append(const gateway::SentRequest &request);
    void clear();

Q_SIGNALS:
    void appended(const authdesk::gateway::SentRequest &request);
    void cleared();

private:
    int m_capacity;
    QList<gateway::SentRequest> m_entries;
};

} // namespace authdesk::workspace
