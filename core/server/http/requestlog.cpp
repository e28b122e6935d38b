// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requestlog.h"

#include <algorithm>
#include <utility>

namespace authdesk::server::http {

namespace {

constexpr int longestWaitSeconds = 60;

QString oneLine(const QString &text)
{
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
               || c.category() == QChar::Separator_Paragraph;
    };
    if (std::none_of(text.begin(), text.end(), isControl))
        return text;
    QString spelled;
    for (const QChar c : text) {
        if (isControl(c))
            spelled += QString::fromLatin1(
                QByteArray(1, '%')
                + QByteArray::number(c.unicode(), 16).rightJustified(2, '0').toUpper());
        else
            spelled += c;
    }
    return spelled;
}

} // namespace

RequestLog::RequestLog(const base::Clock &clock)
    : m_clock(clock)
{
    m_ring.reserve(capacity);
}

RequestLog::~RequestLog()
{
    for (Waiter &waiter : m_waiters) {
        waiter.promise.addResult(QList<model::RequestEntry>());
        waiter.promise.finish();
    }
}

void RequestLog::add(Record record)
{
    std::vector<Waiter> waiters;
    QList<model::RequestEntry> answer;
    {
        const QMutexLocker lock(&m_mutex);
        record.id = ++m_lastId;
        if (!m_waiters.empty()) {
            waiters.swap(m_waiters);
            answer.append(entryOf(record));
        }
        const auto place = static_cast<std::size_t>((record.id - 1) % capacity);
        if (place < m_ring.size())
            std::swap(m_ring[place], record); // What falls out ends outside the lock.
        else
            m_ring.push_back(std::move(record));
    }
    // Outside the lock: a continuation may run here and ask again.
    for (Waiter &waiter : waiters) {
        waiter.promise.addResult(answer);
        waiter.promise.finish();
    }
}

QFuture<QList<model::RequestEntry>> RequestLog::after(qint64 id, int waitSeconds)
{
    QPromise<QList<model::RequestEntry>> promise;
    QFuture<QList<model::RequestEntry>> future = promise.future();
    promise.start();
    {
        const QMutexLocker lock(&m_mutex);
        if (id >= m_lastId && waitSeconds > 0) {
            const qint64 wait = 1000LL * std::min(waitSeconds, longestWaitSeconds);
            m_waiters.push_back({std::move(promise), m_clock.monotonicMs() + wait});
            return future;
        }
        promise.addResult(newerThan(id));
    }
    promise.finish();
    return future;
}

void RequestLog::endOverdueWaits()
{
    std::vector<Waiter> overdue;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_waiters.empty())
            return;
        const qint64 now = m_clock.monotonicMs();
        std::vector<Waiter> waiting;
        for (Waiter &waiter : m_waiters) {
            const bool over = waiter.deadline <= now || waiter.promise.isCanceled();
            (over ? overdue : waiting).push_back(std::move(waiter));
        }
        m_waiters = std::move(waiting);
    }
    for (Waiter &waiter : overdue) {
        waiter.promise.addResult(QList<model::RequestEntry>());
        waiter.promise.finish();
    }
}

model::RequestEntry RequestLog::entryOf(const Record &record)
{
    return {.id = record.id,
            .at = QDateTime::fromMSecsSinceEpoch(record.at, Qt::UTC),
            .requestId = QString::fromLatin1(record.requestId),
            .method = oneLine(QString::fromLatin1(record.method)),
            .path = oneLine(QString::fromUtf8(record.path)),
            .status = record.status,
            .durationMicroseconds = record.durationMicroseconds,
            .address = record.address.toString(),
            .system = record.system,
            .username = record.principal ? oneLine(record.principal->username) : QString()};
}

QList<model::RequestEntry> RequestLog::newerThan(qint64 id) const
{
    QList<model::RequestEntry> entries;
    const qint64 first = std::max(id, m_lastId - std::min(m_lastId, qint64(capacity)));
    for (qint64 next = first + 1; next <= m_lastId; ++next)
        entries.append(entryOf(m_ring[static_cast<std::size_t>((next - 1) % capacity)]));
    return entries;
}

} // namespace authdesk::server::http
