// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/mfaservice.h"

#include "core/server/crypto/codes.h"
#include "core/server/crypto/sealer.h"
#include "core/server/crypto/totp.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/mfarule.h"
#include "core/server/service/passwordstep.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/secondstep.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/sessionrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr int pendingMinutes = 60;

std::unexpected<base::Error> alreadyEnabled()
{
    return base::fail(base::ErrorCode::MfaAlreadyEnabled, u"There is a second factor already."_s);
}

std::unexpected<base::Error> keyMissing()
{
    return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
}

struct PreparedCodes
{
    QList<base::Secret> codes;
    QList<QByteArray> hashes;
};

base::Result<PreparedCodes> prepareCodes(Toolbox &tools)
{
    PreparedCodes prepared{.codes = crypto::newRecoveryCodes(tools.ground.random), .hashes = {}};
    auto hashes =
        crypto::hashRecoveryCodes(prepared.codes, tools.ground.hasher, tools.ground.random);
    if (!hashes)
        return base::fail(hashes.error());
    prepared.hashes = *std::move(hashes);
    return prepared;
}

/// The row that tells of a change of the actor's own factors.
model::AuditEvent factorEvent(const QString &action, const Actor &actor, const Caller &caller)
{
    model::AuditEvent event = auditEvent(action, caller, actor);
    event.targetUid = actor.uid;
    event.targetName = actor.username;
    return event;
}

} // namespace

MfaService::MfaService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<MfaState> MfaService::mfaState(const Actor &actor)
{
    return m_tools.read([&](store::Connection &connection) -> base::Result<MfaState> {
        MfaState state;
        for (const store::FactorRecord &factor :
             store::FactorRepository(connection).listConfirmed(actor.userId)) {
            state.methods.append({.id = QString::number(factor.id),
                                  .kind = factor.kind,
                                  .name = factor.name,
                                  .createdAt = factor.confirmedAt.value_or(factor.createdAt),
                                  .lastUsedAt = factor.lastUsedAt});
        }
        state.enabled = !state.methods.isEmpty();
        state.recoveryCodesLeft =
            int(store::RecoveryCodeRepository(connection).countUnspent(actor.userId));
        const MfaPolicy policy = readMfaPolicy(connection);
        if (!policy.isRequired)
            return state;
        const auto person = findPerson(connection, actor.userId, m_tools.now());
        if (!person)
            return base::fail(person.error());
        state.dueAt = secondFactorDue(policy, person->user);
        return state;
    });
}

base::Result<TotpEnrollment> MfaService::beginTotp(const Actor &actor, const Caller &caller)
{
    return begin(actor, caller, {});
}

base::Result<TotpEnrollment> MfaService::beginTotpWithCodes(const Actor &actor,
                                                            const Caller &caller)
{
    // Asked before the hashing, and again with the write.
    const auto isFree = m_tools.read([&](store::Connection &connection) -> base::Result<> {
        if (store::FactorRepository(connection).findConfirmed(actor.userId, model::MfaKind::Totp))
            return alreadyEnabled();
        return {};
    });
    if (!isFree)
        return base::fail(isFree.error());
    const auto prepared = prepareCodes(m_tools);
    if (!prepared)
        return base::fail(prepared.error());
    auto started = begin(actor, caller, prepared->hashes.join('\n'));
    if (started)
        started->recoveryCodes = prepared->codes;
    return started;
}

base::Result<TotpEnrollment> MfaService::begin(const Actor &actor, const Caller &caller,
                                               const QByteArray &heldCodes)
{
    if (!m_tools.ground.sealer)
        return keyMissing();
    const base::Secret secret = crypto::newTotpSecret(m_tools.ground.random);
    const auto person =
        m_tools.write([&](store::Connection &connection) -> base::Result<store::UserRecord> {
            const QDateTime now = m_tools.now();
            auto self = findPerson(connection, actor.userId, now);
            if (!self)
                return self;
            store::FactorRepository factors(connection);
            if (factors.findConfirmed(actor.userId, model::MfaKind::Totp))
                return alreadyEnabled();
            if (!factors.listConfirmed(actor.userId).isEmpty()) {
                if (auto recent = demandRecentSignIn(actor, now); !recent)
                    return base::fail(recent.error());
            }
            const qint64 id =
                factors.createPending(actor.userId, model::MfaKind::Totp, "pending"_ba, {},
                                      now.addSecs(pendingMinutes * 60), now);
            // Sealed for its own row, whose number is only known now.
            factors.setSealedSecret(
                id, m_tools.ground.sealer->seal(secret, totpContext(id), m_tools.ground.random));
            factors.holdCodes(id, heldCodes);
            if (auto recorded =
                    recordAudit(connection, m_tools, factorEvent(u"mfa.started"_s, actor, caller));
                !recorded)
                return base::fail(recorded.error());
            return self;
        });
    if (!person)
        return base::fail(person.error());
    return TotpEnrollment{.key = crypto::totpSecretText(secret),
                          .provisioningUri = crypto::totpSetupLink(m_tools.serverName(),
                                                                   person->user.username, secret)};
}

base::Result<MfaConfirmed> MfaService::confirmTotp(const Actor &actor, const QString &code,
                                                   const Caller &caller)
{
    return confirmTotpAnd(actor, code, caller, {});
}

base::Result<MfaConfirmed> MfaService::confirmTotpAnd(const Actor &actor, const QString &code,
                                                      const Caller &caller, const Also &also)
{
    if (!m_tools.ground.sealer)
        return keyMissing();
    const auto pending =
        m_tools.read([&](store::Connection &connection) -> base::Result<store::FactorRecord> {
            store::FactorRepository factors(connection);
            if (factors.findConfirmed(actor.userId, model::MfaKind::Totp))
                return alreadyEnabled();
            const auto found =
                factors.findPending(actor.userId, model::MfaKind::Totp, m_tools.now());
            if (!found)
                return base::fail(base::ErrorCode::MfaNotStarted, u"Start the setup first."_s);
            return *found;
        });
    if (!pending)
        return base::fail(pending.error());
    const auto secret =
        m_tools.ground.sealer->open(pending->sealedSecret, totpContext(pending->id));
    if (!secret)
        return base::fail(secret.error());
    const auto step = crypto::matchTotp(*secret, code, m_tools.now(), pending->lastStep);
    if (!step)
        return base::fail(invalidCode());
    const bool wereShown = !pending->heldCodes.isEmpty();
    const auto prepared = wereShown ? base::Result<PreparedCodes>(PreparedCodes{
                                          .codes = {}, .hashes = pending->heldCodes.split('\n')})
                                    : prepareCodes(m_tools);
    if (!prepared)
        return base::fail(prepared.error());

    auto confirmed =
        m_tools.write([&](store::Connection &connection) -> base::Result<MfaConfirmed> {
            const QDateTime now = m_tools.now();
            store::FactorRepository factors(connection);
            if (factors.findConfirmed(actor.userId, model::MfaKind::Totp))
                return alreadyEnabled();
            if (!factors.confirm(pending->id, *step, now))
                return base::fail(base::ErrorCode::MfaNotStarted, u"Start the setup first."_s);
            MfaConfirmed result;
            store::RecoveryCodeRepository codes(connection);
            if (wereShown || codes.countUnspent(actor.userId) == 0) {
                codes.replace(actor.userId, prepared->hashes, now);
                result.recoveryCodes = prepared->codes;
            }
            store::SessionRepository(connection).clearEnrollmentRequired(actor.sessionId);
            model::AuditEvent event = factorEvent(u"mfa.enabled"_s, actor, caller);
            addChange(event, u"totp"_s, false, true);
            if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
                return base::fail(recorded.error());
            if (auto done = also ? also(connection) : base::Result<>(); !done)
                return base::fail(done.error());
            return result;
        });
    if (confirmed)
        m_tools.cache.forgetUser(actor.userId);
    return confirmed;
}

base::Result<> MfaService::disableTotp(const Actor &actor, const QString &code,
                                       const Caller &caller)
{
    if (auto proven = SecondStep(m_tools, caller).prove(actor, code); !proven)
        return proven;
    const auto disabled = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        store::FactorRepository factors(connection);
        const auto totp = factors.findConfirmed(actor.userId, model::MfaKind::Totp);
        if (!totp || !factors.remove(totp->id, now))
            return base::fail(base::ErrorCode::MfaNotEnabled, u"There is no second factor."_s);
        // Codes that recover nothing any more would only be one more way in.
        if (factors.listConfirmed(actor.userId).isEmpty())
            store::RecoveryCodeRepository(connection).removeAll(actor.userId);
        model::AuditEvent event = factorEvent(u"mfa.disabled"_s, actor, caller);
        addChange(event, u"totp"_s, true, false);
        return recordAudit(connection, m_tools, event);
    });
    if (disabled)
        m_tools.cache.forgetUser(actor.userId);
    return disabled;
}

base::Result<> MfaService::removeAllFactors(const Actor &actor, const QString &code,
                                            const Caller &caller)
{
    if (auto proven = SecondStep(m_tools, caller).prove(actor, code); !proven)
        return proven;
    return removeFactors(actor, u"mfa.disabled"_s, caller);
}

base::Result<> MfaService::removeAllFactorsByPassword(const Actor &actor,
                                                      const base::Secret &password,
                                                      const Caller &caller)
{
    const auto state = mfaState(actor);
    if (!state)
        return base::fail(state.error());
    if (!state->enabled)
        return base::fail(base::ErrorCode::MfaNotEnabled, u"There is no second factor."_s);
    if (auto proven = PasswordStep(m_tools, caller).prove(actor, password); !proven)
        return base::fail(proven.error());
    return removeFactors(actor, u"mfa.disabled"_s, caller);
}

base::Result<> MfaService::resetFactorsFromLoopback(const Actor &actor, const Caller &caller)
{
    if (!caller.loopback) {
        return base::fail(base::ErrorCode::NotLoopback,
                          u"MFA reset only allowed from localhost."_s);
    }
    return removeFactors(actor, u"mfa.reset_on_this_computer"_s, caller);
}

base::Result<> MfaService::removeFactors(const Actor &actor, const QString &action,
                                         const Caller &caller)
{
    const auto removed = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        const QDateTime now = m_tools.now();
        store::FactorRepository factors(connection);
        const bool had = !factors.listConfirmed(actor.userId).isEmpty();
        factors.removeAll(actor.userId, now);
        store::RecoveryCodeRepository codes(connection);
        codes.removeAll(actor.userId);
        if (!had)
            return {};
        model::AuditEvent event = factorEvent(action, actor, caller);
        addChange(event, u"mfa_enabled"_s, true, false);
        return recordAudit(connection, m_tools, event);
    });
    if (removed)
        m_tools.cache.forgetUser(actor.userId);
    return removed;
}

base::Result<QList<base::Secret>>
MfaService::regenerateRecoveryCodes(const Actor &actor, const std::optional<QString> &code,
                                    const Caller &caller)
{
    if (code) {
        if (auto proven = SecondStep(m_tools, caller).prove(actor, *code); !proven)
            return base::fail(proven.error());
    } else if (auto recent = demandRecentSignIn(actor, m_tools.now()); !recent) {
        return base::fail(recent.error());
    }
    const auto prepared = prepareCodes(m_tools);
    if (!prepared)
        return base::fail(prepared.error());
    const auto replaced = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        if (store::FactorRepository(connection).listConfirmed(actor.userId).isEmpty())
            return base::fail(base::ErrorCode::MfaNotEnabled, u"There is no second factor."_s);
        store::RecoveryCodeRepository(connection)
            .replace(actor.userId, prepared->hashes, m_tools.now());
        return recordAudit(connection, m_tools,
                           factorEvent(u"mfa.recovery_codes_renewed"_s, actor, caller));
    });
    if (!replaced)
        return base::fail(replaced.error());
    return prepared->codes;
}

} // namespace authdesk::server::service
