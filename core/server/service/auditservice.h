// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads and verifies the audit. Thread-safe; blocks, except waitForNewer().
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/model/page.h"
#include "core/server/service/caller.h"

#include <QtCore/QFuture>
#include <QtCore/QMutex>

#include <functional>
#include <optional>

namespace authdesk::server::service {

class Toolbox;

struct AuditQuery
{
    QString action; ///< empty: every action; "user." every one that starts so
    QString result; ///< empty, "ok" or "refused"
    QString person; ///< uid or name of the actor or of the target; empty: everyone
    QString actor;  ///< uid or name; empty: everyone
    QString target; ///< uid or name; empty: everyone
    std::optional<QDateTime> from;
    std::optional<QDateTime> until;
    qint64 after = 0; ///< only events with a greater id; newest first all the same
    int limit = 50;   ///< 1 to 200
    QString cursor;
};

struct AuditVerdict
{
    bool ok = true;
    qint64 checked = 0;
    std::optional<qint64> brokenAt; ///< the first event that is not what was written
};

/// The newest sealed event, as the server remembers it in its data folder.
struct AuditHead
{
    qint64 id = 0; ///< 0: none
    QByteArray seal;
};

class AuditService final
{
public:
    explicit AuditService(Toolbox &tools);

    using AuditPage = model::Page<model::AuditEvent>;

    [[nodiscard]] base::Result<AuditPage> list(const Actor &actor, const AuditQuery &query);
    /// Told a part of the events after the other; an error of its own ends the reading.
    using Taker = std::function<base::Result<>(const QList<model::AuditEvent> &)>;
    /// Gives everything that fits `query` (limit and cursor are not looked at), newest first, as it
    /// is when it begins. Between two parts nothing of the store is held.
    [[nodiscard]] base::Result<> readAll(const Actor &actor, const AuditQuery &query,
                                         const Taker &take);
    /// Finishes as soon as an event newer than `query.after` exists, or with an empty page after
    /// `waitSeconds` (at most 60). Finishes when the services go. Never blocks the caller.
    [[nodiscard]] QFuture<base::Result<AuditPage>>
    waitForNewer(const Actor &actor, const AuditQuery &query, int waitSeconds);
    /// MasterKeyMissing without the key. Notices changed, missing and added events, and with
    /// setKnownHead() also a missing end.
    [[nodiscard]] base::Result<AuditVerdict> verify(const Actor &actor);
    [[nodiscard]] base::Result<AuditHead> head();
    /// What head() once was, read from outside the database.
    void setKnownHead(const AuditHead &head);
    /// Seals what was written without the master key; called once at every start that has it.
    [[nodiscard]] base::Result<int> sealOutstanding();

private:
    Toolbox &m_tools;
    QMutex m_mutex;
    AuditHead m_knownHead;
};

} // namespace authdesk::server::service
