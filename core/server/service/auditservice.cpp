// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/auditservice.h"

#include "core/server/crypto/auditseal.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/auditrepository.h"

#include <QtCore/QMutexLocker>
#include <QtCore/QPromise>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int verifyBatch = 1000;
constexpr int readBatch = 1000;
constexpr int longestWait = 60;

store::AuditQuery toStore(const AuditQuery &query)
{
    return {.action = query.action,
            .actor = query.actor,
            .target = query.target,
            .person = query.person,
            .result = query.result,
            .from = query.from,
            .until = query.until,
            .newerThan = query.after,
            .limit = std::clamp(query.limit, 1, 200),
            .cursor = query.cursor};
}

/// Walks the chain; what breaks it is noted and ends the walk.
class ChainWalk final
{
public:
    ChainWalk(const crypto::AuditSeal &seal, const AuditHead &knownHead)
        : m_seal(seal)
        , m_knownHead(knownHead)
    {
    }

    AuditVerdict walk(store::AuditRepository &audit)
    {
        const store::AuditHead head = audit.head();
        while (m_verdict.ok) {
            const QList<store::AuditRecord> rows = audit.listAfter(m_lastId, verifyBatch);
            if (rows.isEmpty())
                break;
            for (const store::AuditRecord &row : rows) {
                if (!check(row, head))
                    break;
            }
        }
        // Without its end the chain is whole in itself: only what was seen before tells.
        const bool endIsMissing = m_lastId < std::max(head.lastId, m_knownHead.id);
        if (m_verdict.ok && endIsMissing)
            breakAt(m_lastId + 1);
        return m_verdict;
    }

private:
    bool check(const store::AuditRecord &row, const store::AuditHead &head)
    {
        if (row.event.id != m_lastId + 1)
            return breakAt(m_lastId + 1);
        // The rescue command leaves its rows unsealed, at the end only.
        const bool mayBeUnsealed = row.event.id > std::max(head.lastSealedId, m_knownHead.id);
        if (row.seal.isEmpty() ? !mayBeUnsealed
                               : !m_seal.isSealOf(row.seal, m_lastSeal, canonicalRow(row.event)))
            return breakAt(row.event.id);
        if (row.event.id == m_knownHead.id && row.seal != m_knownHead.seal)
            return breakAt(row.event.id);
        m_lastId = row.event.id;
        m_lastSeal = row.seal;
        ++m_verdict.checked;
        return true;
    }

    bool breakAt(qint64 id)
    {
        m_verdict.ok = false;
        m_verdict.brokenAt = id;
        return false;
    }

    const crypto::AuditSeal &m_seal;
    const AuditHead &m_knownHead;
    AuditVerdict m_verdict;
    qint64 m_lastId = 0;
    QByteArray m_lastSeal;
};

} // namespace

AuditService::AuditService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<AuditService::AuditPage> AuditService::list(const Actor &actor,
                                                         const AuditQuery &query)
{
    if (auto allowed = demandRight(actor.statements, model::Action::Read, model::Subject::Audit);
        !allowed)
        return base::fail(allowed.error());
    const store::AuditQuery wanted = toStore(query);
    return m_tools.read([&](store::Connection &connection) {
        return store::AuditRepository(connection).list(wanted);
    });
}

base::Result<> AuditService::readAll(const Actor &actor, const AuditQuery &query, const Taker &take)
{
    if (auto allowed = demandRight(actor.statements, model::Action::Read, model::Subject::Audit);
        !allowed)
        return base::fail(allowed.error());
    store::AuditQuery wanted = toStore(query);
    wanted.limit = readBatch;
    wanted.cursor.clear();
    // Rows are never changed and the pages go back in time, so they fit together without a
    // transaction around them.
    do {
        const base::Result<AuditPage> page = m_tools.read([&](store::Connection &connection) {
            return store::AuditRepository(connection).list(wanted);
        });
        if (!page)
            return base::fail(page.error());
        if (auto taken = take(page->items); !taken)
            return taken;
        wanted.cursor = page->nextCursor;
    } while (!wanted.cursor.isEmpty());
    return {};
}

QFuture<base::Result<AuditService::AuditPage>>
AuditService::waitForNewer(const Actor &actor, const AuditQuery &query, int waitSeconds)
{
    const auto promise = std::make_shared<QPromise<base::Result<AuditPage>>>();
    promise->start();
    QFuture<base::Result<AuditPage>> future = promise->future();
    m_tools.bell.wait(
        [this, promise, actor, query](bool last) {
            base::Result<AuditPage> page = list(actor, query);
            const bool waitOn = page && page->items.isEmpty() && !last;
            if (waitOn && !promise->isCanceled())
                return false;
            promise->addResult(std::move(page));
            promise->finish();
            return true;
        },
        std::chrono::seconds(std::clamp(waitSeconds, 0, longestWait)));
    return future;
}

base::Result<AuditVerdict> AuditService::verify(const Actor &actor)
{
    if (auto allowed = demandRight(actor.statements, model::Action::Read, model::Subject::Audit);
        !allowed)
        return base::fail(allowed.error());
    if (!m_tools.ground.seal)
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    AuditHead known;
    {
        const QMutexLocker locker(&m_mutex);
        known = m_knownHead;
    }
    return m_tools.read([&](store::Connection &connection) {
        store::AuditRepository audit(connection);
        return ChainWalk(*m_tools.ground.seal, known).walk(audit);
    });
}

base::Result<AuditHead> AuditService::head()
{
    return m_tools.read([](store::Connection &connection) {
        const store::AuditHead head = store::AuditRepository(connection).head();
        return AuditHead{.id = head.lastSealedId, .seal = head.lastSeal};
    });
}

void AuditService::setKnownHead(const AuditHead &head)
{
    const QMutexLocker locker(&m_mutex);
    m_knownHead = head;
}

base::Result<int> AuditService::sealOutstanding()
{
    return m_tools.write(
        [this](store::Connection &connection) { return sealOutstandingRows(connection, m_tools); });
}

} // namespace authdesk::server::service
