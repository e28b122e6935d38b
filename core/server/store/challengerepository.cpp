// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/challengerepository.h"

#include "core/server/store/connection.h"

namespace authdesk::server::store {

namespace {

#define AUTHDESK_SELECT_CHALLENGE                                                                  \
    "SELECT id, kind, token_hash, user_id, system, address, user_agent, note, failures, "          \
    "created_at, expires_at FROM challenges "

std::optional<ChallengeRecord> oneChallenge(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return ChallengeRecord{.id = rows.integer(0),
                           .kind = ChallengeKind(rows.integer(1)),
                           .tokenHash = rows.bytes(2),
                           .userId = rows.integer(3),
                           .system = rows.text(4),
                           .address = rows.text(5),
                           .userAgent = rows.text(6),
                           .note = rows.text(7),
                           .failures = int(rows.integer(8)),
                           .createdAt = rows.time(9),
                           .expiresAt = rows.time(10)};
}

} // namespace

qint64 ChallengeRepository::create(const ChallengeRecord &challenge)
{
    const std::optional<QByteArray> tokenHash =
        challenge.tokenHash.isEmpty() ? std::nullopt : std::optional(challenge.tokenHash);
    return m_connection.insert("INSERT INTO challenges (kind, token_hash, user_id, system, "
                               "address, user_agent, note, failures, created_at, expires_at) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               {int(challenge.kind), tokenHash, challenge.userId, challenge.system,
                                challenge.address, challenge.userAgent, challenge.note,
                                challenge.failures, challenge.createdAt, challenge.expiresAt});
}

std::optional<ChallengeRecord>
ChallengeRepository::find(ChallengeKind kind, const QByteArray &tokenHash, const QDateTime &now)
{
    return oneChallenge(m_connection.select(AUTHDESK_SELECT_CHALLENGE
                                            "WHERE token_hash = ? AND kind = ? AND expires_at > ?",
                                            {tokenHash, int(kind), now}));
}

std::optional<ChallengeRecord> ChallengeRepository::findByName(qint64 userId, const QString &system,
                                                               const QString &address,
                                                               const QDateTime &now)
{
    return oneChallenge(m_connection.select(
        AUTHDESK_SELECT_CHALLENGE "WHERE user_id = ? AND kind = ? AND system = ? AND address = ? "
                                  "AND expires_at > ? ORDER BY id DESC LIMIT 1",
        {userId, int(ChallengeKind::ByName), system, address, now}));
}

int ChallengeRepository::countFailure(qint64 id)
{
    Rows rows = m_connection.select(
        "UPDATE challenges SET failures = failures + 1 WHERE id = ? RETURNING failures", {id});
    return rows.next() ? int(rows.integer(0)) : 0;
}

bool ChallengeRepository::remove(qint64 id)
{
    return m_connection.execute("DELETE FROM challenges WHERE id = ?", {id}) == 1;
}

void ChallengeRepository::removeForUser(qint64 userId)
{
    m_connection.execute("DELETE FROM challenges WHERE user_id = ?", {userId});
}

qint64 ChallengeRepository::removeExpired(const QDateTime &now)
{
    return m_connection.execute("DELETE FROM challenges WHERE expires_at <= ?", {now});
}

} // namespace authdesk::server::store
