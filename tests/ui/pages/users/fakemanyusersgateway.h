// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Does one thing to several people of a FakeUsersGateway. Answers at once, or when the test lets
// it: set holdCalls, then answerCall().
#pragma once

#include "core/gateway/manyusersgateway.h"
#include "fakeusersgateway.h"

#include <QtCore/QPromise>

#include <memory>
#include <optional>

namespace authdesk::test {

class FakeManyUsersGateway final : public gateway::ManyUsersGateway
{
public:
    struct Call
    {
        QList<qint64> ids;
        gateway::BulkOrder order;
    };

    explicit FakeManyUsersGateway(FakeUsersGateway *users = nullptr)
        : m_users(users)
    {
    }

    QList<Call> calls;
    QHash<qint64, base::Error> refuse;     ///< by person
    std::optional<base::Error> refuseNext; ///< the next call as a whole
    bool holdCalls = false;
    bool forgetLast = false; ///< the answer lacks the last person

    [[nodiscard]] Answer<QList<gateway::BulkOutcome>>
    changeMany(const QList<qint64> &ids, const gateway::BulkOrder &order) override
    {
        calls.append({ids, order});
        m_held = std::make_shared<QPromise<base::Result<QList<gateway::BulkOutcome>>>>();
        m_held->start();
        const auto future = m_held->future();
        if (!holdCalls)
            answerCall();
        return future;
    }

    [[nodiscard]] bool isAsked() const { return m_held != nullptr; }

    void answerCall()
    {
        const auto held = std::exchange(m_held, nullptr);
        if (const auto error = std::exchange(refuseNext, std::nullopt))
            held->addResult(std::unexpected(*error));
        else
            held->addResult(take(calls.last()));
        held->finish();
    }

private:
    [[nodiscard]] QList<gateway::BulkOutcome> take(const Call &call)
    {
        QList<gateway::BulkOutcome> outcomes;
        for (const qint64 id : call.ids) {
            if (refuse.contains(id)) {
                outcomes.append(gateway::BulkOutcome{.id = id, .error = refuse.value(id)});
                continue;
            }
            change(id, call.order);
            outcomes.append(gateway::BulkOutcome{.id = id});
        }
        if (forgetLast)
            outcomes.removeLast();
        return outcomes;
    }

    void change(qint64 id, const gateway::BulkOrder &order)
    {
        model::User *user = m_users ? m_users->byId(id) : nullptr;
        if (!user)
            return;
        if (order.action == model::BulkAction::Disable)
            user->status = model::UserStatus::Disabled;
        else if (order.action == model::BulkAction::SetRole)
            user->role = FakeUsersGateway::person(0, {}, {}, order.roleSlug).role;
        ++user->version;
        if (order.action == model::BulkAction::Delete)
            m_users->people.removeIf([id](const model::User &one) { return one.id == id; });
    }

    FakeUsersGateway *m_users;
    std::shared_ptr<QPromise<base::Result<QList<gateway::BulkOutcome>>>> m_held;
};

} // namespace authdesk::test
