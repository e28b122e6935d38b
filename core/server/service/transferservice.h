// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People into files and out of them. Each row of an import meets the same rights and rules as if an
// admin did it by hand; one that is refused does not undo the others. Thread-safe; blocks.
#pragma once

#include "core/model/importreport.h"
#include "core/server/service/bulkservice.h"
#include "core/server/service/caller.h"
#include "core/transfer/personrow.h"

#include <functional>

namespace authdesk::server::service {

class Toolbox;

enum class ImportMode {
    DryRun, ///< everything as in an import, and then undone
    Commit,
};

struct ExportRequest
{
    BulkFilter filter; ///< empty: everybody
    transfer::HashColumns hashes = transfer::HashColumns::No;
};

class TransferService final
{
public:
    explicit TransferService(Toolbox &tools);

    /// A row in the report for each given, in their order; all of them in one transaction. No actor
    /// means the owner of the data folder, who may do everything, and give people who are there
    /// another password. TooLarge for more than transfer::mostRowsAtOnce; Forbidden for an actor
    /// who may create nobody.
    [[nodiscard]] base::Result<model::ImportReport>
    importPeople(const Actor *actor, const QList<transfer::PersonRow> &rows, ImportMode mode,
                 const Caller &caller);

    /// Gets people by and by; an Error of its own ends the export.
    using Taker = std::function<base::Result<>(const QList<transfer::PersonCells> &)>;
    /// By id. Hashes take the right to manage backups, which hold them too, and a recent sign-in:
    /// Forbidden, RecentSignInRequired; those of people with rights that the actor lacks stay out.
    [[nodiscard]] base::Result<> exportPeople(const Actor *actor, const ExportRequest &request,
                                              const Caller &caller, const Taker &take);

    /// Whether anybody is there who can sign in and may manage people: after an import from the
    /// command line there need not be.
    [[nodiscard]] base::Result<bool> hasManager();

private:
    [[nodiscard]] base::Result<> beginExport(const Actor *actor, const ExportRequest &request,
                                             const Caller &caller);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
