// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server's sessions in memory. Answers at once, or when the test lets it: set holdLists, then
// answerList() in any order. An error in `refuse` is given once, to the call it names.
#pragma once

#include "core/gateway/sessionsgateway.h"

#include <QtCore/QHash>
#include <QtCore/QPromise>

#include <memory>

namespace authdesk::test {

using namespace Qt::StringLiterals;

template <typename T>
[[nodiscard]] QFuture<base::Result<T>> answered(base::Result<T> result)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

class FakeSessionsGateway final : public gateway::SessionsGateway
{
public:
    using Sessions = model::Page<model::Session>;

    struct Held
    {
        gateway::SessionQuery query;
        std::shared_ptr<QPromise<base::Result<Sessions>>> promise;
    };

    QList<model::Session> sessions; ///< newest first
    QList<gateway::SessionQuery> queries;
    QHash<QString, base::Error> refuse; ///< "list", "end", "endAllOf"
    QStringList calls;                  ///< "end 3", "endAllOf 7"
    bool holdLists = false;
    QList<Held> held;

    static model::Session session(qint64 id, qint64 userId, const QString &username)
    {
        model::Session session;
        session.id = id;
        session.userId = userId;
        session.username = username;
        session.system = u"authdesk"_s;
        session.address = u"10.0.0.%1"_s.arg(id % 250);
        session.userAgent = u"curl/8.5.0"_s;
        session.createdAt = QDateTime(QDate(2027, 3, 1), QTime(9, 0), Qt::UTC).addSecs(id);
        session.lastSeenAt = session.createdAt;
        session.expiresAt = session.createdAt.addDays(90);
        return session;
    }

    /// karl (1, this window and another), anna (2, twice), ben (3).
    static std::unique_ptr<FakeSessionsGateway> withFive()
    {
        auto fake = std::make_unique<FakeSessionsGateway>();
        fake->sessions = {session(5, 1, u"karl"_s), session(4, 2, u"anna"_s),
                          session(3, 3, u"ben"_s), session(2, 2, u"anna"_s),
                          session(1, 1, u"karl"_s)};
        fake->sessions[0].current = true;
        return fake;
    }

    void answerList(qsizetype place)
    {
        held[place].promise->addResult(base::Result<Sessions>(page(held[place].query)));
        held[place].promise->finish();
    }

    [[nodiscard]] Answer<Sessions> list(const gateway::SessionQuery &query) override
    {
        queries.append(query);
        if (refuse.contains(u"list"_s))
            return answered<Sessions>(std::unexpected(refuse.take(u"list"_s)));
        if (!holdLists)
            return answered<Sessions>(page(query));
        Held one{query, std::make_shared<QPromise<base::Result<Sessions>>>()};
        one.promise->start();
        held.append(one);
        return one.promise->future();
    }

    [[nodiscard]] Answer<void> end(qint64 id) override
    {
        calls.append(u"end %1"_s.arg(id));
        if (refuse.contains(u"end"_s))
            return answered<void>(std::unexpected(refuse.take(u"end"_s)));
        sessions.removeIf([id](const model::Session &session) { return session.id == id; });
        return answered<void>({});
    }

    [[nodiscard]] Answer<void> endAllOf(qint64 userId) override
    {
        calls.append(u"endAllOf %1"_s.arg(userId));
        if (refuse.contains(u"endAllOf"_s))
            return answered<void>(std::unexpected(refuse.take(u"endAllOf"_s)));
        sessions.removeIf(
            [userId](const model::Session &session) { return session.userId == userId; });
        return answered<void>({});
    }

private:
    [[nodiscard]] Sessions page(const gateway::SessionQuery &query) const
    {
        Sessions answer;
        const qint64 before = query.cursor.isEmpty() ? 1LL << 52 : query.cursor.toLongLong();
        for (const model::Session &session : sessions) {
            if (session.id >= before || !session.username.contains(query.search))
                continue;
            if (answer.items.size() == query.limit) {
                answer.nextCursor = QString::number(answer.items.constLast().id);
                break;
            }
            answer.items.append(session);
        }
        return answer;
    }
};

} // namespace authdesk::test
