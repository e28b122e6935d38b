// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit: rows without gaps, each with a seal over itself and the one before. The caller seals;
// rows written without the key stay unsealed until a start that has it. Used inside
// Database::read() and write(), the row in the same write as what it tells.
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/model/page.h"

#include <QtCore/QByteArray>

#include <optional>

namespace authdesk::server::store {

class Connection;

struct AuditRecord
{
    model::AuditEvent event = {};
    QByteArray seal = {}; ///< empty: not sealed yet
};

/// Where the chain ends.
struct AuditHead
{
    qint64 lastId = 0;        ///< 0: no row yet
    qint64 lastSealedId = 0;  ///< 0: none; every row up to this one is sealed
    QByteArray lastSeal = {}; ///< of that row
};

/// Empty members do not filter.
struct AuditQuery
{
    QString action =
        {}; ///< "user.created"; with a dot at the end ("user."): every one of that group
    QString actor = {};  ///< uid or name
    QString target = {}; ///< uid or name
    QString person = {}; ///< uid or name of either
    QString result = {}; ///< "ok" or "refused"
    std::optional<QDateTime> from = {};
    std::optional<QDateTime> until = {};
    qint64 newerThan = 0; ///< only rows after this id
    int limit = 50;
    QString cursor = {};
};

class AuditRepository final
{
public:
    explicit AuditRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] AuditHead head();
    /// Stores the row under the id head.lastId + 1, which is returned; `event.id` is not looked
    /// at. `head` was read in this transaction. A seal is only taken while every earlier row is
    /// sealed: seal those first.
    [[nodiscard]] base::Result<qint64> append(const model::AuditEvent &event,
                                              const QByteArray &seal, const AuditHead &head);
    /// Newest first. InvalidFields for a bad cursor.
    [[nodiscard]] base::Result<model::Page<model::AuditEvent>> list(const AuditQuery &query);
    /// Oldest first, for verifying: at most `limit` rows after this id.
    [[nodiscard]] QList<AuditRecord> listAfter(qint64 id, int limit);
    /// Oldest first.
    [[nodiscard]] QList<AuditRecord> listUnsealed(int limit);
    /// Seals the oldest unsealed row, marked `sealedLater`; Internal for any other row.
    [[nodiscard]] base::Result<void> sealLater(qint64 id, const QByteArray &seal);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
