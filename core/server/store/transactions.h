// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How jobs become transactions on a connection: a read on one state, writes in groups. On the
// thread that owns the connection. Only inside this room.
#pragma once

#include "core/server/store/jobqueue.h"

namespace authdesk::server::store {

/// Runs and answers one read.
void performRead(Connection &connection, Task &task);

/// Runs a group in as few commits as possible, each job undone alone where it failed, and answers
/// every job after the commit that holds it. A large job gets a commit of its own.
void performWrites(Connection &connection, const std::vector<JobQueue::TaskPointer> &tasks);

} // namespace authdesk::server::store
