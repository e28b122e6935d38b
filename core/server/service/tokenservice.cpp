// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/tokenservice.h"

#include "core/server/service/people.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<base::Error> noGoodToken()
{
    return base::fail(base::ErrorCode::Unauthenticated, u"Sign in first."_s);
}

} // namespace

TokenService::TokenService(Toolbox &tools, CompanionMaker maker)
    : m_tools(tools)
    , m_maker(std::move(maker))
{
}

TokenCache::EntryPointer TokenService::recall(QByteArrayView token)
{
    if (!m_tools.ground.database.isToldOfChanges())
        return nullptr;
    TokenCache::EntryPointer entry = m_tools.cache.find(token);
    if (!entry)
        return nullptr;
    const QDateTime now = m_tools.now();
    if (entry->expiresAtMs <= now.toMSecsSinceEpoch())
        return nullptr;
    noteSeen(*entry);
    return entry;
}

base::Result<TokenCache::EntryPointer> TokenService::lookUp(QByteArrayView token)
{
    const quint64 revision = m_tools.cache.revision();
    const QByteArray hash = crypto::tokenHash(token);
    const auto entry = std::make_shared<TokenEntry>();
    const auto found = m_tools.read([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        const auto record = store::SessionRepository(connection).findByAccess(hash);
        if (!record || record->accessExpiresAt <= now || record->session.expiresAt <= now)
            return noGoodToken();
        const auto person = store::UserRepository(connection).find(record->session.userId, now);
        if (!person || !isUsable(*person, now))
            return noGoodToken();
        entry->actor = {.userId = person->user.id,
                        .uid = person->user.uid,
                        .username = person->user.username,
                        .sessionId = record->session.id,
                        .system = record->session.system,
                        .signedInAt = record->signedInAt,
                        .statements = statementsOf(connection, person->user),
                        .enrollmentRequired = record->enrollmentRequired};
        entry->user = person->user;
        entry->expiresAt = std::min(record->accessExpiresAt, record->session.expiresAt);
        if (person->user.validUntil)
            entry->expiresAt = std::min(entry->expiresAt, *person->user.validUntil);
        const QDateTime seen = record->session.lastSeenAt.value_or(record->session.createdAt);
        entry->seenMinute = seen.toSecsSinceEpoch() / 60;
        return {};
    });
    if (!found)
        return base::fail(found.error());
    entry->expiresAtMs = entry->expiresAt.toMSecsSinceEpoch();
    if (m_maker)
        entry->companion = m_maker(entry->actor);
    m_tools.cache.fill(token, entry, revision);
    noteSeen(*entry);
    return entry;
}

QByteArray TokenService::recallMe(qint64 userId, QByteArrayView token, QLatin1StringView system,
                                  const MeEncoder &encode)
{
    if (!m_tools.ground.database.isToldOfChanges())
        return {};
    if (QByteArray body = m_tools.cache.body(userId, system); !body.isEmpty())
        return body;
    const quint64 revision = m_tools.cache.revision();
    const TokenCache::EntryPointer entry = m_tools.cache.find(token);
    if (!entry || entry->actor.userId != userId)
        return {};
    QByteArray body = encode(entry->user);
    m_tools.cache.fillBody(userId, system, body, revision);
    return body;
}

base::Result<QByteArray> TokenService::meBody(qint64 userId, QLatin1StringView system,
                                              const MeEncoder &encode)
{
    QByteArray known = m_tools.cache.body(userId, system);
    if (!known.isEmpty() && m_tools.ground.database.isToldOfChanges())
        return known;
    const quint64 revision = m_tools.cache.revision();
    const auto person = m_tools.read([&](store::Connection &connection) {
        return findPerson(connection, userId, m_tools.now());
    });
    if (!person)
        return noGoodToken();
    QByteArray body = encode(person->user);
    m_tools.cache.fillBody(userId, system, body, revision);
    return body;
}

void TokenService::forgetAll()
{
    m_tools.cache.clear();
    m_tools.forgetServerName();
    m_tools.bell.ring();
}

void TokenService::forget(const store::Change &change)
{
    switch (change.what) {
    case store::Change::What::Everything:
        forgetAll();
        break;
    case store::Change::What::User:
        m_tools.cache.forgetUser(change.id);
        break;
    case store::Change::What::Session:
        m_tools.cache.forgetSession(change.id);
        break;
    case store::Change::What::Audit:
        m_tools.bell.ring();
        break;
    }
}

void TokenService::noteSeen(const TokenEntry &entry)
{
    const QDateTime now = m_tools.now();
    const qint64 minute = now.toSecsSinceEpoch() / 60;
    // Read first: a write would take the entry away from the other event loops, at every check.
    if (entry.seenMinute.load(std::memory_order_relaxed) == minute
        || entry.seenMinute.exchange(minute) == minute)
        return;
    const QMutexLocker locker(&m_seenMutex);
    m_seen.insert(entry.actor.sessionId, now);
}

void TokenService::writeLastSeen()
{
    QHash<qint64, QDateTime> seen;
    {
        const QMutexLocker locker(&m_seenMutex);
        seen.swap(m_seen);
    }
    if (seen.isEmpty())
        return;
    const auto written = m_tools.ground.database.write([&](store::Connection &connection) {
        store::SessionRepository sessions(connection);
        for (auto one = seen.cbegin(); one != seen.cend(); ++one)
            sessions.setLastSeen(one.key(), one.value());
    });
    if (written)
        return;
    const QMutexLocker locker(&m_seenMutex);
    for (auto one = seen.cbegin(); one != seen.cend(); ++one) {
        if (!m_seen.contains(one.key()))
            m_seen.insert(one.key(), one.value());
    }
}

} // namespace authdesk::server::service
