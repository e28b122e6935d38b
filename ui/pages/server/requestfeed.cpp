// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/requestfeed.h"

#include "core/base/whenanswered.h"

#include <algorithm>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr auto longPoll = std::chrono::seconds(20);
/// So many the server tells at once; there may be more then.
constexpr qsizetype fullAnswer = 100;
constexpr auto ourOwn = "/admin/v1/requests"_L1;

} // namespace

RequestFeed::RequestFeed(gateway::RequestsGateway &requests, std::chrono::milliseconds pause,
                         QObject *parent)
    : QObject(parent)
    , m_requests(requests)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &RequestFeed::ask);
}

RequestFeed::~RequestFeed()
{
    m_call.cancel();
}

void RequestFeed::setWatched(bool watched)
{
    m_watched = watched;
    updateAsking();
}

void RequestFeed::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    updateAsking();
    Q_EMIT changed();
}

void RequestFeed::restart()
{
    m_call.cancel();
    m_pause.stop();
    m_asking = false;
    m_newest = 0;
    m_error.reset();
    Q_EMIT restarted();
    updateAsking();
    Q_EMIT changed();
}

void RequestFeed::updateAsking()
{
    const bool should = m_watched && !m_paused && !m_error;
    if (should && !m_asking && !m_pause.isActive())
        ask();
    if (should)
        return;
    m_pause.stop();
    m_call.cancel();
    m_asking = false;
}

void RequestFeed::ask()
{
    m_asking = true;
    const auto call =
        m_requests.newerThan(m_newest, m_newest == 0 ? std::chrono::seconds(0) : longPoll);
    m_call = call;
    base::whenAnswered(call, this, [this](const auto &answer) { take(answer); });
}

void RequestFeed::take(const base::Result<QList<model::RequestEntry>> &answer)
{
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return;
    m_asking = false;
    if (!answer) {
        const ErrorCode code = answer.error().code;
        // Others pass: the server is started again, or the sign-in is renewed.
        if (code == ErrorCode::Forbidden || code == ErrorCode::NotSupported) {
            m_error = answer.error();
            Q_EMIT changed();
            return;
        }
        m_pause.start();
        return;
    }
    QList<model::RequestEntry> told;
    for (const model::RequestEntry &entry : *answer) {
        m_newest = std::max(m_newest, entry.id);
        if (entry.path != ourOwn)
            told.append(entry);
    }
    std::sort(told.begin(), told.end(),
              [](const auto &left, const auto &right) { return left.id > right.id; });
    if (!told.isEmpty())
        Q_EMIT arrived(told);
    if (answer->size() >= fullAnswer)
        ask();
    else
        m_pause.start();
}

} // namespace authdesk::ui::pages::server
