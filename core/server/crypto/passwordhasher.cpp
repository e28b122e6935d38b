// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/passwordhasher.h"

#include "core/base/passwordtext.h"
#include "core/server/crypto/argon2.h"
#include "core/server/crypto/passwordformat.h"
#include "core/server/crypto/sodium.h"

#include <sodium.h>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

namespace {

constexpr qsizetype saltSize = 16;
constexpr qsizetype digestSize = 32;

/// Qt's thread priorities do nothing under Linux's normal scheduler; niceness per thread does.
void lowerThisThread()
{
#ifdef Q_OS_LINUX
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), niceness);
#endif
}

} // namespace

class PasswordHasher::Pool final
{
public:
    explicit Pool(Limits limits)
        : m_mostWaiting(std::size_t(limits.mostWaiting))
    {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const unsigned count = limits.threads > 0 ? unsigned(limits.threads) : cores;
        for (unsigned i = 0; i < count; ++i)
            m_threads.emplace_back([this] { serve(); });
    }
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;
    ~Pool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_queued.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    /// Blocks until the work is done; false when too many wait already.
    [[nodiscard]] bool run(const std::function<void()> &work)
    {
        Job job{.work = &work};
        std::unique_lock lock(m_mutex);
        if (m_jobs.size() >= m_mostWaiting)
            return false;
        m_jobs.push_back(&job);
        m_queued.notify_one();
        job.finished.wait(lock, [&job] { return job.isDone; });
        return true;
    }

    [[nodiscard]] int threadCount() const { return int(m_threads.size()); }
    [[nodiscard]] std::chrono::milliseconds backlog() const
    {
        const std::lock_guard lock(m_mutex);
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            m_usualTime * (m_jobs.size() / m_threads.size()));
    }
    [[nodiscard]] std::size_t waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_jobs.size();
    }
    [[nodiscard]] std::chrono::duration<double> waited() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waited;
    }

private:
    using Clock = std::chrono::steady_clock;

    struct Job
    {
        const std::function<void()> *work;
        std::condition_variable finished = {};
        bool isDone = false;
        Clock::time_point queuedAt = Clock::now();
    };

    void waitForJob(std::unique_lock<std::mutex> &lock)
    {
        const auto hasSomething = [this] { return m_ending || !m_jobs.empty(); };
        if (m_queued.wait_for(lock, std::chrono::seconds(1), hasSomething))
            return;
        lock.unlock();
        releaseArgon2Memory();
        lock.lock();
        m_queued.wait(lock, hasSomething);
    }

    void serve()
    {
        lowerThisThread();
        std::unique_lock lock(m_mutex);
        for (;;) {
            waitForJob(lock);
            if (m_jobs.empty())
                return;
            Job *const job = m_jobs.front();
            m_jobs.pop_front();
            lock.unlock();
            const auto began = Clock::now();
            const Clock::duration waited = began - job->queuedAt;
            (*job->work)();
            const Clock::duration took = Clock::now() - began;
            lock.lock();
            m_waited += waited;
            m_usualTime = m_usualTime == Clock::duration() ? took : (7 * m_usualTime + took) / 8;
            // Under the lock: the job lives on its caller's stack and is gone once the caller
            // wakes.
            job->isDone = true;
            job->finished.notify_one();
        }
    }

    std::size_t m_mostWaiting;
    mutable std::mutex m_mutex;
    std::condition_variable m_queued;
    std::deque<Job *> m_jobs;
    Clock::duration m_usualTime{}; ///< that a job takes; a moving average
    Clock::duration m_waited{};    ///< all jobs together
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

PasswordHasher::PasswordHasher(HashParameters parameters)
    : PasswordHasher(parameters, Limits{})
{
}

PasswordHasher::PasswordHasher(HashParameters parameters, Limits limits)
    : m_parameters(parameters)
{
    ensureSodium();
    m_pool = std::make_unique<Pool>(limits);
    // A well-formed hash whose password nobody knows: a verify against it costs what any verify
    // costs, without a hash being computed at every start.
    QByteArray salt(saltSize, '\0');
    QByteArray digest(digestSize, '\0');
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    randombytes_buf(digest.data(), std::size_t(digest.size()));
    m_dummyHash = encoded(salt, digest);
    m_ownWork = sameWork(*parsePasswordHash(m_dummyHash));
}

PasswordHasher::~PasswordHasher() = default;

int PasswordHasher::threadCount() const
{
    return m_pool->threadCount();
}

std::chrono::milliseconds PasswordHasher::backlog() const
{
    return m_pool->backlog();
}

std::size_t PasswordHasher::waiting() const
{
    return m_pool->waiting();
}

std::chrono::duration<double> PasswordHasher::waited() const
{
    return m_pool->waited();
}

Result<void> PasswordHasher::run(const std::function<void()> &work)
{
    if (!m_pool->run(work)) {
        base::Error busy{.code = ErrorCode::Busy,
                         .message = u"Too many sign-ins at once. Try again in a moment."_s};
        busy.retryAfterSeconds = 1;
        return fail(std::move(busy));
    }
    ++m_count;
    return {};
}

Result<QByteArray> PasswordHasher::hash(const Secret &password)
{
    const Secret text = base::normalisedPassword(password);
    QByteArray salt(saltSize, '\0');
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    const Result<QByteArray> digest = digestOf(text, salt, u"The password could not be stored."_s);
    if (!digest)
        return digest;
    return encoded(salt, *digest);
}

Result<bool> PasswordHasher::verify(const Secret &password, const QByteArray &hash)
{
    if (hash.isEmpty())
        return false;
    const auto checked = check(password, hash);
    if (!checked)
        return fail(checked.error());
    return checked->isRight;
}

Result<bool> PasswordHasher::verifyDummy(const Secret &password)
{
    const auto checked = check(password, {});
    if (!checked)
        return fail(checked.error());
    return false;
}

Result<PasswordHasher::Check> PasswordHasher::check(const Secret &password, const QByteArray &hash)
{
    const auto format = parsePasswordHash(hash.isEmpty() ? m_dummyHash : hash);
    if (!format)
        return Check();
    const Secret text = base::normalisedPassword(password);
    Check check;
    const auto ran = run([&] {
        const auto began = std::chrono::steady_clock::now();
        check.isRight = isPasswordOf(*format, password.view());
        // The second try is made whatever came of the first: its time must tell nothing.
        if (!(text == password)) {
            check.isRight |= isPasswordOf(*format, text.view());
            ++check.tries;
        }
        check.took = std::chrono::steady_clock::now() - began;
    });
    if (!ran)
        return fail(ran.error());
    remember(sameWork(*format), check.took / check.tries);
    check.isRight = check.isRight && !hash.isEmpty();
    return check;
}

Result<PasswordHasher::Duration> PasswordHasher::slower(const QByteArray &hash)
{
    const auto own = usualTime(m_ownWork);
    if (!own || hash.isEmpty())
        return own;
    const auto other = usualTime(hash);
    return other ? std::max(*own, *other) : other;
}

Result<PasswordHasher::Duration> PasswordHasher::usualTime(const QByteArray &work)
{
    {
        const std::lock_guard lock(m_timesMutex);
        if (const auto known = m_times.constFind(work); known != m_times.cend())
            return *known;
    }
    const auto format = parsePasswordHash(work);
    if (!format)
        return Duration();
    Duration took{};
    const auto ran = run([&] {
        const auto began = std::chrono::steady_clock::now();
        static_cast<void>(isPasswordOf(*format, "a password of nobody"));
        took = std::chrono::steady_clock::now() - began;
    });
    if (!ran)
        return fail(ran.error());
    remember(work, took);
    return took;
}

void PasswordHasher::remember(const QByteArray &work, Duration took)
{
    constexpr int weight = 7;
    // What is imported on purpose in many forms must not fill the memory.
    constexpr qsizetype mostForms = 64;
    const std::lock_guard lock(m_timesMutex);
    const auto known = m_times.find(work);
    if (known != m_times.end())
        *known = (weight * *known + took) / (weight + 1);
    else if (m_times.size() < mostForms)
        m_times.insert(work, took);
}

QByteArray PasswordHasher::ownBeginning() const
{
    return "$argon2id$v=19$m=" + QByteArray::number(m_parameters.memoryKiB)
           + ",t=" + QByteArray::number(m_parameters.passes) + ",p=";
}

bool PasswordHasher::needsRehash(const QByteArray &hash) const
{
    const auto format = hash.startsWith("$argon2id$") ? parsePasswordHash(hash) : std::nullopt;
    return !format || sameWork(*format) != m_ownWork;
}

Result<QByteArray> PasswordHasher::hashWithSalt(const Secret &text, const QByteArray &salt)
{
    Q_ASSERT(salt.size() == saltSize);
    return digestOf(text, salt, u"The code could not be checked."_s);
}

Result<QByteArray> PasswordHasher::digestOf(const Secret &text, const QByteArray &salt,
                                            const QString &failure)
{
    const Argon2Work work{.memoryKiB = m_parameters.memoryKiB, .passes = m_parameters.passes};
    QByteArray digest(digestSize, '\0');
    bool isComputed = false;
    const auto ran = run([&] { isComputed = computeArgon2(work, text.view(), salt, digest); });
    if (!ran)
        return fail(ran.error());
    if (!isComputed)
        return fail(ErrorCode::Internal, failure, u"argon2id failed: not enough memory"_s);
    return digest;
}

QByteArray PasswordHasher::encoded(const QByteArray &salt, const QByteArray &digest) const
{
    return ownBeginning() + "1$" + salt.toBase64(QByteArray::OmitTrailingEquals) + '$'
           + digest.toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace authdesk::server::crypto
