// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/auditviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNews = 200; ///< events that one wait may bring

} // namespace

AuditViewModel::AuditViewModel(gateway::AuditGateway &audit, const base::Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_gateway(audit)
    , m_clock(clock)
    , m_table(audit, clock)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    m_next.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &AuditViewModel::load);
    connect(&m_next, &QTimer::timeout, this, &AuditViewModel::follow);
    connect(&m_table, &AuditTableModel::stateChanged, this, &AuditViewModel::onTableChanged);
}

AuditViewModel::~AuditViewModel()
{
    m_following.cancel();
}

AuditViewModel::Emptiness AuditViewModel::emptiness() const
{
    if (m_table.state() != AuditTableModel::State::Idle || m_table.rowCount() > 0)
        return Emptiness::NotEmpty;
    return hasFilter() ? Emptiness::NothingFound : Emptiness::NothingYet;
}

gateway::AuditQuery AuditViewModel::exportQuery() const
{
    return queryOf(m_filters, m_clock.now());
}

void AuditViewModel::setPerson(const QString &person)
{
    const QString trimmed = person.trimmed();
    if (trimmed == m_filters.person)
        return;
    m_filters.person = trimmed;
    m_typing.start();
    Q_EMIT changed();
}

void AuditViewModel::searchNow()
{
    if (m_typing.isActive())
        load();
}

void AuditViewModel::setAction(const QString &action)
{
    m_filters.action = action;
    load();
}

void AuditViewModel::setResult(const QString &result)
{
    m_filters.result = result;
    load();
}

void AuditViewModel::setSpan(TimeSpan span)
{
    m_filters.span = span;
    m_filters.firstDay = {};
    m_filters.lastDay = {};
    load();
}

void AuditViewModel::setDays(QDate first, QDate last)
{
    m_filters.span = TimeSpan::Days;
    m_filters.firstDay = std::min(first, last);
    m_filters.lastDay = std::max(first, last);
    load();
}

void AuditViewModel::clearFilters()
{
    m_filters = {};
    load();
}

void AuditViewModel::load()
{
    m_typing.stop();
    stopFollowing();
    m_asked = true;
    m_table.load(queryOf(m_filters, m_clock.now()));
    Q_EMIT changed();
}

void AuditViewModel::refresh()
{
    stopFollowing();
    m_table.refresh();
}

void AuditViewModel::setShown(bool shown)
{
    m_shown = shown;
    if (shown)
        follow();
    else
        stopFollowing();
}

void AuditViewModel::setLive(bool live)
{
    m_live = live;
    if (live)
        follow();
    else
        stopFollowing();
    Q_EMIT changed();
}

bool AuditViewModel::canBeLive() const
{
    return m_filters.span != TimeSpan::Days
           || m_filters.lastDay >= m_clock.now().toLocalTime().date();
}

void AuditViewModel::onTableChanged()
{
    if (m_table.state() == AuditTableModel::State::Idle)
        follow();
    Q_EMIT changed();
}

void AuditViewModel::follow()
{
    if (!m_asked || !m_shown || !m_live || !canBeLive() || m_isFollowing
        || m_table.state() != AuditTableModel::State::Idle)
        return;
    m_next.stop();
    gateway::AuditQuery query = m_table.query();
    query.limit = mostNews;
    query.cursor.clear();
    m_isFollowing = true;
    const quint64 generation = ++m_followGeneration;
    const auto answer = m_gateway.newerThan(m_table.newest(), query, longestWait);
    m_following = answer;
    base::whenAnswered(answer, this, [this, generation](const auto &newer) {
        if (generation == m_followGeneration)
            takeNewer(newer);
    });
}

void AuditViewModel::stopFollowing()
{
    ++m_followGeneration;
    m_next.stop();
    m_isFollowing = false;
    m_following.cancel();
    m_followError.reset();
}

void AuditViewModel::takeNewer(const base::Result<model::Page<model::AuditEvent>> &answer)
{
    m_isFollowing = false;
    if (!answer) {
        m_followError = answer.error();
        m_next.start(retryPauseMs);
        Q_EMIT changed();
        return;
    }
    m_followError.reset();
    if (!answer->nextCursor.isEmpty())
        m_table.refresh(); // more came than fit: the list would have a gap
    else
        m_table.add(answer->items);
    m_next.start(answer->items.isEmpty() ? quietPauseMs : 0);
    Q_EMIT changed();
}

void AuditViewModel::verify()
{
    if (m_verifying)
        return;
    m_verifying = true;
    Q_EMIT changed();
    base::whenAnswered(m_gateway.verify(), this,
                       [this](const base::Result<gateway::AuditVerdict> &verdict) {
                           m_verifying = false;
                           Q_EMIT changed();
                           if (verdict)
                               Q_EMIT verified(*verdict);
                           else
                               Q_EMIT verifyFailed(verdict.error());
                       });
}

} // namespace authdesk::ui::pages::audit
