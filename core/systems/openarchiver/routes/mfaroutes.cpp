// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/totppicture.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/mfa.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using model::Action;
using model::Subject;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

base::Result<QString> codeOf(const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    return messages::decodeCode(*body);
}

Answer enrollmentAnswer(const base::Result<server::service::TotpEnrollment> &started)
{
    if (!started)
        return std::unexpected(started.error());
    const auto picture = server::service::totpPicture(started->provisioningUri);
    if (!picture)
        return std::unexpected(picture.error());
    return Response::json(200, messages::encodeEnrollment(started->provisioningUri, *picture))
        .carriesSecret();
}

namespace {

Answer mfaStatus(Services &services, const Request &request)
{
    const auto state = services.mfa().mfaState(bridge::actorOf(request));
    if (!state)
        return std::unexpected(state.error());
    std::optional<QDateTime> since;
    for (const model::MfaMethod &method : state->methods) {
        if (method.kind == model::MfaKind::Totp)
            since = method.createdAt;
    }
    return Response::json(200, messages::encodeMfaStatus(since, state->dueAt));
}

Answer beginApp(Services &services, const Request &request)
{
    return enrollmentAnswer(services.mfa().beginTotp(bridge::actorOf(request), callerOf(request)));
}

Answer enroll(Services &services, const Request &request)
{
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    const auto done =
        services.mfa().confirmTotp(bridge::actorOf(request), *code, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeBackupCodes(done->recoveryCodes)).carriesSecret();
}

Answer disable(Services &services, const Request &request)
{
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    const auto actor = bridge::actorOf(request);
    if (auto done = services.mfa().disableTotp(actor, *code, callerOf(request)); !done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeTotpEnabled(false));
}

Answer renewBackupCodes(Services &services, const Request &request)
{
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    const auto codes =
        services.mfa().regenerateRecoveryCodes(bridge::actorOf(request), *code, callerOf(request));
    if (!codes)
        return std::unexpected(codes.error());
    return Response::json(200, messages::encodeBackupCodes(*codes)).carriesSecret();
}

/// Its own service then lets the person in with the password alone; here a code for one sign-in
/// stands in for the factor that is gone, and the answer carries it.
Answer clearUser(Services &services, const Request &request)
{
    const auto id = personInPath(services, request);
    if (!id)
        return std::unexpected(id.error());
    const auto code =
        services.users().resetSecondFactor(bridge::actorOf(request), *id, callerOf(request));
    if (!code)
        return std::unexpected(code.error());
    return Response::json(200, messages::encodeCleared(code->secret, code->expiresAt))
        .carriesSecret();
}

messages::MfaPolicy shownPolicy(const server::service::MfaPolicy &policy)
{
    return {.totpEnforced = policy.isRequired,
            .gracePeriodDays = policy.gracePeriodDays,
            .enforcedAt = policy.requiredSince};
}

Answer mfaPolicy(Services &services, const Request &)
{
    const auto policy = services.mfaPolicy().read();
    if (!policy)
        return std::unexpected(policy.error());
    return Response::json(200, messages::encode(shownPolicy(*policy)));
}

Answer changeMfaPolicy(Services &services, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeMfaPolicyChange(*body);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (!wanted->totpEnabled.value_or(true)) {
        return base::fail(
            base::ErrorCode::SettingGiven,
            QStringLiteral("This server lets everybody have a second factor. Nothing was "
                           "changed."));
    }
    const auto changed = services.mfaPolicy().change(
        bridge::actorOf(request),
        {.isRequired = wanted->totpEnforced, .gracePeriodDays = wanted->gracePeriodDays},
        callerOf(request));
    if (!changed)
        return std::unexpected(changed.error());
    return Response::json(200, messages::encode(shownPolicy(*changed)));
}

} // namespace

void addMfaRows(Rows &rows, Services &services)
{
    // These are for whoever must set up a second factor, too.
    const Right own = Right::signedInOrEnrolling();
    const QByteArray mfa = "/enterprise/advanced-security/mfa";
    rows << Route{Method::Get, mfa + "/status", own, Handler::onPool(bound(services, &mfaStatus))}
         << Route{Method::Post, mfa + "/setup", own, Handler::onPool(bound(services, &beginApp))}
         << Route{Method::Post, mfa + "/enroll", own,
                  Handler::onSignInPool(bound(services, &enroll))}
         << Route{Method::Post, mfa + "/disable", own,
                  Handler::onSignInPool(bound(services, &disable))}
         << Route{Method::Post, mfa + "/backup-codes", own,
                  Handler::onSignInPool(bound(services, &renewBackupCodes))}
         << Route{Method::Delete, mfa + "/users/{id}", Right::to(Action::Update, Subject::Users),
                  Handler::onSignInPool(bound(services, &clearUser))}
         << Route{Method::Get, "/enterprise/advanced-security/policy", Right::signedIn(),
                  Handler::onPool(bound(services, &mfaPolicy))}
         << Route{Method::Put, "/enterprise/advanced-security/policy",
                  Right::to(Action::Manage, Subject::Settings),
                  Handler::onPool(bound(services, &changeMfaPolicy))};
}

} // namespace authdesk::systems::openarchiver::routes
