// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/transactions.h"

#include "core/server/store/connection.h"

#include <algorithm>
#include <span>

namespace authdesk::server::store {

namespace {

Outcome outcomeOf(base::Result<void> result)
{
    return result ? std::nullopt : Outcome(std::move(result).error());
}

/// A statement of the transaction itself.
Outcome perform(Connection &connection, std::string_view sql)
{
    return outcomeOf(connection.transact(sql));
}

/// A statement's failure goes before whatever the job made of it.
Outcome runJob(Connection &connection, const Task &task)
{
    Outcome outcome = (*task.job)(connection);
    if (Outcome failure = connection.takeFailure())
        return failure;
    return outcome;
}

struct GroupResult
{
    std::vector<Outcome> outcomes; ///< of the jobs that ran
    Outcome lost;                  ///< why the transaction as a whole is gone
};

using Group = std::span<const JobQueue::TaskPointer>;

GroupResult runGroup(Connection &connection, Group tasks)
{
    GroupResult result;
    if (tasks.size() == 1) {
        // Alone it is undone with the transaction. Inside a savepoint SQLite keeps how every page
        // was before, which makes each of many statements dearer than the one before it.
        result.outcomes.push_back(runJob(connection, *tasks.front()));
        result.lost = result.outcomes.front();
        return result;
    }
    for (const JobQueue::TaskPointer &task : tasks) {
        result.lost = perform(connection, "SAVEPOINT job");
        if (result.lost)
            return result;
        const Outcome outcome = runJob(connection, *task);
        result.outcomes.push_back(outcome);
        // A full disk may have made SQLite roll everything back: then there is no such savepoint.
        if (outcome && perform(connection, "ROLLBACK TO job")) {
            result.lost = outcome;
            return result;
        }
        result.lost = perform(connection, "RELEASE job");
        if (result.lost)
            return result;
    }
    return result;
}

/// Runs what fits into one transaction and answers it; how many jobs that were.
std::size_t commitGroup(Connection &connection, Group tasks)
{
    GroupResult result;
    if (Outcome refused = outcomeOf(connection.begin())) {
        result.lost = refused;
        result.outcomes.resize(tasks.size());
    } else {
        result = runGroup(connection, tasks);
        if (!result.lost)
            result.lost = perform(connection, "COMMIT");
        if (result.lost)
            (void)perform(connection, "ROLLBACK");
    }
    // Whoever never ran because of the one before gets a transaction of its own.
    const std::size_t ran = std::max<std::size_t>(result.outcomes.size(), 1);
    result.outcomes.resize(ran);
    for (std::size_t i = 0; i < ran; ++i)
        tasks[i]->done.set_value(result.outcomes[i] ? result.outcomes[i] : result.lost);
    return ran;
}

} // namespace

void performRead(Connection &connection, Task &task)
{
    Outcome outcome = outcomeOf(connection.begin());
    if (!outcome) {
        outcome = runJob(connection, task);
        if (Outcome failure = perform(connection, "COMMIT"); failure && !outcome)
            outcome = failure;
    }
    task.done.set_value(std::move(outcome));
}

void performWrites(Connection &connection, const std::vector<JobQueue::TaskPointer> &tasks)
{
    const auto isLarge = [](const JobQueue::TaskPointer &task) { return task->large; };
    Group rest(tasks);
    while (!rest.empty()) {
        const auto large = std::ranges::find_if(rest, isLarge);
        const auto before = std::size_t(large - rest.begin());
        rest = rest.subspan(commitGroup(connection, rest.first(before > 0 ? before : 1)));
    }
}

} // namespace authdesk::server::store
