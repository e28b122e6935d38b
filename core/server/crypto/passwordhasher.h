// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hashes passwords by argon2id (RFC 9106), and checks these and what came from other systems, on
// threads of its own: as many as cores, lowered in priority so that a flood of sign-ins leaves the
// rest its time, with a bounded queue so that it cannot exhaust memory. A thread keeps the memory
// of a hash for the next one, and gives it back when a second passes without. Every call blocks its
// caller until the hash is done; call from pool threads, never from an event loop. Thread-safe.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QHash>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace authdesk::server::crypto {

/// One lane always. The default is OWASP's minimum.
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
    /// False for a wrong password and for a string that is no hash (passwordformat.h). The password
    /// is tried as typed, which other systems hash, and normalised. Busy.
    [[nodiscard]] base::Result<bool> verify(const base::Secret &password, const QByteArray &hash);
    /// The same work as verify(), for a name that nobody has; never true. Busy.
    [[nodiscard]] base::Result<bool> verifyDummy(const base::Secret &password);

    using Duration = std::chrono::steady_clock::duration;
    struct Check
    {
        bool isRight = false;
        int tries = 1;   ///< two where normalising changes what was typed
        Duration took{}; ///< all tries, without waiting for a thread
    };
    /// As verify(), or as verifyDummy() for an empty hash.
    [[nodiscard]] base::Result<Check> check(const base::Secret &password, const QByteArray &hash);
    /// How long one try takes here of whichever is slower, our own form or `hash`, which may be
    /// empty or sameWork() of one. The first call for a form computes one; later checks correct it.
    [[nodiscard]] base::Result<Duration> slower(const QByteArray &hash);
    /// Whether a hash is of another form or has other parameters than these.
    [[nodiscard]] bool needsRehash(const QByteArray &hash) const;
    /// How every hash begins that has these parameters.
    [[nodiscard]] QByteArray ownBeginning() const;
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
    [[nodiscard]] base::Result<Duration> usualTime(const QByteArray &work);
    [[nodiscard]] base::Result<QByteArray> digestOf(const base::Secret &text,
                                                    const QByteArray &salt, const QString &failure);
    [[nodiscard]] QByteArray encoded(const QByteArray &salt, const QByteArray &digest) const;
    void remember(const QByteArray &work, Duration took);

    HashParameters m_parameters;
    std::atomic<quint64> m_count = 0;
    std::unique_ptr<Pool> m_pool;
    QByteArray m_dummyHash;
    QByteArray m_ownWork; ///< sameWork() of our own form
    std::mutex m_timesMutex;
    QHash<QByteArray, Duration> m_times; ///< by sameWork(): moving averages
};

} // namespace authdesk::server::crypto
