// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/sessionrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/cursor.h"
#include "core/server/store/engine.h"
#include "core/server/store/folding.h"
#include "core/server/store/personsearch.h"

#include <algorithm>
#include <string>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::fail;
using base::Result;
using model::Page;
using model::Session;

namespace {

constexpr int largestSessionPage = 200;
/// A refresh token that was spent longer ago has expired anyway, or says itself whose it was.
constexpr int rememberSpentDays = 30;

#define AUTHDESK_SESSION_COLUMNS                                                                   \
    "s.id, s.user_id, u.username, s.system, s.address, s.user_agent, s.created_at, "               \
    "s.last_seen_at, s.expires_at, s.access_hash, s.access_expires_at, s.refresh_hash, "           \
    "s.refresh_expires_at, s.signed_in_at, s.enrollment_required, s.sid"
#define AUTHDESK_SELECT_SESSION                                                                    \
    "SELECT " AUTHDESK_SESSION_COLUMNS                                                             \
    " FROM sessions s CROSS JOIN users u ON u.id = s.user_id WHERE "

SessionRecord sessionFromRow(const Rows &rows)
{
    return {.session = {.id = rows.integer(0),
                        .userId = rows.integer(1),
                        .username = rows.text(2),
                        .system = rows.text(3),
                        .address = rows.text(4),
                        .userAgent = rows.text(5),
                        .createdAt = rows.time(6),
                        .lastSeenAt = rows.optionalTime(7),
                        .expiresAt = rows.time(8)},
            .accessHash = rows.bytes(9),
            .accessExpiresAt = rows.time(10),
            .refreshHash = rows.bytes(11),
            .refreshExpiresAt = rows.optionalTime(12),
            .signedInAt = rows.time(13),
            .enrollmentRequired = rows.flag(14),
            .sid = rows.text(15)};
}

std::optional<SessionRecord> oneSession(Rows rows)
{
    return rows.next() ? std::optional(sessionFromRow(rows)) : std::nullopt;
}

QDateTime endOf(const QDateTime &absolute, const QDateTime &access,
                const std::optional<QDateTime> &refresh)
{
    return std::min(absolute, std::max(access, refresh.value_or(access)));
}

/// What a list leaves out, beside what has ended.
struct SessionFilter
{
    std::string text = {};
    QList<SqlValue> values = {};
};

} // namespace

qint64 SessionRepository::create(const SessionRecord &record)
{
    const Session &session = record.session;
    const std::optional<QByteArray> refreshHash =
        record.refreshHash.isEmpty() ? std::nullopt : std::optional(record.refreshHash);
    return m_connection.insert(
        "INSERT INTO sessions (user_id, system, address, user_agent, created_at, signed_in_at, "
        "last_seen_at, access_hash, access_expires_at, refresh_hash, refresh_expires_at, "
        "expires_at, ends_at, enrollment_required, sid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {session.userId, session.system, session.address, session.userAgent, session.createdAt,
         record.signedInAt, session.lastSeenAt, record.accessHash, record.accessExpiresAt,
         refreshHash, record.refreshExpiresAt, session.expiresAt,
         endOf(session.expiresAt, record.accessExpiresAt, record.refreshExpiresAt),
         record.enrollmentRequired,
         record.sid.isEmpty() ? std::nullopt : std::optional(record.sid)});
}

std::optional<SessionRecord> SessionRepository::find(qint64 id)
{
    return oneSession(m_connection.select(AUTHDESK_SELECT_SESSION "s.id = ?", {id}));
}

std::optional<SessionRecord> SessionRepository::findByAccess(const QByteArray &accessHash)
{
    return oneSession(
        m_connection.select(AUTHDESK_SELECT_SESSION "s.access_hash = ?", {accessHash}));
}

std::optional<RefreshMatch> SessionRepository::findByRefresh(const QByteArray &refreshHash)
{
    if (auto current = oneSession(
            m_connection.select(AUTHDESK_SELECT_SESSION "s.refresh_hash = ?", {refreshHash})))
        return RefreshMatch{.record = *std::move(current), .spent = false};
    if (auto spent = oneSession(m_connection.select(
            AUTHDESK_SELECT_SESSION
            "s.id = (SELECT session_id FROM spent_refresh_tokens WHERE hash = ?)",
            {refreshHash})))
        return RefreshMatch{.record = *std::move(spent), .spent = true};
    return std::nullopt;
}

std::optional<SessionRecord> SessionRepository::findBySid(const QString &sid)
{
    return oneSession(m_connection.select(AUTHDESK_SELECT_SESSION "s.sid = ?", {sid}));
}

bool SessionRepository::isSpent(const QByteArray &refreshHash)
{
    return m_connection.select("SELECT 1 FROM spent_refresh_tokens WHERE hash = ?", {refreshHash})
        .next();
}

Result<Page<Session>> SessionRepository::list(const SessionListQuery &query, const QDateTime &now)
{
    const QString search = folded(query.search).trimmed();
    const QByteArray fingerprint =
        "sessions:" + QByteArray::number(query.userId.value_or(0)) + ':' + search.toUtf8();
    qint64 before = forever;
    if (!query.cursor.isEmpty()) {
        const Result<QCborArray> position = decodeCursor(query.cursor, fingerprint, 1);
        if (!position || !position->at(0).isInteger())
            return fail(invalidCursor());
        before = position->at(0).toInteger();
    }
    const int limit = std::clamp(query.limit, 1, largestSessionPage);
    SessionFilter filter;
    if (query.userId) {
        filter.text += "s.user_id = ? AND ";
        filter.values << *query.userId;
    }
    if (!canBeFound(search))
        return Page<Session>();
    if (!search.isEmpty()) {
        const PersonSearch found = searchForPeople(m_connection.engine(), search);
        filter.text += "s.user_id IN (" + found.text + ") AND ";
        filter.values += found.values;
    }
    filter.values << before << now << limit + 1;
    Rows rows = m_connection.select(AUTHDESK_SELECT_SESSION + filter.text
                                        + "s.id < ? AND +s.ends_at > ? ORDER BY s.id DESC LIMIT ?",
                                    filter.values);
    Page<Session> page;
    while (rows.next()) {
        if (page.items.size() == limit) {
            page.nextCursor = encodeCursor(fingerprint, {page.items.last().id});
            break;
        }
        page.items.append(sessionFromRow(rows).session);
    }
    return page;
}

bool SessionRepository::rotate(qint64 id, const QByteArray &oldRefreshHash,
                               const TokenRotation &rotation, const QDateTime &now)
{
    const std::optional<SessionRecord> before = find(id);
    if (!before || oldRefreshHash.isEmpty() || before->refreshHash != oldRefreshHash)
        return false;
    m_connection.execute(
        "UPDATE sessions SET access_hash = ?2, access_expires_at = ?3, "
        "refresh_hash = ?4, refresh_expires_at = ?5, last_seen_at = ?6, "
        "ends_at = ?7 WHERE id = ?1",
        {id, rotation.accessHash, rotation.accessExpiresAt, rotation.refreshHash,
         rotation.refreshExpiresAt, now,
         endOf(before->session.expiresAt, rotation.accessExpiresAt, rotation.refreshExpiresAt)});
    m_connection.execute(
        "INSERT INTO spent_refresh_tokens (hash, session_id, spent_at) VALUES (?, ?, ?)",
        {oldRefreshHash, id, now});
    return true;
}

bool SessionRepository::renewAccess(qint64 id, const QByteArray &refreshHash,
                                    const QByteArray &accessHash, const QDateTime &accessExpiresAt,
                                    const QDateTime &now)
{
    const std::optional<SessionRecord> before = find(id);
    if (!before || refreshHash.isEmpty() || before->refreshHash != refreshHash)
        return false;
    m_connection.execute(
        "UPDATE sessions SET access_hash = ?2, access_expires_at = ?3, last_seen_at = ?4, "
        "ends_at = ?5 WHERE id = ?1",
        {id, accessHash, accessExpiresAt, now,
         endOf(before->session.expiresAt, accessExpiresAt, before->refreshExpiresAt)});
    return true;
}

void SessionRepository::setLastSeen(qint64 id, const QDateTime &at)
{
    m_connection.execute("UPDATE sessions SET last_seen_at = ?2 WHERE id = ?1", {id, at});
}

void SessionRepository::clearEnrollmentRequired(qint64 id)
{
    m_connection.execute("UPDATE sessions SET enrollment_required = 0 WHERE id = ?", {id});
}

bool SessionRepository::remove(qint64 id)
{
    return m_connection.execute("DELETE FROM sessions WHERE id = ?", {id}) == 1;
}

qint64 SessionRepository::removeForUser(qint64 userId, std::optional<qint64> except)
{
    return m_connection.execute("DELETE FROM sessions WHERE user_id = ? AND id <> ?",
                                {userId, except.value_or(0)});
}

qint64 SessionRepository::removeEnded(const QDateTime &now, int limit)
{
    m_connection.execute("DELETE FROM spent_refresh_tokens WHERE hash IN (SELECT hash FROM "
                         "spent_refresh_tokens WHERE spent_at < ? LIMIT ?)",
                         {now.addDays(-rememberSpentDays), limit});
    return m_connection.execute("DELETE FROM sessions WHERE id IN "
                                "(SELECT id FROM sessions WHERE ends_at <= ? LIMIT ?)",
                                {now, limit});
}

} // namespace authdesk::server::store
