// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing done to several people, without a widget: who of them can be meant, the calls one after
// the other, the stop between two, and what came of each. Window thread.
#pragma once

#include "core/gateway/manyusersgateway.h"
#include "core/model/user.h"
#include "ui/pages/users/userrights.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::users {

/// Who is meant when something is done to those who are selected.
struct ManyPeople
{
    QList<model::User> meant;
    bool leavesMeOut = false;
    qint64 mightier = 0; ///< left out because they hold rights that one lacks
};

/// How many people can be taken back together.
inline constexpr qsizetype mostTakenBack = 50;
/// Whether an undo can take it back.
[[nodiscard]] bool canGoBack(model::BulkAction action, qsizetype people);

class ManyViewModel final : public QObject
{
    Q_OBJECT

public:
    /// How many people a call names. Fewer than the server takes: progress is told after each.
    static constexpr qsizetype peopleAtOnce = 250;

    struct Refusal
    {
        model::User person;
        base::Error why;
    };

    explicit ManyViewModel(gateway::ManyUsersGateway &many, QObject *parent = nullptr);
    ~ManyViewModel() override;

    void setRights(const UserRights &rights) { m_rights = rights; }
    [[nodiscard]] const UserRights &rights() const { return m_rights; }

    /// Whether an action is on the screen at all.
    [[nodiscard]] bool offers(model::BulkAction action) const;
    /// Oneself is never meant. So the last one who may manage users is safe: whoever may touch
    /// managers is one.
    [[nodiscard]] ManyPeople peopleFor(model::BulkAction action,
                                       const QList<model::User> &selected) const;

    /// Does nothing while it runs. finished() follows.
    void run(const gateway::BulkOrder &order, const QList<model::User> &people);
    /// Stops after the call that is under way.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] bool isStopping() const { return m_isStopping; }
    [[nodiscard]] const gateway::BulkOrder &order() const { return m_order; }
    [[nodiscard]] qsizetype total() const { return m_people.size(); }
    /// To how many it was tried.
    [[nodiscard]] qsizetype tried() const { return m_done.size() + m_refused.size(); }
    /// As they were before.
    [[nodiscard]] const QList<model::User> &done() const { return m_done; }
    [[nodiscard]] const QList<Refusal> &refused() const { return m_refused; }
    /// Why the rest was not tried: Cancelled, or what went wrong with a call; none: all were.
    [[nodiscard]] const std::optional<base::Error> &interruption() const { return m_interruption; }

Q_SIGNALS:
    void changed();
    void finished();

private:
    void callOn();
    void take(const base::Result<QList<gateway::BulkOutcome>> &answer);
    void end(std::optional<base::Error> interruption);

    gateway::ManyUsersGateway &m_many;
    UserRights m_rights;
    gateway::BulkOrder m_order;
    QList<model::User> m_people;
    QList<model::User> m_done;
    QList<Refusal> m_refused;
    std::optional<base::Error> m_interruption;
    bool m_isRunning = false;
    bool m_isStopping = false;
};

} // namespace authdesk::ui::pages::users
