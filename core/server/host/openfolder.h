// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A data folder opened: database, hashing, keys and the services over them. What a running server
// and a rescue command have in common. Members are thread-safe; made and ended by one thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/telemetry.h"
#include "core/server/crypto/auditseal.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/sealer.h"
#include "core/server/service/services.h"
#include "core/server/store/database.h"

#include <memory>
#include <optional>

namespace authdesk::server::host {

class OpenFolder final
{
public:
    enum class Purpose {
        Serve,     ///< the master key is needed, and made at the very first start
        Rescue,    ///< works without the master key; the folder must hold a server
        FirstUser, ///< as Rescue, but a folder that holds nothing yet becomes a server's
    };
    struct Options
    {
        QString folder;
        Purpose purpose = Purpose::Serve;
        base::Secret databaseUrl = {}; ///< empty: SQLite in the folder
        base::Secret masterKey = {};   ///< empty: the folder's own
        service::Options service = {};
        crypto::HashParameters hashing = {};
        int readers = 1;                      ///< of the database, at the same time
        bool mapsFile = false;                ///< as DatabaseOptions has it
        const base::Clock *clock = nullptr;   ///< outlives the folder; null: the system's
        base::Telemetry *telemetry = nullptr; ///< outlives the folder; null: nobody counts
    };

    /// FolderNotWritable, DiskFull, NotFound (no server in the folder), DatabaseNewer,
    /// DatabaseDamaged, DatabaseFailed, MasterKeyMissing, MasterKeyWrong, FileFailed.
    [[nodiscard]] static base::Result<std::unique_ptr<OpenFolder>> open(const Options &options);

    OpenFolder(const OpenFolder &) = delete;
    OpenFolder &operator=(const OpenFolder &) = delete;
    ~OpenFolder();

    [[nodiscard]] service::Services &services() { return *m_services; }
    [[nodiscard]] store::Database &database() { return *m_database; }
    [[nodiscard]] const crypto::PasswordHasher &hasher() const { return m_hasher; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }

private:
    explicit OpenFolder(const Options &options);

    base::SystemClock m_systemClock;
    const base::Clock &m_clock;
    base::SystemRandom m_random;
    crypto::PasswordHasher m_hasher;
    std::unique_ptr<store::Database> m_database;
    std::optional<crypto::Sealer> m_sealer;
    std::optional<crypto::AuditSeal> m_seal;
    std::unique_ptr<service::Services> m_services;
};

} // namespace authdesk::server::host
