// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing done to many people. Each counts on its own: the same rights, rules and audit row as in
// UserService, and one who is refused does not undo the others. Thread-safe; blocks.
#pragma once

#include "core/model/bulkaction.h"
#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

#include <vector>

namespace authdesk::server::service {

class Toolbox;

struct BulkFilter
{
    QString search;
    QString roleSlug; ///< empty: every role
    std::optional<model::UserStatus> status;
    std::optional<bool> mfa;
};

struct BulkRequest
{
    QList<qint64> ids;                ///< who; or else
    std::optional<BulkFilter> filter; ///< everybody whom the list shows with it
    model::BulkAction action = model::BulkAction::Disable;
    QString roleSlug; ///< of SetRole
};

struct BulkResult
{
    qint64 id = 0;
    base::Result<> outcome;
    std::optional<OneTimeSecret> oneTimeSecret; ///< of a reset that was done
};

class BulkService final
{
public:
    explicit BulkService(Toolbox &tools);

    /// A result per person, in the order of the ids. Forbidden for an actor who may do this to
    /// nobody, InvalidFields for more people than model::mostPeopleAtOnce; nothing is done then.
    [[nodiscard]] base::Result<QList<BulkResult>>
    perform(const Actor &actor, const BulkRequest &request, const Caller &caller);

private:
    using Done = base::Result<std::optional<OneTimeSecret>>;

    [[nodiscard]] base::Result<QList<qint64>> people(const Actor &actor,
                                                     const BulkRequest &request);
    /// What came of each of a few people, who share a commit.
    [[nodiscard]] std::vector<Done> performSome(const Actor &actor, const QList<qint64> &ids,
                                                const BulkRequest &request, const Caller &caller);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
