// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hashes and checks passwords by argon2id (RFC 9106) on threads of its own: as many as cores,
// lowered in priority so that a flood of sign-ins leaves the rest its time, with a bounded queue so
// that it cannot exhaust memory. Every call blocks its caller until the hash is done; call from
// pool threads, never from an event loop. Thread-safe.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace authdesk::server::crypto {

/// One lane always: libsodium's argon2id knows no other. The default is OWASP's minimum.
struct HashParameters
{
    quint64 memoryKiB = 19 * 1024; ///< at least 8
    quint64 passes = 2;            ///< at least 1

    bool operator==(const HashParameters &) const = default;
};

class PasswordHasher final
{
public:
    struct Limits
    {
        int threads = 0;       ///< 0: as many as cores
        int mostWaiting = 256; ///< beyond that a call is refused as Busy
    };

    explicit PasswordHasher(HashParameters parameters = {});
    PasswordHasher(HashParameters parameters, Limits limits);
    PasswordHasher(const PasswordHasher &) = delete;
    PasswordHasher &operator=(const PasswordHasher &) = delete;
    /// Finishes what is queued.
    ~PasswordHasher();

    /// The PHC string, `$argon2id$v=19$m=…`. The password is normalised (NFKC) first. Busy.
    [[nodiscard]] base::Result<QByteArray> hash(const base::Secret &password);
    /// False for a wrong password and for a string that is no argon2 hash. Busy.
    [[nodiscard]] base::Result<bool> verify(const base::Secret &password, const QByteArray &phc);
    /// The same work as verify(), for a name that nobody has; never true. Busy.
    [[nodiscard]] base::Result<bool> verifyDummy(const base::Secret &password);
    /// Whether a hash was made with weaker parameters than these.
    [[nodiscard]] bool needsRehash(const QByteArray &phc) const;
    /// 32 raw bytes under a salt of 16, for codes that share one salt. Busy.
    [[nodiscard]] base::Result<QByteArray> hashWithSalt(const base::Secret &text,
                                                        const QByteArray &salt);

    /// How many hashes were computed so far: what "equal work" is tested by.
    [[nodiscard]] quint64 count() const { return m_count.load(); }
    [[nodiscard]] int threadCount() const;
    /// For how long the threads have enough to do without another call; 0 while fewer wait than
    /// there are threads.
    [[nodiscard]] std::chrono::milliseconds backlog() const;
    /// How many hashes wait for a thread now, and how long all of them waited so far.
    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::chrono::duration<double> waited() const;

private:
    class Pool;

    [[nodiscard]] base::Result<void> run(const std::function<void()> &work);

    HashParameters m_parameters;
    std::atomic<quint64> m_count = 0;
    std::unique_ptr<Pool> m_pool;
    QByteArray m_dummyHash;
};

} // namespace authdesk::server::crypto
