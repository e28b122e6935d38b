// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/auditrepository.h"

#include "core/server/store/connection.h"
#include "core/server/store/cursor.h"
#include "core/server/store/folding.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <string>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using model::AuditEvent;
using model::Page;

namespace {

constexpr int largestAuditPage = 1000;

#define AUTHDESK_SELECT_AUDIT                                                                      \
    "SELECT id, at, action, result, reason, actor_uid, actor_name, target_uid, target_name, "      \
    "system, address, request_id, changes, sealed_later, seal FROM audit "

AuditRecord auditFromRow(const Rows &rows)
{
    return {.event = {.id = rows.integer(0),
                      .at = rows.time(1),
                      .action = rows.text(2),
                      .result = rows.text(3),
                      .reason = rows.text(4),
                      .actorUid = rows.text(5),
                      .actorName = rows.text(6),
                      .targetUid = rows.text(7),
                      .targetName = rows.text(8),
                      .system = rows.text(9),
                      .address = rows.text(10),
                      .requestId = rows.text(11),
                      .changes = QJsonDocument::fromJson(rows.text(12).toUtf8()).object(),
                      .sealedLater = rows.flag(13)},
            .seal = rows.bytes(14)};
}

QList<AuditRecord> allOf(Rows rows)
{
    QList<AuditRecord> records;
    while (rows.next())
        records.append(auditFromRow(rows));
    return records;
}

QByteArray fingerprintOf(const AuditQuery &query)
{
    const auto stored = [](const std::optional<QDateTime> &time) {
        return time ? QString::number(toStored(*time)) : QString();
    };
    return QStringList{u"audit"_s,   query.action, query.actor,        query.target,
                       query.person, query.result, stored(query.from), stored(query.until)}
        .join(u'\0')
        .toUtf8();
}

struct Filter
{
    std::string text;
    QList<SqlValue> values;

    void add(const char *condition, std::initializer_list<SqlValue> bound)
    {
        text += std::string(" AND ") + condition;
        values.append(bound);
    }
};

Filter filterOf(const AuditQuery &query)
{
    Filter filter;
    if (query.action.endsWith(u'.')) {
        const QString behind = query.action.chopped(1) + QChar(u'.' + 1);
        filter.add("action >= ? AND action < ?", {query.action, behind});
    } else if (!query.action.isEmpty()) {
        filter.add("action = ?", {query.action});
    }
    if (!query.actor.isEmpty())
        filter.add("(actor_uid = ? OR actor_folded = ?)", {query.actor, folded(query.actor)});
    if (!query.person.isEmpty()) {
        filter.add("(actor_uid = ? OR actor_folded = ? OR target_uid = ? OR target_folded = ?)",
                   {query.person, folded(query.person), query.person, folded(query.person)});
    }
    if (!query.target.isEmpty())
        filter.add("(target_uid = ? OR target_folded = ?)", {query.target, folded(query.target)});
    if (!query.result.isEmpty())
        filter.add("result = ?", {query.result});
    if (query.from)
        filter.add("at >= ?", {*query.from});
    if (query.until)
        filter.add("at < ?", {*query.until});
    if (query.newerThan > 0)
        filter.add("id > ?", {query.newerThan});
    return filter;
}

} // namespace

AuditHead AuditRepository::head()
{
    Rows rows = m_connection.select("SELECT last_id, last_sealed_id, last_seal FROM audit_head");
    if (!rows.next())
        return {};
    return {.lastId = rows.integer(0), .lastSealedId = rows.integer(1), .lastSeal = rows.bytes(2)};
}

Result<qint64> AuditRepository::append(const AuditEvent &event, const QByteArray &seal,
                                       const AuditHead &head)
{
    if (!seal.isEmpty() && head.lastSealedId != head.lastId)
        return fail(ErrorCode::Internal, {}, u"an audit row is sealed before an earlier one"_s);
    const qint64 id = head.lastId + 1;
    const std::optional<QByteArray> sealIfAny = seal.isEmpty() ? std::nullopt : std::optional(seal);
    const QByteArray changes = QJsonDocument(event.changes).toJson(QJsonDocument::Compact);
    m_connection.execute(
        "INSERT INTO audit (id, at, action, result, reason, actor_uid, actor_name, actor_folded, "
        "target_uid, target_name, target_folded, system, address, request_id, changes, seal, "
        "sealed_later) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {id, event.at, event.action, event.result, event.reason, event.actorUid, event.actorName,
         folded(event.actorName), event.targetUid, event.targetName, folded(event.targetName),
         event.system, event.address, event.requestId, QString::fromUtf8(changes), sealIfAny,
         event.sealedLater});
    if (sealIfAny) {
        m_connection.execute("UPDATE audit_head SET last_id = ?1, last_sealed_id = ?1, "
                             "last_seal = ?2",
                             {id, seal});
    } else {
        m_connection.execute("UPDATE audit_head SET last_id = ?", {id});
    }
    return id;
}

Result<Page<AuditEvent>> AuditRepository::list(const AuditQuery &query)
{
    const QByteArray fingerprint = fingerprintOf(query);
    qint64 before = forever;
    if (!query.cursor.isEmpty()) {
        const Result<QCborArray> position = decodeCursor(query.cursor, fingerprint, 1);
        if (!position || !position->at(0).isInteger())
            return fail(invalidCursor());
        before = position->at(0).toInteger();
    }
    const int limit = std::clamp(query.limit, 1, largestAuditPage);
    Filter filter = filterOf(query);
    filter.add("id < ?", {before});
    filter.values.append(limit + 1);
    Rows rows = m_connection.select(AUTHDESK_SELECT_AUDIT "WHERE true" + filter.text
                                        + " ORDER BY id DESC LIMIT ?",
                                    filter.values);
    Page<AuditEvent> page;
    while (rows.next()) {
        if (page.items.size() == limit) {
            page.nextCursor = encodeCursor(fingerprint, {page.items.last().id});
            break;
        }
        page.items.append(auditFromRow(rows).event);
    }
    return page;
}

QList<AuditRecord> AuditRepository::listAfter(qint64 id, int limit)
{
    return allOf(
        m_connection.select(AUTHDESK_SELECT_AUDIT "WHERE id > ? ORDER BY id LIMIT ?", {id, limit}));
}

QList<AuditRecord> AuditRepository::listUnsealed(int limit)
{
    return allOf(m_connection.select(AUTHDESK_SELECT_AUDIT "WHERE seal IS NULL ORDER BY id LIMIT ?",
                                     {limit}));
}

Result<void> AuditRepository::sealLater(qint64 id, const QByteArray &seal)
{
    if (seal.isEmpty() || head().lastSealedId + 1 != id || head().lastId < id)
        return fail(ErrorCode::Internal, {}, u"not the oldest unsealed audit row"_s);
    m_connection.execute("UPDATE audit SET seal = ?2, sealed_later = 1 WHERE id = ?1", {id, seal});
    m_connection.execute("UPDATE audit_head SET last_sealed_id = ?, last_seal = ?", {id, seal});
    return {};
}

} // namespace authdesk::server::store
