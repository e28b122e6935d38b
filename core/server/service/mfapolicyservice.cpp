// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/mfapolicyservice.h"

#include "core/server/service/audittrail.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/factorrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

base::Result<> demandUsableGrace(const MfaPolicyChange &change)
{
    const int days = change.gracePeriodDays.value_or(0);
    if (days >= 0 && days <= longestGraceDays)
        return {};
    const QString message = u"This field must be between %1 and %2."_s.arg(0).arg(longestGraceDays);
    return base::fail(base::Error{
        .code = base::ErrorCode::InvalidFields,
        .message = message,
        .fields = {
            {.field = u"gracePeriodDays"_s, .code = u"out_of_range"_s, .message = message}}});
}

MfaPolicy policyAfter(const MfaPolicy &before, const MfaPolicyChange &change, const QDateTime &now)
{
    MfaPolicy after = before;
    after.isRequired = change.isRequired.value_or(before.isRequired);
    after.gracePeriodDays = change.gracePeriodDays.value_or(before.gracePeriodDays);
    if (!after.isRequired)
        after.requiredSince.reset();
    else if (!before.isRequired)
        after.requiredSince = now;
    return after;
}

model::AuditEvent eventOf(const MfaPolicy &before, const MfaPolicy &after, const Actor &actor,
                          const Caller &caller)
{
    model::AuditEvent event = auditEvent(u"settings.updated"_s, caller, actor);
    if (before.isRequired != after.isRequired)
        addChange(event, u"security.mfa_required"_s, before.isRequired, after.isRequired);
    if (before.gracePeriodDays != after.gracePeriodDays) {
        addChange(event, u"security.mfa_grace_days"_s, before.gracePeriodDays,
                  after.gracePeriodDays);
    }
    return event;
}

} // namespace

MfaPolicyService::MfaPolicyService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<MfaPolicy> MfaPolicyService::read()
{
    return m_tools.read([](store::Connection &connection) { return readMfaPolicy(connection); });
}

base::Result<MfaPolicy> MfaPolicyService::change(const Actor &actor, const MfaPolicyChange &change,
                                                 const Caller &caller)
{
    if (auto usable = demandUsableGrace(change); !usable)
        return base::fail(usable.error());
    return m_tools.write([&](store::Connection &connection) -> base::Result<MfaPolicy> {
        const QDateTime now = m_tools.now();
        const auto rights = currentRights(connection, actor, now);
        if (!rights)
            return base::fail(rights.error());
        if (auto may = demandRight(*rights, model::Action::Update, model::Subject::Settings); !may)
            return base::fail(may.error());
        const MfaPolicy before = readMfaPolicy(connection);
        const MfaPolicy after = policyAfter(before, change, now);
        if (after == before)
            return after;
        if (after.isRequired && !before.isRequired
            && store::FactorRepository(connection).listConfirmed(actor.userId).isEmpty())
            return base::fail(base::ErrorCode::MfaNotEnabled,
                              u"Set up a second factor of your own first."_s);
        writeMfaPolicy(connection, after);
        const model::AuditEvent event = eventOf(before, after, actor, caller);
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return after;
    });
}

} // namespace authdesk::server::service
