// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/totppicture.h"
#include "core/systems/openarchiver/messages/auth.h"
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

namespace {

base::Result<QString> codeOf(const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    return messages::decodeCode(*body);
}

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
    return Response::json(200, messages::encodeMfaStatus(since));
}

Answer beginApp(Services &services, const Request &request)
{
    const auto started = services.mfa().beginTotp(bridge::actorOf(request), callerOf(request));
    if (!started)
        return std::unexpected(started.error());
    const auto picture = server::service::totpPicture(started->provisioningUri);
    if (!picture)
        return std::unexpected(picture.error());
    return Response::json(200, messages::encodeEnrollment(started->provisioningUri, *picture))
        .carriesSecret();
}

base::Result<server::service::MfaConfirmed> confirmApp(Services &services, const Request &request)
{
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    return services.mfa().confirmTotp(bridge::actorOf(request), *code, callerOf(request));
}

Answer enroll(Services &services, const Request &request)
{
    const auto done = confirmApp(services, request);
    if (!done)
        return std::unexpected(done.error());
    return Response::json(200, messages::encodeBackupCodes(done->recoveryCodes)).carriesSecret();
}

/// The end of a sign-in that was good for nothing else: its token becomes a whole one.
Answer enrollForced(Services &services, const Request &request)
{
    const auto done = confirmApp(services, request);
    if (!done)
        return std::unexpected(done.error());
    const auto person = services.peopleWithRoles().me(bridge::actorOf(request));
    if (!person)
        return std::unexpected(person.error());
    return Response::json(200,
                          messages::encode(messages::SignedIn{.accessToken = request.bearer,
                                                              .person = shown(*person),
                                                              .backupCodes = done->recoveryCodes}))
        .carriesSecret();
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

/// What this server holds to: everybody may have a second factor, nobody is made to.
constexpr messages::MfaPolicy policyInForce{};

Answer mfaPolicy(Services &, const Request &)
{
    return Response::json(200, messages::encode(policyInForce));
}

Answer changeMfaPolicy(Services &, const Request &request)
{
    const auto body = messages::readBody(request.body);
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = messages::decodeMfaPolicy(*body, policyInForce);
    if (!wanted)
        return std::unexpected(wanted.error());
    if (*wanted != policyInForce) {
        return base::fail(
            base::ErrorCode::SettingGiven,
            QStringLiteral("This server lets everybody have a second factor and cannot demand one "
                           "of everybody yet. Nothing was changed."));
    }
    return Response::json(200, messages::encode(policyInForce));
}

} // namespace

void addMfaRows(Rows &rows, Services &services)
{
    // These are for whoever must set up a second factor, too.
    const Right own = Right::signedInOrEnrolling();
    const QByteArray mfa = "/enterprise/advanced-security/mfa";
    rows << Route{Method::Post, "/auth/mfa/enroll-forced", own,
                  Handler::onPool(bound(services, &beginApp))}
         << Route{Method::Post, "/auth/mfa/enroll-forced/confirm", own,
                  Handler::onSignInPool(bound(services, &enrollForced))}
         << Route{Method::Get, mfa + "/status", own, Handler::onPool(bound(services, &mfaStatus))}
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
