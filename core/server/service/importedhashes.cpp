// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/importedhashes.h"

#include "core/server/crypto/passwordformat.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/settingsrepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

namespace {

/// The facts: sameWork() of the slowest, and a text that is another after every import.
constexpr QLatin1StringView slowestHashFact{"slowest_password_hash"};
constexpr QLatin1StringView lastImportFact{"last_hash_import"};

QByteArray factOf(store::Connection &connection, QLatin1StringView name)
{
    return store::SettingsRepository(connection).findFact(QString(name)).value_or(QByteArray());
}

} // namespace

QByteArray slowestImportedHash(store::Connection &connection)
{
    return factOf(connection, slowestHashFact);
}

void SlowestHash::note(const crypto::PasswordHasher &hasher, const QByteArray &hash)
{
    if (hash.isEmpty() || !hasher.needsRehash(hash))
        return;
    const auto format = crypto::parsePasswordHash(hash);
    const quint64 time = format ? crypto::usualMicroseconds(*format) : 0;
    if (!format || (time <= m_time && !m_work.isEmpty()))
        return;
    m_time = time;
    m_work = crypto::sameWork(*format);
}

void SlowestHash::store(store::Connection &connection, Toolbox &tools) const
{
    if (m_work.isEmpty())
        return;
    store::SettingsRepository settings(connection);
    settings.setFact(QString(lastImportFact), crypto::newUid(tools.ground.random).toLatin1());
    const auto stored = crypto::parsePasswordHash(slowestImportedHash(connection));
    if (!stored || crypto::usualMicroseconds(*stored) < m_time)
        settings.setFact(QString(slowestHashFact), m_work);
}

void ImportedHashes::forgetWhereNoneIsLeft()
{
    struct Seen
    {
        bool isNoneLeft = false;
        QByteArray import;
    };
    // What cannot be read or written now is looked at again by the next call; until then refusals
    // wait in vain, which tells nothing.
    const auto seen = m_tools.read([this](store::Connection &connection) -> Seen {
        if (slowestImportedHash(connection).isEmpty())
            return {};
        store::UserRepository users(connection);
        const QByteArray ours = m_tools.ground.hasher.ownBeginning();
        auto other = users.findOtherHash(ours, m_seenAt);
        if (!other && m_seenAt > 0)
            other = users.findOtherHash(ours, 0);
        m_seenAt = other.value_or(0);
        return {.isNoneLeft = !other, .import = factOf(connection, lastImportFact)};
    });
    if (!seen || !seen->isNoneLeft)
        return;
    [[maybe_unused]] const auto forgotten = m_tools.write([&](store::Connection &connection) {
        // Others may have come in since.
        if (factOf(connection, lastImportFact) != seen->import)
            return;
        store::SettingsRepository settings(connection);
        settings.removeFact(QString(slowestHashFact));
        settings.removeFact(QString(lastImportFact));
    });
}

} // namespace authdesk::server::service
