// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/database.h"

#include "core/base/log.h"
#include "core/server/store/changelistener.h"
#include "core/server/store/connection.h"
#include "core/server/store/filecheck.h"
#include "core/server/store/migrator.h"
#include "core/server/store/transactions.h"

#include <QtCore/QUuid>

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

using EnginePointer = std::shared_ptr<const Engine>;

Result<std::unique_ptr<Connection>> openForWriting(const EnginePointer &engine)
{
    auto connection = Connection::open(engine, Mode::Write);
    if (!connection)
        return connection;
    for (const QString &statement : engine->preparation()) {
        if (const Result<void> done = (*connection)->control(statement); !done)
            return fail(done.error());
    }
    if (const Result<void> done = Migrator(engine->migrations()).migrate(**connection); !done) {
        base::Error error = done.error();
        if (error.code == ErrorCode::DatabaseFailed)
            error.message += u' ' + error.detail; // the operator reads it, at the start
        return fail(std::move(error));
    }
    return connection;
}

Result<std::unique_ptr<Connection>> openForReading(const EnginePointer &engine)
{
    return Connection::open(engine, Mode::Read);
}

} // namespace

class Database::Threads final
{
public:
    Threads(EnginePointer engine, int readers)
        : m_engine(std::move(engine))
        , m_readers(readers)
    {
    }
    Threads(const Threads &) = delete;
    Threads &operator=(const Threads &) = delete;
    ~Threads() { close(); }

    [[nodiscard]] Result<void> start()
    {
        // The writer first: it makes the schema that readers then see.
        Result<void> started = startThread(
            m_writes, openForWriting,
            [this](Connection &connection, const std::vector<JobQueue::TaskPointer> &tasks) {
                if (!std::ranges::all_of(tasks, [](const auto &task) { return task->quiet; }))
                    ++m_writeGroups;
                performWrites(connection, tasks);
            },
            largestGroup);
        for (int i = 0; started && i < std::max(1, m_readers); ++i) {
            started = startThread(
                m_reads, openForReading,
                [](Connection &connection, const std::vector<JobQueue::TaskPointer> &tasks) {
                    performRead(connection, *tasks.front());
                },
                1);
        }
        return started;
    }

    [[nodiscard]] quint64 writeGroups() const { return m_writeGroups.load(); }

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

    /// Puts the job into its queue, where it must outlive what this returns.
    [[nodiscard]] std::future<Outcome> start(Access access, const Job &job,
                                             std::chrono::milliseconds patience)
    {
        const auto task = std::make_shared<Task>();
        task->job = &job;
        std::future<Outcome> done = task->done.get_future();
        task->quiet = access == Access::Poll;
        task->large = access == Access::WriteLarge;
        if (patience > 0ms) {
            task->patientUntil =
                std::chrono::steady_clock::now() + std::min(patience, longestPatience);
        }
        JobQueue &queue = access == Access::Read ? m_reads : m_writes;
        if (!queue.push(task)) {
            task->done.set_value(base::Error{.code = ErrorCode::DatabaseFailed,
                                             .message = u"The database is closed."_s});
        }
        return done;
    }

    [[nodiscard]] static Outcome finish(Access access, std::future<Outcome> &done)
    {
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
                auto connection = open(m_engine);
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
        std::optional<Clock::time_point> restAt = Clock::now() + idleTime;
        bool isAwake = false;
        for (;;) {
            std::optional<std::chrono::milliseconds> idle;
            if (restAt) {
                idle = std::max(
                    0ms, std::chrono::ceil<std::chrono::milliseconds>(*restAt - Clock::now()));
            }
            const auto tasks = queue.take(atOnce, idle);
            if (!tasks)
                return;
            const bool isWork =
                !std::ranges::all_of(*tasks, [](const auto &task) { return task->quiet; });
            if (isWork && !isAwake)
                connection.wake();
            isAwake = isAwake || isWork;
            if (!tasks->empty())
                perform(connection, *tasks);
            if (isWork) {
                restAt = Clock::now() + idleTime;
            } else if (restAt && *restAt <= Clock::now()) {
                connection.rest();
                isAwake = false;
                restAt.reset();
            }
        }
    }

    EnginePointer m_engine;
    int m_readers;
    JobQueue m_writes;
    JobQueue m_reads;
    std::atomic<quint64> m_writeGroups = 0;
    std::mutex m_closing;
    std::vector<std::thread> m_threads; ///< the writer, then the readers
};

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    if (const Result<void> checked = check(options); !checked) {
        if (checked.error().code != ErrorCode::NotFound)
            return fail(checked.error());
        if (options.url.isEmpty()) {
            if (const Result<void> created = createFile(options.file); !created)
                return fail(created.error());
        }
    }
    DatabaseOptions used = options;
    if (used.source.isEmpty())
        used.source = QUuid::createUuid().toString(QUuid::Id128);
    const auto engine = Engine::of(used);
    if (!engine)
        return fail(engine.error());
    auto threads = std::make_unique<Threads>(*engine, options.readers);
    if (const Result<void> started = threads->start(); !started)
        return fail(started.error());
    return std::unique_ptr<Database>(new Database(*engine, used.source, std::move(threads)));
}

Result<void> Database::check(const DatabaseOptions &options)
{
    return options.url.isEmpty() ? checkFile(options.file) : checkServer(options);
}

Database::Database(std::shared_ptr<const Engine> engine, QString source,
                   std::unique_ptr<Threads> threads)
    : m_engine(std::move(engine))
    , m_source(std::move(source))
    , m_threads(std::move(threads))
{
}

Database::~Database() = default;

Result<qint64> Database::dataVersion()
{
    // Asked on the writer's connection, for which its own commits are no change.
    return run(Access::Poll, [](Connection &connection) {
        if (connection.engine().dataVersion().empty())
            return qint64(0);
        Rows rows = connection.select(connection.engine().dataVersion());
        return rows.next() ? rows.integer(0) : 0;
    });
}

void Database::watch(ChangeHandler handler)
{
    m_listener.reset();
    if (handler && m_engine->tellsChanges())
        m_listener = std::make_unique<ChangeListener>(m_engine, m_source, std::move(handler));
}

quint64 Database::writeGroups() const
{
    return m_threads->writeGroups();
}

bool Database::isToldOfChanges() const
{
    return !m_listener || m_listener->isListening();
}

void Database::close()
{
    m_listener.reset();
    m_threads->close();
}

Database::Outcome Database::perform(Access access, const Job &job,
                                    std::chrono::milliseconds patience)
{
    std::future<Outcome> done = m_threads->start(access, job, patience);
    return Threads::finish(access, done);
}

std::vector<Database::Outcome> Database::performEach(const std::vector<Job> &jobs)
{
    std::vector<std::future<Outcome>> started;
    started.reserve(jobs.size());
    for (const Job &job : jobs)
        started.push_back(m_threads->start(Access::Write, job, {}));
    std::vector<Outcome> outcomes;
    outcomes.reserve(jobs.size());
    for (std::future<Outcome> &done : started)
        outcomes.push_back(Threads::finish(Access::Write, done));
    return outcomes;
}

} // namespace authdesk::server::store
