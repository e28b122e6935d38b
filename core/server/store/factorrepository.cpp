// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/factorrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

using model::MfaKind;

namespace {

#define AUTHDESK_SELECT_FACTOR                                                                     \
    "SELECT id, user_id, kind, name, sealed_secret, confirmed_at, pending_until, last_step, "      \
    "created_at, last_used_at, clock_offset, clock_seen_at, held_codes FROM factors "

MfaKind kindFromStored(qint64 stored)
{
    for (const MfaKind kind : {MfaKind::Totp, MfaKind::Email}) {
        if (storedKind(kind) == stored)
            return kind;
    }
    return MfaKind::WebAuthn;
}

std::optional<model::ClockOffset> clockFromRow(const Rows &rows)
{
    if (rows.isNull(10) || rows.isNull(11))
        return std::nullopt;
    return model::ClockOffset{.seconds = int(rows.integer(10)), .seenAt = rows.time(11)};
}

FactorRecord factorFromRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .userId = rows.integer(1),
            .kind = kindFromStored(rows.integer(2)),
            .name = rows.text(3),
            .sealedSecret = rows.bytes(4),
            .confirmedAt = rows.optionalTime(5),
            .pendingUntil = rows.optionalTime(6),
            .lastStep = rows.integer(7),
            .createdAt = rows.time(8),
            .lastUsedAt = rows.optionalTime(9),
            .clock = clockFromRow(rows),
            .heldCodes = rows.bytes(12)};
}

std::optional<FactorRecord> oneFactor(Rows rows)
{
    return rows.next() ? std::optional(factorFromRow(rows)) : std::nullopt;
}

/// What the person's row shows of the factors.
void refreshKinds(Connection &connection, qint64 userId, const QDateTime &now)
{
    // The kinds are single bits, so that the sum of the different ones is their union.
    connection.execute("UPDATE users SET updated_at = ?2, version = version + 1, mfa_kinds = "
                       "(SELECT coalesce(sum(kind), 0) FROM (SELECT DISTINCT kind FROM factors "
                       "WHERE user_id = ?1 AND confirmed_at IS NOT NULL) AS kinds) WHERE id = ?1",
                       {userId, now});
}

} // namespace

QList<FactorRecord> FactorRepository::listConfirmed(qint64 userId)
{
    QList<FactorRecord> factors;
    Rows rows = m_connection.select(AUTHDESK_SELECT_FACTOR
                                    "WHERE user_id = ? AND confirmed_at IS NOT NULL ORDER BY id",
                                    {userId});
    while (rows.next())
        factors.append(factorFromRow(rows));
    return factors;
}

bool FactorRepository::isProtected(qint64 userId)
{
    return m_connection
        .select("SELECT 1 FROM factors WHERE user_id = ?1 AND confirmed_at IS NOT NULL "
                "UNION ALL SELECT 1 FROM one_time_codes WHERE user_id = ?1",
                {userId})
        .next();
}

std::optional<FactorRecord> FactorRepository::findConfirmed(qint64 userId, MfaKind kind)
{
    return oneFactor(m_connection.select(AUTHDESK_SELECT_FACTOR
                                         "WHERE user_id = ? AND kind = ? AND confirmed_at IS NOT "
                                         "NULL ORDER BY id LIMIT 1",
                                         {userId, storedKind(kind)}));
}

std::optional<FactorRecord> FactorRepository::findPending(qint64 userId, MfaKind kind,
                                                          const QDateTime &now)
{
    return oneFactor(m_connection.select(AUTHDESK_SELECT_FACTOR
                                         "WHERE user_id = ? AND kind = ? AND confirmed_at IS NULL "
                                         "AND pending_until > ? ORDER BY id DESC LIMIT 1",
                                         {userId, storedKind(kind), now}));
}

std::optional<FactorRecord> FactorRepository::find(qint64 id)
{
    return oneFactor(m_connection.select(AUTHDESK_SELECT_FACTOR "WHERE id = ?", {id}));
}

qint64 FactorRepository::createPending(qint64 userId, MfaKind kind, const QByteArray &sealedSecret,
                                       const QString &name, const QDateTime &pendingUntil,
                                       const QDateTime &now)
{
    m_connection.execute(
        "DELETE FROM factors WHERE user_id = ? AND kind = ? AND confirmed_at IS NULL",
        {userId, storedKind(kind)});
    return m_connection.insert("INSERT INTO factors (user_id, kind, name, sealed_secret, "
                               "pending_until, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                               {userId, storedKind(kind), name, sealedSecret, pendingUntil, now});
}

void FactorRepository::setSealedSecret(qint64 id, const QByteArray &sealedSecret)
{
    m_connection.execute("UPDATE factors SET sealed_secret = ?2 WHERE id = ?1", {id, sealedSecret});
}

void FactorRepository::holdCodes(qint64 id, const QByteArray &hashes)
{
    m_connection.execute("UPDATE factors SET held_codes = ?2 WHERE id = ?1", {id, hashes});
}

bool FactorRepository::confirm(qint64 id, qint64 step, const QDateTime &now)
{
    const bool done =
        m_connection.execute("UPDATE factors SET confirmed_at = ?2, pending_until = "
                             "NULL, last_step = ?3, last_used_at = ?2, held_codes = ?4 "
                             "WHERE id = ?1 AND confirmed_at IS NULL AND "
                             "pending_until > ?2",
                             {id, now, step, QByteArray()})
        == 1;
    if (done) {
        if (const auto factor = find(id))
            refreshKinds(m_connection, factor->userId, now);
    }
    return done;
}

bool FactorRepository::spendStep(qint64 id, qint64 step, const QDateTime &now)
{
    return m_connection.execute("UPDATE factors SET last_step = ?2, last_used_at = ?3, "
                                "clock_offset = NULL, clock_seen_at = NULL WHERE id = ?1 AND "
                                "last_step < ?2 AND confirmed_at IS NOT NULL",
                                {id, step, now})
           == 1;
}

void FactorRepository::setClock(qint64 id, const model::ClockOffset &clock)
{
    m_connection.execute("UPDATE factors SET clock_offset = ?2, clock_seen_at = ?3 WHERE id = ?1",
                         {id, clock.seconds, clock.seenAt});
}

bool FactorRepository::remove(qint64 id, const QDateTime &now)
{
    const std::optional<FactorRecord> factor = find(id);
    if (!factor)
        return false;
    m_connection.execute("DELETE FROM factors WHERE id = ?", {id});
    refreshKinds(m_connection, factor->userId, now);
    return true;
}

qint64 FactorRepository::removeAll(qint64 userId, const QDateTime &now)
{
    const qint64 count = m_connection.execute("DELETE FROM factors WHERE user_id = ?", {userId});
    if (count > 0)
        refreshKinds(m_connection, userId, now);
    return count;
}

} // namespace authdesk::server::store
