// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/signinservice.h"

#include "core/server/crypto/tokens.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/nextstep.h"
#include "core/server/service/passwordstep.h"
#include "core/server/service/secondstep.h"
#include "core/server/service/sessionissuer.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/sessionrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

SignInService::SignInService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<SignInOutcome>
SignInService::signIn(const QString &login, const base::Secret &password, const Caller &caller)
{
    return PasswordStep(m_tools, caller).signIn(login, password);
}

base::Result<SignInOutcome> SignInService::verify(const base::Secret &mfaToken, const QString &code,
                                                  const Caller &caller)
{
    return SecondStep(m_tools, caller).byToken(mfaToken, code);
}

base::Result<QString> SignInService::systemOf(const base::Secret &mfaToken)
{
    const QByteArray hash = crypto::tokenHash(mfaToken.view());
    return m_tools.read([&](store::Connection &connection) -> base::Result<QString> {
        const auto challenge = store::ChallengeRepository(connection)
                                   .find(store::ChallengeKind::SecondFactor, hash, m_tools.now());
        if (!challenge)
            return base::fail(challengeEnded());
        return challenge->system;
    });
}

base::Result<SignInOutcome> SignInService::verifyByName(const QString &login, const QString &code,
                                                        const Caller &caller)
{
    return SecondStep(m_tools, caller).byName(login, code);
}

base::Result<SignInOutcome> SignInService::changePassword(const base::Secret &changeToken,
                                                          const base::Secret &newPassword,
                                                          const Caller &caller)
{
    return changeForcedPassword(m_tools, changeToken, newPassword, caller);
}

base::Result<SignedIn> SignInService::refresh(const base::Secret &refreshToken,
                                              const Caller &caller)
{
    return renewSession(m_tools, refreshToken, nullptr, caller);
}

base::Result<SignedIn> SignInService::refresh(const base::Secret &refreshToken,
                                              const base::Secret &accessToken, const Caller &caller)
{
    return renewSession(m_tools, refreshToken, &accessToken, caller);
}

base::Result<> SignInService::signOut(const Actor &actor, const Caller &caller)
{
    // An API key is no sign-in: it ends where keys are revoked.
    if (actor.keyId != 0)
        return {};
    const auto ended = m_tools.write([&](store::Connection &connection) -> base::Result<> {
        if (!store::SessionRepository(connection).remove(actor.sessionId))
            return {};
        model::AuditEvent event = auditEvent(u"sign_out"_s, caller, actor);
        event.targetUid = actor.uid;
        event.targetName = actor.username;
        return recordAudit(connection, m_tools, event);
    });
    m_tools.cache.forgetSession(actor.sessionId);
    return ended;
}

} // namespace authdesk::server::service
