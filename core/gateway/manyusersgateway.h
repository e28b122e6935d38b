// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing done to several people in one call. Implemented by the clients whose server can; window
// thread; futures as in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/bulkaction.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

/// One thing for several people; nothing that hands out a secret.
struct BulkOrder
{
    model::BulkAction action = model::BulkAction::Disable;
    QString roleSlug = {}; ///< of SetRole, and only there
    bool operator==(const BulkOrder &) const = default;
};

struct BulkOutcome
{
    qint64 id = 0;
    std::optional<base::Error> error = {}; ///< none: done
    bool operator==(const BulkOutcome &) const = default;
};

class ManyUsersGateway
{
public:
    ManyUsersGateway() = default;
    ManyUsersGateway(const ManyUsersGateway &) = delete;
    ManyUsersGateway &operator=(const ManyUsersGateway &) = delete;
    virtual ~ManyUsersGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// An outcome for each of `ids`, at most model::mostPeopleAtOnce; one who is refused does not
    /// keep the others from it.
    [[nodiscard]] virtual Answer<QList<BulkOutcome>> changeMany(const QList<qint64> &ids,
                                                                const BulkOrder &order) = 0;
};

} // namespace authdesk::gateway
