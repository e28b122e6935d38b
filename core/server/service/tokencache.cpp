// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/tokencache.h"

#include <QtCore/QReadLocker>
#include <QtCore/QWriteLocker>

namespace authdesk::server::service {

namespace {

// Beyond this many tokens everything is forgotten: a flood of sign-ins must not fill the memory,
// and whoever is still there is read again once.
constexpr size_t mostTokens = 200'000;

} // namespace

TokenCache::TokenCache(base::Random &random)
    : m_keyer(random)
{
}

TokenCache::EntryPointer TokenCache::find(QByteArrayView token) const
{
    const Key key = m_keyer(token);
    const QReadLocker locker(&m_lock);
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second;
}

void TokenCache::fill(QByteArrayView token, EntryPointer entry, quint64 revision)
{
    const Key key = m_keyer(token);
    const QWriteLocker locker(&m_lock);
    if (m_revision.load() != revision)
        return;
    if (m_entries.size() >= mostTokens)
        m_entries.clear();
    m_entries.insert_or_assign(key, std::move(entry));
}

QByteArray TokenCache::body(qint64 userId, QLatin1StringView system) const
{
    const QReadLocker locker(&m_lock);
    const auto found = m_bodies.constFind(userId);
    return found == m_bodies.cend() ? QByteArray() : found->value(system);
}

void TokenCache::fillBody(qint64 userId, QLatin1StringView system, QByteArray body,
                          quint64 revision)
{
    const QWriteLocker locker(&m_lock);
    if (m_revision.load() != revision)
        return;
    if (m_bodies.size() >= qsizetype(mostTokens))
        m_bodies.clear();
    m_bodies[userId].insert(system, std::move(body));
}

void TokenCache::forgetSession(qint64 sessionId)
{
    const QWriteLocker locker(&m_lock);
    ++m_revision;
    std::erase_if(m_entries,
                  [&](const auto &pair) { return pair.second->actor.sessionId == sessionId; });
}

void TokenCache::forgetKey(qint64 keyId)
{
    const QWriteLocker locker(&m_lock);
    ++m_revision;
    std::erase_if(m_entries, [&](const auto &pair) { return pair.second->actor.keyId == keyId; });
}

void TokenCache::forgetUser(qint64 userId)
{
    const QWriteLocker locker(&m_lock);
    ++m_revision;
    std::erase_if(m_entries, [&](const auto &pair) { return pair.second->actor.userId == userId; });
    m_bodies.remove(userId);
}

void TokenCache::clear()
{
    const QWriteLocker locker(&m_lock);
    ++m_revision;
    m_entries.clear();
    m_bodies.clear();
}

} // namespace authdesk::server::service
