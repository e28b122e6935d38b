// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The database of one server: a writer thread that commits groups of jobs, reader threads, and the
// schema brought up to date on opening. Calls block until done; any thread but the database's own,
// so a function given to read() or write() never calls either.
#pragma once

#include "core/base/result.h"
#include "core/server/store/change.h"
#include "core/server/store/databaseoptions.h"

#include <QtCore/QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace authdesk::server::store {

class ChangeListener;
class Connection;
class Engine;

namespace detail {

template <typename T>
struct Unwrapped
{
    using Value = T;
};

template <typename T>
struct Unwrapped<base::Result<T>>
{
    using Value = T;
};

} // namespace detail

class Database final
{
public:
    /// Opens and migrates. FolderNotWritable, DiskFull, DatabaseNewer, DatabaseDamaged (also for a
    /// file that is not ours), DatabaseFailed; InvalidFields (an address that cannot be read) and
    /// Busy (nobody answers there). What is refused stays as it was.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>>
    open(const DatabaseOptions &options);
    /// Whether open() would accept it, changing nothing: NotFound where there is none or it is
    /// empty, else the errors of open().
    [[nodiscard]] static base::Result<void> check(const DatabaseOptions &options);

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    /// As close().
    ~Database();

    /// Runs `function(Connection &)` on one consistent state of the data. It returns T or
    /// Result<T>; a statement that failed inside makes this return that error, whatever the
    /// function made of it.
    template <typename Function>
    [[nodiscard]] auto read(Function &&function)
    {
        return run(Access::Read, std::forward<Function>(function));
    }

    /// Runs `function(Connection &)`, and returns after its changes are safely on disk. An Error
    /// that it returns, or a statement that failed inside, undoes all its changes and no other's.
    /// Writes never overlap: what one reads cannot change before it is committed.
    template <typename Function>
    [[nodiscard]] auto write(Function &&function)
    {
        ++m_writes;
        return run(Access::Write, std::forward<Function>(function));
    }
    /// As write(), for callers that have time: the changes may lie for so long, at most a twentieth
    /// of a second, so that others share their commit.
    template <typename Function>
    [[nodiscard]] auto write(std::chrono::milliseconds patience, Function &&function)
    {
        ++m_writes;
        return run(Access::Write, std::forward<Function>(function), patience);
    }
    /// As write(), for thousands of rows: in a transaction that nothing else is in.
    template <typename Function>
    [[nodiscard]] auto writeLarge(Function &&function)
    {
        ++m_writes;
        return run(Access::WriteLarge, std::forward<Function>(function));
    }
    /// As write() for each i from 0 to `count` - 1 in this order, with `function(Connection &, i)`:
    /// each undone alone where it fails. They share commits; returns when the last is safe on disk.
    template <typename Function>
    [[nodiscard]] auto writeEach(int count, Function &&function)
    {
        using Returned = std::invoke_result_t<Function &, Connection &, int>;
        using Value = typename detail::Unwrapped<Returned>::Value;
        std::vector<base::Result<Value>> results(
            std::size_t(count), base::Result<Value>(base::fail(base::ErrorCode::DatabaseFailed)));
        std::vector<Job> jobs;
        for (int i = 0; i < count; ++i) {
            jobs.push_back(jobOf([&function, i](Connection &one) { return function(one, i); },
                                 results[std::size_t(i)]));
        }
        m_writes += quint64(count);
        std::vector<Outcome> failures = performEach(jobs);
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (failures[i])
                results[i] = base::fail(*std::move(failures[i]));
        }
        return results;
    }
    /// How many times something was written. Equal answers must cost equally many.
    [[nodiscard]] quint64 writes() const { return m_writes.load(); }
    /// How many groups were made of them; a group shares a commit.
    [[nodiscard]] quint64 writeGroups() const;

    /// A number that changes when another program changed the data; not by this one's own writes.
    /// On PostgreSQL it never does: there, changes are told.
    [[nodiscard]] base::Result<qint64> dataVersion();

    /// From now on `handler` is called, on a thread of the database's, for what other programs
    /// change; empty: no longer, and it is not running any more when this returns. PostgreSQL only:
    /// a file's changes are seen by dataVersion().
    void watch(ChangeHandler handler);
    /// Whether what others change is told. False: it may have been missed, and what was read before
    /// is not to be trusted; Everything is told before this is true again.
    [[nodiscard]] bool isToldOfChanges() const;

    /// Finishes what is queued and closes the file. Later calls get DatabaseFailed.
    void close();

private:
    enum class Access { Read, Write, WriteLarge, Poll };
    /// What a job came to; nullopt is success.
    using Outcome = std::optional<base::Error>;
    using Job = std::function<Outcome(Connection &)>;
    class Threads;

    Database(std::shared_ptr<const Engine> engine, QString source,
             std::unique_ptr<Threads> threads);

    template <typename Function>
    auto run(Access access, Function &&function, std::chrono::milliseconds patience = {})
    {
        using Returned = std::invoke_result_t<Function &, Connection &>;
        using Value = typename detail::Unwrapped<Returned>::Value;
        base::Result<Value> result = base::fail(base::ErrorCode::DatabaseFailed);
        const Job job = jobOf([&function](Connection &one) { return function(one); }, result);
        if (Outcome failure = perform(access, job, patience))
            result = base::fail(*std::move(failure));
        return result;
    }

    /// Leaves what `function` returned in `result`, which outlives the job.
    template <typename Function, typename Value>
    static Job jobOf(Function function, base::Result<Value> &result)
    {
        return [function, &result](Connection &connection) -> Outcome {
            if constexpr (std::is_void_v<std::invoke_result_t<const Function &, Connection &>>) {
                function(connection);
                result = base::Result<void>();
            } else {
                result = function(connection);
            }
            if (result)
                return std::nullopt;
            return result.error();
        };
    }

    /// Blocks until the job is done and, for a write, committed.
    [[nodiscard]] Outcome perform(Access access, const Job &job,
                                  std::chrono::milliseconds patience);
    /// The same for many writes, in their order.
    [[nodiscard]] std::vector<Outcome> performEach(const std::vector<Job> &jobs);

    std::shared_ptr<const Engine> m_engine;
    QString m_source;
    std::unique_ptr<Threads> m_threads;
    std::unique_ptr<ChangeListener> m_listener; ///< null for a file, and until watch()
    std::atomic<quint64> m_writes = 0;
};

} // namespace authdesk::server::store
