// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/codecheck.h"

#include "core/server/crypto/codes.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/sealer.h"
#include "core/server/crypto/totp.h"
#include "core/server/service/toolbox.h"

#include <algorithm>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

bool isSixDigits(const QString &code)
{
    return code.size() == 6 && std::all_of(code.cbegin(), code.cend(), [](QChar digit) {
               return digit >= u'0' && digit <= u'9';
           });
}

base::Result<base::Secret> secretOf(Toolbox &tools, const store::FactorRecord &factor)
{
    if (!tools.ground.sealer)
        return base::fail(base::ErrorCode::MasterKeyMissing, u"The master key is missing."_s);
    return tools.ground.sealer->open(factor.sealedSecret, totpContext(factor.id));
}

base::Result<CodeMatch> matchTotpOf(Toolbox &tools, const store::FactorRecord &factor,
                                    const QString &code)
{
    const auto secret = secretOf(tools, factor);
    if (!secret)
        return base::fail(secret.error());
    const auto step = crypto::matchTotp(*secret, code, tools.now(), factor.lastStep);
    if (!step)
        return CodeMatch();
    return TotpMatch{.factorId = factor.id, .step = *step};
}

} // namespace

QStringList CodeTargets::methods() const
{
    QStringList methods;
    if (totp)
        methods << u"totp"_s;
    if (!recoveryCodes.isEmpty() || oneTimeCode)
        methods << u"backup_code"_s;
    return methods;
}

CodeTargets readCodeTargets(store::Connection &connection, qint64 userId)
{
    store::RecoveryCodeRepository codes(connection);
    // As of the beginning of time no code has expired: one that has still keeps its person from
    // getting in with the password alone.
    const QDateTime beginning = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    return {.userId = userId,
            .totp = store::FactorRepository(connection).findConfirmed(userId, model::MfaKind::Totp),
            .recoveryCodes = codes.listUnspent(userId),
            .oneTimeCode = codes.findOneTimeCode(userId, beginning)};
}

base::Result<CodeMatch> examineCode(Toolbox &tools, const CodeTargets &targets, const QString &code)
{
    if (isSixDigits(code))
        return targets.totp ? matchTotpOf(tools, *targets.totp, code) : CodeMatch();
    const base::Secret typed = base::Secret::fromString(code);
    if (const auto oneTime = crypto::readOneTimeCode(typed)) {
        if (!targets.oneTimeCode || targets.oneTimeCode->expiresAt <= tools.now())
            return CodeMatch();
        const auto right = tools.ground.hasher.verify(*oneTime, targets.oneTimeCode->hash);
        if (!right)
            return base::fail(right.error());
        return *right ? CodeMatch(OneTimeMatch()) : CodeMatch();
    }
    const auto recovery = crypto::readRecoveryCode(typed);
    if (!recovery || targets.recoveryCodes.isEmpty())
        return CodeMatch();
    QList<QByteArray> hashes;
    for (const store::RecoveryCodeRecord &stored : targets.recoveryCodes)
        hashes.append(stored.hash);
    const auto found = crypto::findRecoveryCode(*recovery, hashes, tools.ground.hasher);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return CodeMatch();
    return RecoveryMatch{.codeId = targets.recoveryCodes[**found].id};
}

std::optional<model::ClockOffset> readClock(Toolbox &tools, const CodeTargets &targets,
                                            const QString &code)
{
    if (!targets.totp || !isSixDigits(code))
        return std::nullopt;
    const auto secret = secretOf(tools, *targets.totp);
    if (!secret)
        return std::nullopt;
    const QDateTime now = tools.now();
    const auto steps = crypto::totpStepsOff(*secret, code, now);
    if (!steps)
        return std::nullopt;
    return model::ClockOffset{.seconds = *steps * crypto::totpStepSeconds, .seenAt = now};
}

bool spendCode(store::Connection &connection, qint64 userId, const CodeMatch &match,
               const QDateTime &now)
{
    if (const auto *totp = std::get_if<TotpMatch>(&match))
        return store::FactorRepository(connection).spendStep(totp->factorId, totp->step, now);
    store::RecoveryCodeRepository codes(connection);
    if (const auto *recovery = std::get_if<RecoveryMatch>(&match))
        return codes.spend(recovery->codeId, now);
    if (std::holds_alternative<OneTimeMatch>(match))
        return codes.spendOneTimeCode(userId);
    return false;
}

bool hasFormOfCode(const QString &code)
{
    const base::Secret typed = base::Secret::fromString(code);
    return isSixDigits(code) || crypto::readOneTimeCode(typed) || crypto::readRecoveryCode(typed);
}

QByteArray totpContext(qint64 factorId)
{
    return "totp/" + QByteArray::number(factorId);
}

} // namespace authdesk::server::service
