// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moves what a server keeps from one database to another, between SQLite and PostgreSQL in either
// direction. Blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/server/store/databaseoptions.h"

#include <functional>

namespace authdesk::server::store {

struct MoveProgress
{
    enum class Step { Copying, Comparing };
    Step step = Step::Copying;
    QString table = {};
    qint64 rows = 0; ///< done of them
    qint64 of = 0;
};

struct MovedRows
{
    int tables = 0;
    qint64 rows = 0;
};

/// Copies every row of every table, and compares all of them afterwards, in one transaction: the
/// target holds everything or, after any error, nothing. The source only gets the newest schema, as
/// by a start of the server; nobody can write to it meanwhile. NotFound: there is no source.
/// FolderInUse: others are connected to a PostgreSQL as the source; who uses a file is for the
/// caller to find out. InvalidFields: the target is not empty, or an address that cannot be read.
/// Otherwise the errors of Database::open().
[[nodiscard]] base::Result<MovedRows>
moveDatabase(const DatabaseOptions &from, const DatabaseOptions &to,
             const std::function<void(const MoveProgress &)> &progress);

} // namespace authdesk::server::store
