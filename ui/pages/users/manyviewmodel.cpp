// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/manyviewmodel.h"

#include "core/base/whenanswered.h"

#include <QtCore/QHash>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using model::BulkAction;

bool canGoBack(BulkAction action, qsizetype people)
{
    const bool isChange = action == BulkAction::Disable || action == BulkAction::Enable
                          || action == BulkAction::SetRole;
    return isChange && people <= mostTakenBack;
}

ManyViewModel::ManyViewModel(gateway::ManyUsersGateway &many, QObject *parent)
    : QObject(parent)
    , m_many(many)
{
}

ManyViewModel::~ManyViewModel() = default;

bool ManyViewModel::offers(BulkAction action) const
{
    switch (action) {
    case BulkAction::Delete:
        return m_rights.mayRemove();
    case BulkAction::RevokeSessions:
        return m_rights.mayEdit() && m_rights.mayEndSessions();
    case BulkAction::SetRole:
        return m_rights.mayEdit() && !m_rights.grantableRoles().isEmpty();
    case BulkAction::Disable:
    case BulkAction::Enable:
    case BulkAction::Unlock:
        return m_rights.mayEdit();
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        return false; // each hands out a secret, which is for one pair of eyes
    }
    Q_UNREACHABLE();
}

ManyPeople ManyViewModel::peopleFor(BulkAction action, const QList<model::User> &selected) const
{
    ManyPeople people;
    for (const model::User &person : selected) {
        const bool isAllowed =
            action == BulkAction::Delete ? m_rights.canRemove(person) : m_rights.canEdit(person);
        if (m_rights.isMe(person))
            people.leavesMeOut = true;
        else if (!isAllowed)
            ++people.mightier;
        else
            people.meant.append(person);
    }
    return people;
}

void ManyViewModel::run(const gateway::BulkOrder &order, const QList<model::User> &people)
{
    if (m_isRunning || people.isEmpty())
        return;
    m_order = order;
    m_people = people;
    m_done.clear();
    m_refused.clear();
    m_interruption.reset();
    m_isRunning = true;
    m_isStopping = false;
    Q_EMIT changed();
    callOn();
}

void ManyViewModel::cancel()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT changed();
}

void ManyViewModel::callOn()
{
    if (m_isStopping)
        return end(base::Error{.code = base::ErrorCode::Cancelled, .message = {}});
    QList<qint64> ids;
    for (const model::User &person : m_people.mid(tried(), peopleAtOnce))
        ids.append(person.id);
    base::whenAnswered(
        m_many.changeMany(ids, m_order), this,
        [this](const base::Result<QList<gateway::BulkOutcome>> &answer) { take(answer); });
}

void ManyViewModel::take(const base::Result<QList<gateway::BulkOutcome>> &answer)
{
    if (!answer)
        return end(answer.error());
    const QList<model::User> asked = m_people.mid(tried(), peopleAtOnce);
    QHash<qint64, std::optional<base::Error>> outcomes;
    for (const gateway::BulkOutcome &one : *answer)
        outcomes.insert(one.id, one.error);
    for (const model::User &person : asked) {
        if (!outcomes.contains(person.id))
            return end(base::Error{.code = base::ErrorCode::UnexpectedAnswer,
                                   .message = {},
                                   .detail = u"a person is missing in the answer"_s});
        if (const auto &why = outcomes.value(person.id))
            m_refused.append({.person = person, .why = *why});
        else
            m_done.append(person);
    }
    if (tried() == m_people.size())
        return end(std::nullopt);
    Q_EMIT changed();
    QMetaObject::invokeMethod(this, &ManyViewModel::callOn, Qt::QueuedConnection);
}

void ManyViewModel::end(std::optional<base::Error> interruption)
{
    m_interruption = std::move(interruption);
    m_isRunning = false;
    m_isStopping = false;
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace authdesk::ui::pages::users
