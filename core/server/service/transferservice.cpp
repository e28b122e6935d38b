// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/transferservice.h"

#include "core/policy/policy.h"
#include "core/server/service/importstep.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userrepository.h"

#include <limits>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Subject;
using transfer::HashColumns;

namespace {

/// So many are read at once.
constexpr qsizetype exportBatch = 500;

model::AuditEvent eventOf(const QString &action, const Actor *actor, const Caller &caller)
{
    return actor ? auditEvent(action, caller, *actor) : auditEvent(action, caller);
}

/// What undoes a dry run.
base::Error dryRunEnded()
{
    return {.code = base::ErrorCode::Internal, .message = {}, .detail = u"dry run"_s};
}

transfer::PersonSecrets secretsOf(const store::UserRecord &record, bool mayBeTold)
{
    transfer::PersonSecrets secrets{.disabled = record.disabledAt.has_value()};
    if (!mayBeTold)
        return secrets;
    const bool isOneTime = !record.oneTimePasswordHash.isEmpty();
    secrets.passwordHash = isOneTime ? record.oneTimePasswordHash : record.passwordHash;
    if (isOneTime)
        secrets.oneTimeExpiresAt = record.oneTimePasswordExpiresAt;
    return secrets;
}

} // namespace

TransferService::TransferService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<model::ImportReport>
TransferService::importPeople(const Actor *actor, const QList<transfer::PersonRow> &rows,
                              ImportMode mode, const Caller &caller)
{
    if (rows.size() > transfer::mostRowsAtOnce) {
        return base::fail(base::ErrorCode::TooLarge,
                          u"At most %1 people a call."_s.arg(transfer::mostRowsAtOnce));
    }
    model::ImportReport report{.isDryRun = mode == ImportMode::DryRun};
    QList<qint64> changed;
    const auto written = m_tools.writeLarge([&](store::Connection &connection) -> base::Result<> {
        std::optional<Rights> rights;
        if (actor) {
            auto current = currentRights(connection, *actor, m_tools.now());
            if (!current)
                return base::fail(current.error());
            if (auto allowed = demandRight(*current, Action::Create, Subject::Users); !allowed)
                return allowed;
            rights = *std::move(current);
        }
        ImportStep step(connection, m_tools, rights ? &*rights : nullptr,
                        eventOf({}, actor, caller));
        auto results = step.take(rows);
        if (!results)
            return base::fail(results.error());
        report.rows = *std::move(results);
        changed = step.changedIds();
        if (report.isDryRun)
            return base::fail(dryRunEnded());
        return {};
    });
    if (!written && !(report.isDryRun && written.error() == dryRunEnded()))
        return base::fail(written.error());
    if (report.isDryRun) {
        for (model::ImportedRow &row : report.rows) {
            if (row.result == model::ImportResult::Created)
                row.id = 0;
        }
        return report;
    }
    for (const qint64 id : std::as_const(changed))
        m_tools.cache.forgetUser(id);
    return report;
}

base::Result<> TransferService::beginExport(const Actor *actor, const ExportRequest &request,
                                            const Caller &caller)
{
    if (actor) {
        if (auto allowed = demandRight(actor->statements, Action::Read, Subject::Users); !allowed)
            return allowed;
    }
    if (actor && request.hashes == HashColumns::Yes) {
        if (auto allowed = demandRight(actor->statements, Action::Manage, Subject::Backups);
            !allowed)
            return allowed;
        if (auto recent = demandRecentSignIn(*actor, m_tools.now()); !recent)
            return recent;
    }
    // Before anybody has got anything.
    return m_tools.write([&](store::Connection &connection) {
        model::AuditEvent event = eventOf(u"users.exported"_s, actor, caller);
        addChange(event, u"password_hashes"_s, {}, request.hashes == HashColumns::Yes);
        return recordAudit(connection, m_tools, event);
    });
}

base::Result<> TransferService::exportPeople(const Actor *actor, const ExportRequest &request,
                                             const Caller &caller, const Taker &take)
{
    if (auto begun = beginExport(actor, request, caller); !begun)
        return begun;
    store::UserListQuery wanted;
    wanted.search = request.filter.search;
    wanted.roleSlug = request.filter.roleSlug;
    wanted.status = request.filter.status;
    wanted.secondFactor = request.filter.mfa;
    const auto ids = store::listUserIds(m_tools.ground.database, wanted,
                                        std::numeric_limits<int>::max() - 1, m_tools.now());
    if (!ids)
        return base::fail(ids.error());
    QHash<qint64, bool> mayBeTold; // by role
    const auto isTold = [&](store::Connection &connection, const model::User &user) {
        if (!actor)
            return true;
        auto known = mayBeTold.constFind(user.role.id);
        if (known == mayBeTold.cend()) {
            // The role's own statements: what is put in their placeholders differs from one to
            // the other, and so an open one is covered only by a right over all.
            const auto role = store::RoleRepository(connection).find(user.role.id);
            known = mayBeTold.insert(user.role.id,
                                     role && policy::covers(actor->statements, role->statements));
        }
        return *known;
    };
    for (qsizetype from = 0; from < ids->size(); from += exportBatch) {
        const QList<qint64> some = ids->mid(from, exportBatch);
        const auto people = m_tools.read([&](store::Connection &connection) {
            QList<transfer::PersonCells> rows;
            for (const store::UserRecord &record :
                 store::UserRepository(connection).findMany(some, m_tools.now())) {
                rows.append(transfer::cellsOf(record.user,
                                              secretsOf(record, isTold(connection, record.user)),
                                              request.hashes));
            }
            return rows;
        });
        if (!people)
            return base::fail(people.error());
        if (auto taken = take(*people); !taken)
            return taken;
    }
    return {};
}

base::Result<bool> TransferService::hasManager()
{
    return m_tools.read([&](store::Connection &connection) {
        QList<qint64> managing;
        for (const model::Role &role : store::RoleRepository(connection).list()) {
            if (mayManageUsers(role.statements))
                managing.append(role.id);
        }
        return store::UserRepository(connection).countUsable(managing, std::nullopt, m_tools.now())
               > 0;
    });
}

} // namespace authdesk::server::service
