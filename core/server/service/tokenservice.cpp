// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/tokenservice.h"

#include "core/server/service/apikeyservice.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/apikeyrepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

/// An entry in memory has an end; such a key is then read anew.
constexpr int yearsOfAnEndlessKey = 1;

/// Puts back what was not written, where nothing newer came meanwhile.
void keepOlder(QHash<qint64, QDateTime> &seen, const QHash<qint64, QDateTime> &older)
{
    for (auto one = older.cbegin(); one != older.cend(); ++one) {
        if (!seen.contains(one.key()))
            seen.insert(one.key(), one.value());
    }
}

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
    // What another key has signed is refused before the store is asked for it, and so is a refresh
    // token.
    if (!m_tools.mint.mayBe(token, crypto::TokenUse::Access))
        return noGoodToken();
    const quint64 revision = m_tools.cache.revision();
    const QByteArray hash = crypto::tokenHash(token);
    const auto entry = std::make_shared<TokenEntry>();
    const auto found = m_tools.read(
        [&](store::Connection &connection) { return readToken(connection, hash, *entry); });
    if (!found)
        return base::fail(found.error());
    entry->expiresAtMs = entry->expiresAt.toMSecsSinceEpoch();
    if (m_maker)
        entry->companion = m_maker(entry->actor);
    m_tools.cache.fill(token, entry, revision);
    noteSeen(*entry);
    return entry;
}

base::Result<> TokenService::readToken(store::Connection &connection, const QByteArray &hash,
                                       TokenEntry &entry)
{
    const QDateTime now = m_tools.now();
    qint64 userId = 0;
    QDateTime seen;
    if (const auto record = store::SessionRepository(connection).findByAccess(hash)) {
        if (record->accessExpiresAt <= now || record->session.expiresAt <= now)
            return noGoodToken();
        userId = record->session.userId;
        entry.actor.sessionId = record->session.id;
        entry.actor.system = record->session.system;
        entry.actor.signedInAt = record->signedInAt;
        entry.actor.enrollmentRequired = record->enrollmentRequired;
        entry.expiresAt = std::min(record->accessExpiresAt, record->session.expiresAt);
        seen = record->session.lastSeenAt.value_or(record->session.createdAt);
    } else {
        const auto key = store::ApiKeyRepository(connection).findByHash(hash);
        if (!key)
            return noGoodToken();
        if (key->revokedAt)
            return base::fail(base::ErrorCode::Unauthenticated, QString(keyRevokedText));
        if (!key->isActive(now))
            return base::fail(base::ErrorCode::Unauthenticated, QString(keyExpiredText));
        userId = key->userId;
        entry.actor.keyId = key->id;
        entry.actor.keyLevel = key->level;
        entry.actor.system = key->system;
        // Nobody types a key: it never stands for a sign-in just now.
        entry.actor.signedInAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
        entry.expiresAt = key->expiresAt.value_or(now.addYears(yearsOfAnEndlessKey));
        seen = key->lastUsedAt.value_or(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    }
    const auto person = store::UserRepository(connection).find(userId, now);
    if (!person || !isUsable(*person, now))
        return noGoodToken();
    entry.actor.userId = person->user.id;
    entry.actor.uid = person->user.uid;
    entry.actor.username = person->user.username;
    entry.actor.statements =
        withinLevel(statementsOf(connection, person->user), entry.actor.keyLevel);
    entry.user = person->user;
    if (person->user.validUntil)
        entry.expiresAt = std::min(entry.expiresAt, *person->user.validUntil);
    entry.seenMinute = seen.toSecsSinceEpoch() / 60;
    return {};
}

std::optional<model::User> TokenService::recallUser(QByteArrayView token)
{
    if (!m_tools.ground.database.isToldOfChanges())
        return std::nullopt;
    const TokenCache::EntryPointer entry = m_tools.cache.find(token);
    return entry ? std::optional(entry->user) : std::nullopt;
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

base::Result<QList<PublicSigningKey>> TokenService::publicKeys()
{
    return m_tools.mint.publicKeys();
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
    case store::Change::What::Key:
        m_tools.cache.forgetKey(change.id);
        break;
    case store::Change::What::Audit:
        m_tools.bell.ring();
        break;
    case store::Change::What::Guess:
        m_tools.addresses.countElsewhere(QHostAddress(change.address));
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
    if (entry.actor.keyId != 0)
        m_seenKeys.insert(entry.actor.keyId, now);
    else
        m_seen.insert(entry.actor.sessionId, now);
}

void TokenService::writeLastSeen()
{
    QHash<qint64, QDateTime> seen;
    QHash<qint64, QDateTime> seenKeys;
    {
        const QMutexLocker locker(&m_seenMutex);
        seen.swap(m_seen);
        seenKeys.swap(m_seenKeys);
    }
    if (seen.isEmpty() && seenKeys.isEmpty())
        return;
    const auto written = m_tools.ground.database.write([&](store::Connection &connection) {
        store::SessionRepository sessions(connection);
        for (auto one = seen.cbegin(); one != seen.cend(); ++one)
            sessions.setLastSeen(one.key(), one.value());
        store::ApiKeyRepository keys(connection);
        for (auto one = seenKeys.cbegin(); one != seenKeys.cend(); ++one)
            keys.setLastUsed(one.key(), one.value());
    });
    if (written)
        return;
    const QMutexLocker locker(&m_seenMutex);
    keepOlder(m_seen, seen);
    keepOlder(m_seenKeys, seenKeys);
}

} // namespace authdesk::server::service
