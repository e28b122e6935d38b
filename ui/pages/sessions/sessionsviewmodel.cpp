// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sessions/sessionsviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::sessions {

SessionsViewModel::SessionsViewModel(gateway::SessionsGateway &sessions, model::User me,
                                     const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_gateway(sessions)
    , m_me(std::move(me))
    , m_table(sessions, clock)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &SessionsViewModel::load);
    connect(&m_table, &SessionTableModel::stateChanged, this, &SessionsViewModel::changed);
}

SessionsViewModel::~SessionsViewModel() = default;

bool SessionsViewModel::isEmpty() const
{
    return m_table.state() == SessionTableModel::State::Idle && m_table.rowCount() == 0;
}

void SessionsViewModel::setMe(const model::User &me)
{
    m_me = me;
    Q_EMIT changed();
}

bool SessionsViewModel::mayEnd() const
{
    return m_me.role.slug != model::auditorSlug;
}

bool SessionsViewModel::endsOwn(const model::Session &session, Ending ending) const
{
    return session.current || (ending == Ending::AllOfPerson && session.userId == m_me.id);
}

void SessionsViewModel::load()
{
    m_typing.stop();
    m_table.load({.search = m_search});
    Q_EMIT changed();
}

void SessionsViewModel::refresh()
{
    m_table.refresh();
}

void SessionsViewModel::setSearch(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_search)
        return;
    m_search = trimmed;
    m_typing.start();
}

void SessionsViewModel::searchNow()
{
    if (m_typing.isActive())
        load();
}

void SessionsViewModel::end(const model::Session &session, Ending ending)
{
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    const auto answer =
        ending == Ending::One ? m_gateway.end(session.id) : m_gateway.endAllOf(session.userId);
    base::whenAnswered(answer, this, [this, session, ending](const base::Result<void> &done) {
        m_busy = false;
        // Somebody else may have ended it meanwhile: what was wanted is so.
        if (done || (ending == Ending::One && done.error().code == base::ErrorCode::NotFound)) {
            Q_EMIT ended(session, ending);
            refresh();
        } else {
            Q_EMIT endRefused(done.error());
        }
        Q_EMIT changed();
    });
}

} // namespace authdesk::ui::pages::sessions
