// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hashes that came from other systems and may take longer to check than ours: as long as one is
// there, a refused sign-in waits as long as the slowest would take, so that its time does not tell
// who has which. Inside this room only.
#pragma once

#include <QtCore/QByteArray>

namespace authdesk::server::crypto {
class PasswordHasher;
}
namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

/// sameWork() of the slowest that was imported; empty: none is left. Within a read or a write.
[[nodiscard]] QByteArray slowestImportedHash(store::Connection &connection);

/// Of one import.
class SlowestHash final
{
public:
    /// A hash that is taken over. One of our own form does not count.
    void note(const crypto::PasswordHasher &hasher, const QByteArray &hash);
    /// Within the write that holds the people.
    void store(store::Connection &connection, Toolbox &tools) const;

private:
    QByteArray m_work;
    quint64 m_time = 0;
};

/// One thread at a time; blocks.
class ImportedHashes final
{
public:
    explicit ImportedHashes(Toolbox &tools)
        : m_tools(tools)
    {
    }

    /// Each that signs in gets a hash of our own: after the last one nothing waits any more.
    void forgetWhereNoneIsLeft();

private:
    Toolbox &m_tools;
    qint64 m_seenAt = 0; ///< whose hash was one the last time; looked at first
};

} // namespace authdesk::server::service
