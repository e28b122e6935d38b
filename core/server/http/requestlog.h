// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server was asked last: the newest 1,000 requests, without queries, bodies or tokens.
// Thread-safe. Adding is cheap: entries are only spelled out when somebody reads them.
#pragma once

#include "core/base/clock.h"
#include "core/model/requestentry.h"
#include "core/server/http/principal.h"

#include <QtCore/QByteArray>
#include <QtCore/QFuture>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtNetwork/QHostAddress>

#include <memory>
#include <vector>

namespace authdesk::server::http {

class RequestLog final
{
public:
    /// One request as the event loop knows it; every member is shared, not copied.
    struct Record
    {
        qint64 id = 0; ///< given by add()
        qint64 at = 0; ///< milliseconds since 1970, UTC
        QByteArray requestId;
        QByteArray method;
        QByteArray path;
        int status = 0;
        qint64 durationMicroseconds = 0;
        QHostAddress address;
        QString system;
        std::shared_ptr<const Principal> principal;
    };

    static constexpr qsizetype capacity = 1000;

    explicit RequestLog(const base::Clock &clock);
    /// Answers everyone who still waits with nothing.
    ~RequestLog();
    RequestLog(const RequestLog &) = delete;
    RequestLog &operator=(const RequestLog &) = delete;

    void add(Record record);
    /// The entries after that id, oldest first; all that are kept for 0. Waits up to that many
    /// seconds (at most 60) for the first one, then answers with an empty list.
    [[nodiscard]] QFuture<QList<model::RequestEntry>> after(qint64 id, int waitSeconds);
    /// Ends the waits whose time is over; the server calls it several times a second.
    void endOverdueWaits();

    /// As people read it; control characters are spelled as %0A, so that no line can be forged.
    [[nodiscard]] static model::RequestEntry entryOf(const Record &record);

private:
    struct Waiter
    {
        QPromise<QList<model::RequestEntry>> promise;
        qint64 deadline = 0;
    };

    [[nodiscard]] QList<model::RequestEntry> newerThan(qint64 id) const;

    const base::Clock &m_clock;
    QMutex m_mutex;
    std::vector<Record> m_ring;
    qint64 m_lastId = 0;
    std::vector<Waiter> m_waiters;
};

} // namespace authdesk::server::http
