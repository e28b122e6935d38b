// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/overviewviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::overview {

OverviewViewModel::OverviewViewModel(gateway::OverviewGateway &server, gateway::UsersGateway *users,
                                     std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_users(users)
{
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_asking) // an answer that takes longer than the pause is still worth having
            refresh();
    });
}

OverviewViewModel::~OverviewViewModel()
{
    cancel();
}

void OverviewViewModel::setWatched(bool watched)
{
    if (!watched) {
        m_pause.stop();
        return;
    }
    m_pause.start();
    refresh();
}

void OverviewViewModel::refresh()
{
    cancel();
    m_asking = true;
    m_statsCall = m_server.stats();
    base::whenAnswered(m_statsCall, this, [this](const base::Result<model::ServerStats> &answer) {
        takeStats(answer);
    });
    if (m_mayReadEvents)
        askForEvents();
    Q_EMIT changed();
}

void OverviewViewModel::cancel()
{
    m_statsCall.cancel();
    m_namesCall.cancel();
    m_eventsCall.cancel();
    m_asking = false;
}

void OverviewViewModel::takeStats(const base::Result<model::ServerStats> &answer)
{
    m_asking = false;
    m_statsError.reset();
    if (answer) {
        m_stats = *answer;
        if (m_stats->users.locked == 0)
            m_lockedNames.clear();
        else
            askForNames();
    } else {
        m_statsError = answer.error();
    }
    Q_EMIT changed();
}

void OverviewViewModel::askForNames()
{
    if (!m_users)
        return;
    gateway::UserQuery query;
    query.status = model::UserStatus::Locked;
    query.limit = mostNames;
    m_namesCall = m_users->list(query);
    base::whenAnswered(
        m_namesCall, this, [this](const base::Result<model::Page<model::User>> &answer) {
            // Their number is known all the same, so an error here tells nothing.
            m_lockedNames.clear();
            for (const model::User &user : answer ? answer->items : QList<model::User>())
                m_lockedNames.append(user.displayName());
            Q_EMIT changed();
        });
}

void OverviewViewModel::askForEvents()
{
    m_eventsCall = m_server.latestEvents(mostEvents);
    base::whenAnswered(m_eventsCall, this,
                       [this](const base::Result<QList<model::AuditEvent>> &answer) {
                           m_eventsError.reset();
                           if (answer) {
                               m_events = *answer;
                           } else if (answer.error().code == base::ErrorCode::Forbidden) {
                               m_mayReadEvents = false;
                               m_events.reset();
                           } else {
                               m_eventsError = answer.error();
                           }
                           Q_EMIT changed();
                       });
}

} // namespace authdesk::ui::pages::overview
