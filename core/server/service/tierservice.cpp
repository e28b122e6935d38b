// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/tierservice.h"

#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/tierrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Tier;

namespace {

std::unexpected<base::Error> refusedTierName(const base::FieldError &problem)
{
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = problem.message,
                                  .detail = {},
                                  .fields = {problem}});
}

/// A name stands in paths: a slash or a blank at an end could not be asked for.
base::Result<> checkTierName(const QString &name)
{
    if (const auto problem = personNameProblem("name"_L1, name))
        return refusedTierName(*problem);
    if (name.isEmpty() || name != name.trimmed() || name.contains(u'/')) {
        return refusedTierName(
            {.field = u"name"_s,
             .code = u"invalid"_s,
             .message = u"A tier has a name without slashes, and without blanks at its ends."_s});
    }
    return {};
}

base::Result<> checkTierFree(store::TierRepository &tiers, const QString &name, qint64 except)
{
    const auto other = tiers.findByName(name);
    if (other && other->id != except) {
        return refusedTierName(
            {.field = u"name"_s, .code = u"taken"_s, .message = u"Another tier has this name."_s});
    }
    return {};
}

base::Result<Tier> foundTier(std::optional<Tier> tier)
{
    if (!tier)
        return base::fail(base::ErrorCode::NotFound, u"There is no such tier."_s);
    return *std::move(tier);
}

} // namespace

TierService::TierService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<TierPage> TierService::page(qint64 offset, int limit)
{
    return m_tools.read([&](store::Connection &connection) {
        store::TierPage page = store::TierRepository(connection).page(offset, limit);
        return TierPage{.tiers = std::move(page.tiers), .total = page.total};
    });
}

base::Result<Tier> TierService::find(const QString &name)
{
    return m_tools.read([&](store::Connection &connection) {
        return foundTier(store::TierRepository(connection).findByName(name));
    });
}

base::Result<Tier> TierService::create(const Actor &actor, const QString &name,
                                       const Caller &caller)
{
    return m_tools.write([&](store::Connection &connection) -> base::Result<Tier> {
        if (auto may = demandManager(connection, actor, m_tools.now()); !may)
            return base::fail(may.error());
        store::TierRepository tiers(connection);
        if (auto good = checkTierName(name); !good)
            return base::fail(good.error());
        if (auto isFree = checkTierFree(tiers, name, 0); !isFree)
            return base::fail(isFree.error());
        const auto tier = tiers.find(tiers.create(name, m_tools.now()));
        if (!tier)
            return base::fail(base::ErrorCode::DatabaseFailed, u"The tier was not stored."_s);
        model::AuditEvent event = auditEvent(u"tier.created"_s, caller, actor);
        addChange(event, u"name"_s, {}, tier->name);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return *tier;
    });
}

base::Result<Tier> TierService::rename(const Actor &actor, const QString &name,
                                       const QString &newName, const Caller &caller)
{
    return m_tools.write([&](store::Connection &connection) -> base::Result<Tier> {
        if (auto may = demandManager(connection, actor, m_tools.now()); !may)
            return base::fail(may.error());
        store::TierRepository tiers(connection);
        auto tier = foundTier(tiers.findByName(name));
        if (!tier || tier->name == newName)
            return tier;
        if (auto good = checkTierName(newName); !good)
            return base::fail(good.error());
        if (auto isFree = checkTierFree(tiers, newName, tier->id); !isFree)
            return base::fail(isFree.error());
        tiers.rename(tier->id, newName);
        model::AuditEvent event = auditEvent(u"tier.updated"_s, caller, actor);
        addChange(event, u"name"_s, tier->name, newName);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        tier->name = newName;
        return tier;
    });
}

base::Result<> TierService::remove(const Actor &actor, const QString &name, const Caller &caller)
{
    // As many rows change as people have it.
    return m_tools.writeLarge([&](store::Connection &connection) -> base::Result<> {
        if (auto may = demandManager(connection, actor, m_tools.now()); !may)
            return may;
        store::TierRepository tiers(connection);
        const auto tier = foundTier(tiers.findByName(name));
        if (!tier)
            return base::fail(tier.error());
        const qint64 people = tiers.countPeople(tier->id);
        tiers.remove(tier->id);
        model::AuditEvent event = auditEvent(u"tier.deleted"_s, caller, actor);
        addChange(event, u"name"_s, tier->name, {});
        if (people > 0)
            addChange(event, u"people"_s, people, 0);
        return recordAudit(connection, m_tools, event);
    });
}

} // namespace authdesk::server::service
