// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/database.h"

#include "core/base/log.h"
#include "core/server/store/connection.h"
#include "core/server/store/filecheck.h"
#include "core/server/store/migrator.h"
#include "core/server/store/transactions.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <chrono>
#include <thread>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t largestGroup = 256;
constexpr std::chrono::milliseconds longestPatience = 50ms;
/// After this long without work a connection gives its memory back.
constexpr auto idleTime = 3s;

Result<std::unique_ptr<Connection>> openForWriting(const DatabaseOptions &options)
{
    auto connection =
        Connection::open(options.file, Connection::Mode::Write, options.busyTimeoutMs);
    if (!connection)
        return connection;
    if (const Result<void> done = (*connection)->control(u"PRAGMA journal_mode = WAL"_s); !done)
        return fail(done.error());
    if (const Result<void> done = Migrator().migrate(**connection, options.file); !done)
        return fail(done.error());
    return connection;
}

Result<std::unique_ptr<Connection>> openForReading(const DatabaseOptions &options)
{
    return Connection::open(options.file, Connection::Mode::Read, options.busyTimeoutMs);
}

} // namespace

class Database::Engine final
{
public:
    explicit Engine(DatabaseOptions options)
        : m_options(std::move(options))
    {
    }
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    ~Engine() { close(); }

    [[nodiscard]] Result<void> start()
    {
        // The writer first: it makes the schema that readers then see.
        Result<void> started = startThread(m_writes, openForWriting, performWrites, largestGroup);
        for (int i = 0; started && i < std::max(1, m_options.readers); ++i) {
            started = startThread(
                m_reads, openForReading,
                [](Connection &connection, const std::vector<JobQueue::TaskPointer> &tasks) {
                    performRead(connection, *tasks.front());
                },
                1);
        }
        return started;
    }

    void close()
    {
        const std::lock_guard lock(m_closing);
        // Readers go first: the writer must be last, because only it can fold the log into the
        // file.
        m_reads.close();
        while (m_threads.size() > 1)
            joinLast();
        m_writes.close();
        if (!m_threads.empty())
            joinLast();
    }

    [[nodiscard]] Outcome perform(Access access, const Job &job, std::chrono::milliseconds patience)
    {
        const auto task = std::make_shared<Task>();
        task->job = &job;
        std::future<Outcome> done = task->done.get_future();
        task->quiet = access == Access::Poll;
        if (patience > 0ms) {
            task->patientUntil =
                std::chrono::steady_clock::now() + std::min(patience, longestPatience);
        }
        JobQueue &queue = access == Access::Read ? m_reads : m_writes;
        if (!queue.push(task)) {
            return base::Error{.code = ErrorCode::DatabaseFailed,
                               .message = u"The database is closed."_s};
        }
        Outcome outcome = done.get();
        // A poll comes again in half a second.
        if (outcome && access != Access::Poll && isOurGround(outcome->code))
            qCWarning(base::logStore).noquote() << outcome->message << outcome->detail;
        return outcome;
    }

private:
    /// What the operator must hear of, and not only whoever asked.
    [[nodiscard]] static bool isOurGround(ErrorCode code)
    {
        return code == ErrorCode::DatabaseFailed || code == ErrorCode::DatabaseDamaged
               || code == ErrorCode::DiskFull || code == ErrorCode::FolderNotWritable;
    }

    void joinLast()
    {
        m_threads.back().join();
        m_threads.pop_back();
    }

    template <typename Open, typename Perform>
    Result<void> startThread(JobQueue &queue, Open open, Perform perform, std::size_t atOnce)
    {
        std::promise<Result<void>> opened;
        std::future<Result<void>> result = opened.get_future();
        m_threads.emplace_back(
            [this, &queue, open, perform, atOnce, opened = std::move(opened)]() mutable {
                auto connection = open(m_options);
                if (!connection) {
                    opened.set_value(fail(connection.error()));
                    return;
                }
                opened.set_value({});
                serve(**connection, queue, perform, atOnce);
            });
        return result.get();
    }

    template <typename Perform>
    static void serve(Connection &connection, JobQueue &queue, Perform perform, std::size_t atOnce)
    {
        using Clock = std::chrono::steady_clock;
        std::optional<Clock::time_point> shrinkAt = Clock::now() + idleTime;
        for (;;) {
            std::optional<std::chrono::milliseconds> idle;
            if (shrinkAt) {
                idle = std::max(
                    0ms, std::chrono::ceil<std::chrono::milliseconds>(*shrinkAt - Clock::now()));
            }
            const auto tasks = queue.take(atOnce, idle);
            if (!tasks)
                return;
            if (!tasks->empty())
                perform(connection, *tasks);
            if (!std::ranges::all_of(*tasks, [](const auto &task) { return task->quiet; })) {
                shrinkAt = Clock::now() + idleTime;
            } else if (shrinkAt && *shrinkAt <= Clock::now()) {
                (void)connection.control(u"PRAGMA shrink_memory"_s);
                shrinkAt.reset();
            }
        }
    }

    DatabaseOptions m_options;
    JobQueue m_writes;
    JobQueue m_reads;
    std::mutex m_closing;
    std::vector<std::thread> m_threads; ///< the writer, then the readers
};

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    if (const Result<void> checked = check(options.file); !checked) {
        if (checked.error().code != ErrorCode::NotFound)
            return fail(checked.error());
        if (const Result<void> created = createFile(options.file); !created)
            return fail(created.error());
    }
    auto engine = std::make_unique<Engine>(options);
    if (const Result<void> started = engine->start(); !started)
        return fail(started.error());
    return std::unique_ptr<Database>(new Database(std::move(engine)));
}

Result<void> Database::check(const QString &file)
{
    return checkFile(file);
}

Database::Database(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

Database::~Database() = default;

Result<qint64> Database::dataVersion()
{
    // Asked on the writer's connection, for which its own commits are no change.
    return run(Access::Poll, [](Connection &connection) {
        Rows rows = connection.select("PRAGMA data_version");
        return rows.next() ? rows.integer(0) : 0;
    });
}

void Database::close()
{
    m_engine->close();
}

Database::Outcome Database::perform(Access access, const Job &job,
                                    std::chrono::milliseconds patience)
{
    return m_engine->perform(access, job, patience);
}

} // namespace authdesk::server::store
