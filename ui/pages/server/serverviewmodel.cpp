// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/serverviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::server {

using base::ErrorCode;
using model::ServerSetting;
using model::ServerSettingsState;

namespace {

constexpr int mostSessions = 100;

} // namespace

ServerViewModel::ServerViewModel(ServerControl &control, gateway::ServerSettingsGateway &settings,
                                 gateway::SessionsGateway *sessions, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_settings(settings)
    , m_sessions(sessions)
{
    connect(&control, &ServerControl::changed, this, [this] {
        if (m_work == Work::None)
            refresh();
        else
            Q_EMIT changed();
    });
}

ServerViewModel::~ServerViewModel()
{
    m_reading.cancel();
    m_listing.cancel();
}

void ServerViewModel::refresh()
{
    m_reading.cancel();
    if (!isRunning()) {
        m_state.reset();
        Q_EMIT changed();
        return;
    }
    m_reading = m_settings.read();
    base::whenAnswered(m_reading, this,
                       [this](const base::Result<ServerSettingsState> &answer) { settle(answer); });
    Q_EMIT changed();
}

void ServerViewModel::settle(const base::Result<ServerSettingsState> &answer)
{
    if (answer)
        return take(*answer);
    if (answer.error().code != ErrorCode::Cancelled)
        fail(Failure::Reading, answer.error());
}

void ServerViewModel::take(const ServerSettingsState &state)
{
    m_reading.cancel();
    m_state = state;
    if (m_failure == Failure::Reading)
        m_failure = Failure::None;
    Q_EMIT changed();
}

void ServerViewModel::fail(Failure what, const base::Error &error)
{
    m_failure = what;
    m_error = error;
    Q_EMIT changed();
}

void ServerViewModel::start()
{
    if (m_work != Work::None || isRunning())
        return;
    m_work = Work::Starting;
    m_failure = Failure::None;
    Q_EMIT changed();
    base::whenAnswered(m_control.start(), this, [this](const base::Result<void> &started) {
        m_work = Work::None;
        if (!started)
            return fail(Failure::Starting, started.error());
        refresh();
    });
}

void ServerViewModel::stop()
{
    if (m_work != Work::None || !isRunning())
        return;
    m_work = Work::Stopping;
    m_failure = Failure::None;
    m_reading.cancel();
    Q_EMIT changed();
    base::whenAnswered(m_control.stop(), this, [this](const base::Result<void> &stopped) {
        m_work = Work::None;
        if (!stopped)
            return fail(Failure::Stopping, stopped.error());
        refresh();
    });
}

void ServerViewModel::closeToOthers()
{
    if (m_work != Work::None || !isRunning())
        return;
    m_work = Work::Closing;
    m_failure = Failure::None;
    Q_EMIT changed();
    model::ServerSettingsChange change;
    change.reset = {ServerSetting::Listeners, ServerSetting::Tls, ServerSetting::PublicUrl};
    base::whenAnswered(
        m_settings.change(change), this, [this](const base::Result<ServerSettingsState> &answer) {
            // The answer may be lost on the way; the server's new place is known all the same.
            base::whenAnswered(m_control.follow(), this, [this, answer](const QUrl &) {
                m_work = Work::None;
                if (!answer)
                    fail(Failure::Closing, answer.error());
                else
                    Q_EMIT closedToOthers();
                refresh();
            });
        });
}

void ServerViewModel::askWhoIsIn()
{
    if (!m_sessions)
        return Q_EMIT whoIsIn(std::nullopt);
    m_listing.cancel();
    m_listing = m_sessions->list({.search = {}, .limit = mostSessions, .cursor = {}});
    base::whenAnswered(m_listing, this,
                       [this](const base::Result<model::Page<model::Session>> &answer) {
                           if (!answer && answer.error().code == ErrorCode::Cancelled)
                               return;
                           if (!answer)
                               return Q_EMIT whoIsIn(std::nullopt);
                           QStringList names;
                           for (const model::Session &session : answer->items) {
                               if (!session.current)
                                   names.append(session.username);
                           }
                           names.removeDuplicates();
                           Q_EMIT whoIsIn(names);
                       });
}

} // namespace authdesk::ui::pages::server
