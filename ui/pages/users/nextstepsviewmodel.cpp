// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/nextstepsviewmodel.h"

#include "core/base/whenanswered.h"

#include <algorithm>

namespace authdesk::ui::pages::users {

namespace {

/// More of one role than this, and another one is surely among those that are not read.
constexpr int adminsToLookAt = 50;

} // namespace

NextStepsViewModel::NextStepsViewModel(gateway::UsersGateway &users,
                                       gateway::Capabilities capabilities,
                                       settings::ConsoleSettings &settings, QString serverId,
                                       QObject *parent)
    : QObject(parent)
    , m_users(users)
    , m_capabilities(capabilities)
    , m_settings(settings)
    , m_serverId(std::move(serverId))
{
}

void NextStepsViewModel::setRights(const UserRights &rights)
{
    const bool offered = offersSecondAdmin();
    m_rights = rights;
    // Who may be made an admin shows only once the roles are read.
    if (offersSecondAdmin() && !offered)
        refresh();
    Q_EMIT changed();
}

void NextStepsViewModel::refresh()
{
    if (!offersSecondAdmin() || m_settings.isNextListDismissed(m_serverId))
        return;
    const quint64 generation = ++m_generation;
    const QStringList slugs = m_rights.managingRoles();
    m_answersMissing = int(slugs.size());
    m_found = false;
    m_failed = false;
    for (const QString &slug : slugs) {
        gateway::UserQuery query;
        query.roleSlug = slug;
        query.limit = adminsToLookAt;
        base::whenAnswered(
            m_users.list(query), this,
            [this, generation](const base::Result<model::Page<model::User>> &answer) {
                countAdmins(answer, generation);
            });
    }
}

QList<NextStepsViewModel::Step> NextStepsViewModel::steps() const
{
    const bool asksAdmins = offersSecondAdmin();
    if (asksAdmins && m_secondAdmin == Known::NotYet)
        return {};
    QList<Step> steps;
    if (m_capabilities.testFlag(gateway::Capability::OwnSecondFactor))
        steps.append({NextStep::SecondFactor, m_rights.me().mfaEnabled});
    if (asksAdmins && m_secondAdmin != Known::Unreadable)
        steps.append({NextStep::SecondAdmin, m_secondAdmin == Known::Yes});
    return steps;
}

bool NextStepsViewModel::isWanted() const
{
    if (m_settings.isNextListDismissed(m_serverId)
        || !m_rights.managesUsers(m_rights.me().role.slug))
        return false;
    const QList<Step> all = steps();
    return std::ranges::any_of(all, [](const Step &step) { return !step.done; });
}

void NextStepsViewModel::dismiss()
{
    m_settings.dismissNextList(m_serverId);
    Q_EMIT changed();
}

bool NextStepsViewModel::offersSecondAdmin() const
{
    return m_rights.canCreate() && !m_rights.grantableAdminRole().isEmpty();
}

void NextStepsViewModel::countAdmins(const base::Result<model::Page<model::User>> &answer,
                                     quint64 generation)
{
    if (generation != m_generation)
        return;
    --m_answersMissing;
    if (!answer) {
        m_failed = true;
    } else if (!answer->nextCursor.isEmpty()
               || std::ranges::any_of(answer->items, [this](const model::User &user) {
                      return !m_rights.isMe(user) && user.status != model::UserStatus::Disabled;
                  })) {
        m_found = true;
    }
    if (m_answersMissing > 0)
        return;
    if (m_found)
        m_secondAdmin = Known::Yes;
    else
        m_secondAdmin = m_failed ? Known::Unreadable : Known::No;
    Q_EMIT changed();
}

} // namespace authdesk::ui::pages::users
